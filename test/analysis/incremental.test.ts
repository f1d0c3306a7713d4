import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { createSession } from "../../server/src/analysis/index.ts";
import type { ProjectSession, Snapshot } from "../../server/src/analysis/types.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { random } from "../bench/corpus.ts";

const root = resolve(import.meta.dirname, "../../examples");
const files: ReadonlyMap<string, string> = new Map(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => [path.split("\\").join("/"), readFileSync(join(root, path), "utf8")]),
);
const asOf = { kind: "date", year: 2026, month: 3, day: 31 } as const;

function started(): ProjectSession {
  const session = createSession({ asOf });
  session.load([...files].map(([path, text]) => [path, { kind: "text", text }] as const));
  session.setComplete(true);
  return session;
}

/** All that an editor shows of a file. */
function shown(snapshot: Snapshot, path: string) {
  return {
    findings: snapshot.findings(path),
    hints: inlayHints(snapshot, path, { start: 0, end: Number.MAX_SAFE_INTEGER }),
    assessments: snapshot.assessments(path).map(({ assessment }) => ({
      figures: [...assessment.figures].map(([key, { value, missing, unit }]) => [key, value, missing, unit]),
      lines: assessment.lines.map((line) => [line.item, line.total.value, line.perStarter.value, line.original?.value]),
      problems: assessment.problems.map(({ reason, item }: { reason: string; item?: string }) => [reason, item]),
    })),
  };
}

/** One edit somewhere in a text: a letter, a digit, a line gone, twice, moved or given an alias. */
function edited(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const lines = text.split("\n");
  const line = Math.floor(next() * lines.length);
  switch (Math.floor(next() * 7)) {
    case 0:
      return text.slice(0, at) + "x7 £:-\n"[Math.floor(next() * 7)] + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return text.replace(/\d/g, (digit, from: number) =>
        Math.abs(from - at) < 40 ? String((Number(digit) + 1) % 10) : digit,
      );
    case 3:
      return lines.toSpliced(line, 1).join("\n");
    case 4:
      return lines.toSpliced(line, 0, lines[line] ?? "").join("\n");
    case 5:
      return text.replace("who_pays: ", "who_pays: &payer ").replace(/who_pays: (?!&)\S+$/m, "who_pays: *payer");
    default:
      return lines
        .toSpliced(line, 1)
        .toSpliced(Math.floor(next() * lines.length), 0, lines[line] ?? "")
        .join("\n");
  }
}

const interventions = [...files.keys()].filter((path) => path.endsWith(".intervention.yaml"));

test.each([1, 2, 3, 4])(
  "after any edits a session shows what a fresh one shows (%i)",
  (seed) => {
    const next = random(seed);
    const session = started();
    const path = interventions[Math.floor(next() * interventions.length)] as string;
    const library = [...files.keys()].find((each) => each.endsWith(".unit-costs.yaml")) as string;
    const texts = new Map([path, library].map((each) => [each, files.get(each) as string]));
    for (const [each, text] of texts) session.setFile(each, text);
    session.snapshot().findings(path);
    for (let turn = 0; turn < 15; turn++) {
      const which = next() < 0.85 ? path : library;
      // Now and then somebody starts over.
      texts.set(which, next() < 0.1 ? (files.get(which) as string) : edited(texts.get(which) as string, next));
      session.setFile(which, texts.get(which));
      const fresh = started();
      for (const [each, text] of texts) fresh.setFile(each, text);
      expect(shown(session.snapshot(), path), `turn ${turn}`).toEqual(shown(fresh.snapshot(), path));
    }
  },
  60_000,
);
