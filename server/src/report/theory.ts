import type { AssessedSpec } from "../analysis/types.ts";
import { leadNowhere, type Step, type StepKind, type Theory, theoryOf, uncaused } from "../model/assess/plan/index.ts";
import type { TheoryChart } from "./charts/types.ts";
import type { ReportSection, ReportTable } from "./types.ts";

const bands: readonly (readonly [StepKind, string])[] = [
  ["input", "What is put in"],
  ["activity", "What is done"],
  ["output", "What comes of it at once"],
  ["outcome", "What changes"],
  ["impact", "What that leads to"],
];

/** Why it should work: drawn, and the same in a table, link by link. Undefined where nothing is said. */
export function theorySection({ spec }: AssessedSpec): ReportSection | undefined {
  if (spec.kind !== "intervention" || spec.reading === undefined) return undefined;
  const written = spec.reading.theory_of_change;
  if (written === undefined) return undefined;
  const section = { id: "theory", title: "Why it should work" };
  const theory = theoryOf(spec.reading);
  if (theory === undefined) {
    if (written.$kind !== "field" || written.value === undefined) return undefined;
    return { ...section, paragraphs: [written.value], charts: [], tables: [] };
  }
  const tables = [stepTable(theory), linkTable(theory)].filter(({ rows }) => rows.length > 0);
  return {
    ...section,
    paragraphs: theory.summary === undefined ? [] : [theory.summary],
    charts: theory.steps.length < 2 || theory.links.length === 0 ? [] : [chartOf(theory)],
    tables,
  };
}

function chartOf({ steps, links }: Theory): TheoryChart {
  const shown = new Set(steps.map(({ name }) => name));
  const titles = new Map(steps.map(({ name, title }) => [name, title]));
  const known = links.filter(({ from, to }) => shown.has(from) && shown.has(to));
  return {
    kind: "theory",
    id: "theory",
    title: "Theory of change (a dashed line is assumed, a solid one has a study)",
    description: known.map(({ from, to }) => `${titles.get(from)} leads to ${titles.get(to)}`).join("; "),
    bands: bands.flatMap(([kind, name]) => {
      const own = steps.filter((each) => each.kind === kind);
      return own.length === 0 ? [] : [{ name, steps: own.map(({ name: id, title }) => ({ name: id, title })) }];
    }),
    links: known.map(({ from, to, evidence }) => ({ from, to, firm: evidence.length > 0 })),
  };
}

/** The steps in their order, what each leads to beside it: the drawing for those who do not see it. */
function stepTable(theory: Theory): ReportTable {
  const loose = new Map<string, string>([
    ...leadNowhere(theory).map(({ name }) => [name, "leads to no outcome"] as const),
    ...uncaused(theory).map(({ name }) => [name, "nothing that is done leads to it"] as const),
  ]);
  const titles = new Map(theory.steps.map(({ name, title }) => [name, title]));
  const leadsTo = (name: string): string => {
    const next = theory.links.filter(({ from }) => from === name).map(({ to }) => titles.get(to) ?? to);
    return [...new Set(next)].join("; ");
  };
  const row = (word: string, { name, title, at }: Step): ReportTable["rows"][number] => ({
    cells: [{ text: title, at }, word, leadsTo(name), loose.get(name) ?? ""],
    ...(loose.has(name) ? { faded: true } : {}),
  });
  return {
    caption: "Steps, and what each leads to",
    columns: ["Step", "Kind", "Leads to", "To note"].map((title) => ({ title, align: "left" as const })),
    rows: bands.flatMap(([kind, word]) =>
      theory.steps.filter((each) => each.kind === kind).map((each) => row(word.toLowerCase(), each)),
    ),
  };
}

function linkTable({ steps, links }: Theory): ReportTable {
  const titles = new Map(steps.map(({ name, title }) => [name, title]));
  return {
    caption: "Links, and what each rests on",
    columns: ["Link", "Assumption", "Evidence"].map((title) => ({ title, align: "left" as const })),
    rows: links.map(({ from, to, assumption, evidence, at }) => ({
      cells: [
        { text: `${titles.get(from) ?? from} to ${titles.get(to) ?? to}`, at },
        assumption ?? "none said",
        evidence.length === 0 ? "none named" : evidence.join(", "),
      ],
    })),
  };
}
