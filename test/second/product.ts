import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Figures } from "./chain.ts";

const main = fileURLToPath(new URL("../../server/src/main.cli.ts", import.meta.url));

type Figure = { id: string; value: number | null; complete: boolean; none?: string };
type Spec = {
  id: string;
  figures: Record<string, Figure>;
  lines: { item: string; total: Figure; corrected?: Figure; per_starter: Figure; present_value: Figure }[];
  benefits: { benefit: string; kind: string; origin: string; total: Figure; present_value: Figure; added: boolean }[];
};

/** What the product says of one spec: figures, and those that it says are not whole. */
export type Answer = { figures: Figures; incomplete: Set<string> };

function answer(spec: Spec): Answer {
  const figures: Figures = {};
  const incomplete = new Set<string>();
  const put = (name: string, figure: Figure | undefined): void => {
    if (!figure) return;
    if (!figure.complete) incomplete.add(name);
    figures[name] = figure.value ?? Number.NaN;
  };
  for (const [name, figure] of Object.entries(spec.figures)) put(name, figure);
  for (const line of spec.lines) {
    for (const each of ["total", "corrected", "per_starter", "present_value"] as const) {
      put(`line/${line.item}/${each}`, line[each]);
    }
  }
  for (const benefit of spec.benefits) {
    const name = `benefit/${benefit.origin}/${benefit.benefit}/${benefit.kind}`;
    put(`${name}/total`, benefit.total);
    put(`${name}/present_value`, benefit.present_value);
    figures[`${name}/added`] = benefit.added ? 1 : 0;
  }
  return { figures, incomplete };
}

/** The real command line on a folder of its own, as a person would run it: many specs, one process. */
export function ask(texts: Map<string, string>, settings = "root: true\n"): Map<string, Answer> {
  const folder = mkdtempSync(join(tmpdir(), "wellspent-second-"));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "wellspent.yaml"), settings);
    for (const [id, text] of texts) writeFileSync(join(folder, `${id}.intervention.yaml`), text);
    const printed = execFileSync(process.execPath, [main, "cost", ".", "--format", "json"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const { specs } = JSON.parse(printed) as { specs: Spec[] };
    return new Map(specs.map((spec) => [spec.id, answer(spec)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
