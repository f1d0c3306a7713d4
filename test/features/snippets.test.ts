import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { eachWay, openProject } from "./ways.ts";

interface Written {
  readonly prefix: string;
  readonly body: readonly string[];
}

const snippets: Readonly<Record<string, Written>> = JSON.parse(readFileSync("syntaxes/snippets.json", "utf8"));

/** Where each belongs. */
const homes: Readonly<Record<string, { readonly path: string; readonly before: string }>> = {
  line: { path: "a.intervention.yaml", before: "intervention: a\ncosts:\n  lines:\n" },
  claim: { path: "a.intervention.yaml", before: "intervention: a\noutcomes:\n" },
  benefit: { path: "a.intervention.yaml", before: "intervention: a\nbenefits:\n" },
  result: { path: "a.study.yaml", before: "study: a\nresults:\n" },
  unit: { path: "a.unit-costs.yaml", before: "unit_costs: a\nentries:\n" },
};

const filled = (body: readonly string[]): string =>
  body.map((line) => `    ${line.replace(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}/g, "$1$2")}\n`).join("");

eachWay((way) => {
  for (const [name, { prefix, body }] of Object.entries(snippets))
    test(`${name}: left as it is, it is sound where it belongs`, () => {
      const home = homes[prefix.split("-")[0] ?? ""];
      if (home === undefined) throw new Error(`no place for ${prefix}`);
      const text = home.before + filled(body);
      expect(text).not.toContain("$");
      const wrong = openProject(way, { [home.path]: text })
        .snapshot()
        .findings(home.path)
        .map((finding) => finding.code);
      expect(wrong.filter((code) => /^(?:syntax|schema|units)\//.test(code))).toEqual([]);
    });
});
