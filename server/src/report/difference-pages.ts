/** What changed since an earlier commit, as the pages that the terminal and the Markdown draw. */
import type { Finding } from "../rules/types.ts";
import { sideText } from "./compare.ts";
import type { FactDifference, ProjectDifference, SpecDifference } from "./differences.ts";
import type { CostPage, Row, Section } from "./page.ts";
import { left, right } from "./sections.ts";
import { comparedSection } from "./what-if.ts";

export interface DifferenceNames {
  /** As the user wrote it: `main`. */
  readonly revision: string;
  /** Short name of the commit. */
  readonly commit: string;
  /** The project, as the user calls it. */
  readonly project: string;
  /** How a path and the line of a finding are shown. */
  readonly show: (path: string) => string;
  readonly line: (finding: Finding) => number;
  /** Whether a file is there now: what was found in one that is gone went with it. */
  readonly stands: (path: string) => boolean;
}

/** One page over all, then one for each spec that changed. */
export function differencePages(difference: ProjectDifference, names: DifferenceNames): readonly CostPage[] {
  const changed = difference.specs.filter(({ state }) => state === "changed");
  return [overview(difference, names), ...changed.map((spec) => specPage(spec, names))];
}

function overview({ specs, findings }: ProjectDifference, names: DifferenceNames): CostPage {
  const count = (state: SpecDifference["state"]): number => specs.filter((each) => each.state === state).length;
  const { appeared, gone } = findings;
  return {
    title: `Changes since ${names.revision}`,
    id: names.commit,
    path: names.project,
    facts: [
      ...(["changed", "added", "removed"] as const).map((state) => `${specsText(count(state))} ${state}`),
      `${count("same")} with the same figures`,
      `findings: ${appeared.length} new, ${gone.length} gone`,
    ],
    headlines: [],
    sections: [
      listSection("New", specs, "added", "after"),
      listSection("Gone", specs, "removed", "before"),
      findingSection("New findings", appeared, names),
      findingSection(
        "Findings that are gone",
        gone.filter(({ path }) => names.stands(path)),
        names,
      ),
    ].filter((section) => section !== undefined),
    notes: [],
  };
}

const specsText = (count: number): string => `${count} ${count === 1 ? "spec" : "specs"}`;

/** Specs that are only there on one side, with what they cost and return. */
function listSection(
  title: string,
  specs: readonly SpecDifference[],
  state: SpecDifference["state"],
  side: "before" | "after",
): Section | undefined {
  const listed = specs.filter((each) => each.state === state);
  if (listed.length === 0) return undefined;
  const figure = ({ figures }: SpecDifference, ...keys: readonly string[]): string =>
    sideText(figures.find(({ key }) => keys.includes(key))?.[side]);
  return {
    title,
    open: true,
    columns: [left("spec"), left("title"), right("cost"), right("per participant"), right("return")],
    rows: listed.map((spec) => ({
      cells: [
        spec.id ?? spec.path,
        spec.title ?? "",
        figure(spec, "cost_total", "portfolio_cost"),
        figure(spec, "cost_per_starter"),
        figure(spec, "bcr"),
      ],
    })),
    notes: [],
  };
}

/** Findings that anybody reads through; beyond, their number. */
const mostFindings = 50;

function findingSection(title: string, findings: readonly Finding[], names: DifferenceNames): Section | undefined {
  if (findings.length === 0) return undefined;
  const rest = findings.length - mostFindings;
  return {
    title,
    open: true,
    columns: [left("severity"), left("finding"), left("where"), left("what")],
    rows: findings.slice(0, mostFindings).map((finding) => ({
      cells: [finding.severity, finding.code, `${names.show(finding.path)}:${names.line(finding)}`, finding.message],
    })),
    notes: rest > 0 ? [`And ${rest} more: wellspent check lists those that are there now.`] : [],
  };
}

function specPage(spec: SpecDifference, names: DifferenceNames): CostPage {
  const figures = spec.figures.some(({ difference }) => difference !== "same");
  return {
    title: spec.title ?? spec.id ?? "Without a title",
    id: spec.id ?? "",
    path: names.show(spec.path),
    facts: [`changed since ${names.revision}`],
    headlines: [],
    sections: [...(figures ? [comparedSection("Figures", spec.figures)] : []), ...evidenceSections(spec.evidence)],
    notes: [],
  };
}

function evidenceSections(facts: readonly FactDifference[]): readonly Section[] {
  const rows = facts
    .filter(({ before, after }) => before !== after)
    .map(({ name, before, after }): Row => ({ cells: [name, before ?? "–", after ?? "–"] }));
  return rows.length === 0
    ? []
    : [{ title: "Evidence", open: true, columns: [left(""), left("before"), left("after")], rows, notes: [] }];
}
