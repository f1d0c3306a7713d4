import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { outcome, projectFolder, wellspent } from "./support.ts";

const examples = fileURLToPath(new URL("../../examples", import.meta.url));
const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL("../../schemas/evidence-output.schema.json", import.meta.url), "utf8")),
);
const folder = projectFolder();

const study = (id: string, result: string, facts = "design: rct\n"): string =>
  `study: ${id}\n${facts}interventions: [a]\nresults:\n  - outcome: in-care\n    ${result}\n`;
const spec = (evidence: string): string =>
  `intervention: a\ntitle: An intervention\npopulation:\n  unit: child\noutcomes:\n  - outcome: in-care\n    evidence: ${evidence}\n  - outcome: offending\n`;

interface Cell {
  readonly outcome: string;
  readonly state: string;
  readonly studies: readonly { readonly study: string; readonly finding: string; readonly design: string }[];
}

test("evidence as JSON follows its published schema on every example", () => {
  const { code, out } = wellspent(examples, ["evidence", "-f", "json", "--as-of", "2026-03-31"]);
  expect(code).toBe(0);
  const printed = JSON.parse(out);
  expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  // START, Lancet Psychiatry 2018: a null for care, on the map as a finding.
  const mst = printed.gap_map.rows.find(({ id }: { id: string }) => id === "mst");
  const care: Cell = mst.cells.find((cell: Cell) => cell.outcome === "child-enters-care");
  expect(care.studies).toEqual([{ study: "start-2018", finding: "no effect shown", design: "randomised" }]);
  // By hand: 1.25 x 0.11 / (0.89 + 0.1375) - 0.11 = 0.02382, so one more in care for every 42 served.
  const start = printed.studies.find(({ id }: { id: string }) => id === "start-2018").results[0];
  const difference = start.converted.find(({ scale }: { scale: string }) => scale === "RD");
  expect(difference.effect.value).toBeCloseTo(0.02382, 5);
  expect(start.number_needed).toMatchObject({ to: "harm", interval: { through_infinity: true } });
  // West and others 2021, EEF: d 0.26, +3 months.
  const neli = printed.studies.find(({ id }: { id: string }) => id === "neli-2021").results[0];
  expect(neli.months_of_progress).toBe(3);
  // ASCENTS: the outcome was not measured, which is no null.
  const ascents = printed.gap_map.rows.find(({ id }: { id: string }) => id === "ascents");
  const science: Cell = ascents.cells.find((cell: Cell) => cell.outcome === "science");
  expect(science.state).toBe("no finding");
  const reading: Cell = ascents.cells.find((cell: Cell) => cell.outcome === "reading");
  expect(reading).toMatchObject({ state: "not studied", studies: [] });
});

test("two studies are pooled, a third is left out with its reason, a claim without a study is asked for one", () => {
  folder.write("a.intervention.yaml", spec("[one, two, three]"));
  folder.write("one.study.yaml", study("one", "effect: RR 0.5 (0.25 to 1.0)"));
  folder.write("two.study.yaml", study("two", "effect: RR 0.8 (0.4 to 1.6)"));
  folder.write("three.study.yaml", study("three", "change_over_time: d 0.6 better", "design: before-after\n"));
  folder.write("in-care.outcome.yaml", outcome("in-care"));
  folder.write("offending.outcome.yaml", outcome("offending"));
  const json = JSON.parse(folder.run(["evidence", "-f", "json"]).out);
  expect(validate(json), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [claim] = json.interventions[0].claims;
  // By hand: equal weights, so the mean of ln 0.5 and ln 0.8 is -0.4581, RR 0.6325.
  expect(claim.pooled.effect.value).toBeCloseTo(0.6325, 3);
  expect(claim.better).toBe("below");
  expect(claim.studies[2].left_out).toMatch(/never pooled/);
  const wanted = json.interventions[0].improvements.map(({ what }: { what: string }) => what);
  expect(wanted).toHaveLength(5);
  const table = folder.run(["evidence"]);
  expect(table.code).toBe(0);
  for (const part of [
    "2 studies together: RR 0.63",
    "Gap map",
    "claimed, not studied",
    "What would most improve its case",
  ])
    expect(table.out).toContain(part);
  // A mark is explained only where it stands: these tables show none.
  expect(table.out).toContain("Indicative ratings are unverified");
  expect(table.out).not.toContain("†");
});

test("a change from before to after is shown among the claims, said to be one", () => {
  folder.write(
    "a.intervention.yaml",
    "intervention: a\npopulation:\n  unit: child\noutcomes:\n  - outcome: in-care\n    observed: 60% fewer\n",
  );
  folder.write("in-care.outcome.yaml", outcome("in-care"));
  const json = JSON.parse(folder.run(["evidence", "-f", "json"]).out);
  expect(json.interventions[0].claims[0].claimed).toBe("60% fewer (before and after)");
  expect(folder.run(["evidence"]).out).toContain("60% fewer (before and after)");
});

test("Markdown and SVG go to files; the image stands on its own", () => {
  folder.write("a.intervention.yaml", spec("[one]"));
  folder.write("one.study.yaml", study("one", "effect: RR 0.5 (0.25 to 0.9)"));
  folder.write("in-care.outcome.yaml", outcome("in-care"));
  const ran = folder.run(["evidence", "-f", "svg=map.svg", "-f", "markdown=evidence.md"]);
  expect(ran).toMatchObject({ code: 0, out: "" });
  const svg = readFileSync(join(folder.path, "map.svg"), "utf8");
  expect(svg).toMatch(/^<svg role="img" aria-label="Gap map\. 1 intervention against 2 outcomes/);
  expect(svg).not.toMatch(/var\(--|<script|href=/);
  expect(svg).toContain("An intervention, An outcome: 1 better");
  expect(readFileSync(join(folder.path, "evidence.md"), "utf8")).toContain("<summary>Gap map</summary>");
});

test("rows may be the activities of a theory of change", () => {
  folder.write(
    "a.intervention.yaml",
    `intervention: a\ntitle: An intervention\npopulation:\n  unit: child\ntheory_of_change:\n  steps:\n    - step: groups\n      kind: activity\n    - step: calm\n      kind: output\n    - step: home\n      kind: outcome\n      outcome: in-care\n  links:\n    - from: groups\n      to: calm\n    - from: calm\n      to: home\n      evidence: [one]\n`,
  );
  folder.write("one.study.yaml", study("one", "effect: no difference"));
  folder.write("in-care.outcome.yaml", outcome("in-care"));
  const { gap_map } = JSON.parse(folder.run(["evidence", "--by", "activity", "-f", "json"]).out);
  expect(gap_map.rows_are).toBe("activities");
  expect(gap_map.rows[0].id).toBe("a/groups");
  expect(gap_map.rows[0].cells[0]).toMatchObject({ claimed: true, state: "studied" });
});

test("what is not there is said: an unknown id, a folder without evidence", () => {
  folder.write("in-care.outcome.yaml", outcome("in-care"));
  expect(folder.run(["evidence"])).toMatchObject({ out: "" });
  expect(folder.run(["evidence"]).err).toContain("None of these files holds an intervention or a study.");
  expect(folder.run(["evidence", "--only", "nobody"])).toMatchObject({ code: 2 });
});
