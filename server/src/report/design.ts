/** Whether the evaluation of a spec can find the effect it expects, as a section of its report and a table of the command line. */
import type { AssessedSpec, Snapshot } from "../analysis/types.ts";
import { countedIn, sizeOf, withSize } from "../evidence/power/designs.ts";
import { powerOf } from "../evidence/power/power.ts";
import { type DesignAssessment, designOf, type ExpectedEffect } from "../model/assess/design/index.ts";
import { expectedText, neededText, powerText } from "../model/assess/design/words.ts";
import { evidenceSources } from "../model/assess/evidence/index.ts";
import { formatNumber } from "../values/format.ts";
import { plural } from "../values/nouns.ts";
import type { CurveChart } from "./charts/types.ts";
import { designLine, formulaOf, hardest, lettersOf, multiplierText } from "./design-words.ts";
import { fromPage, sentence } from "./from-page.ts";
import type { Section } from "./page.ts";
import { left, right } from "./sections.ts";
import type { ReportSection } from "./types.ts";

/** The design of an intervention's evaluation, where it has one that chance decides. */
export function designFor(snapshot: Snapshot, { spec }: AssessedSpec): DesignAssessment | undefined {
  return spec.kind !== "intervention" || spec.reading === undefined
    ? undefined
    : designOf(spec.reading, evidenceSources(snapshot));
}

/** What the plan finds, as a table for the terminal. */
export function designTable(design: DesignAssessment): Section {
  const { plan, expected, ifIcc } = design;
  const rows = expected.map((each) => ({
    cells: [
      each.text,
      each.size.kind === "needs" ? `needs ${each.size.lacking.what}` : `g ${Math.abs(each.size.sd).toFixed(2)}`,
      each.power === undefined ? "not known" : powerText(each.power),
      each.power === undefined
        ? ""
        : each.recruit === undefined
          ? "no number is enough"
          : neededText(plan, each.recruit),
    ],
  }));
  return {
    title: `Evaluation plan: ${designLine(design)}`,
    columns:
      rows.length === 0
        ? []
        : [left("effect expected"), left("in standard deviations"), right("power"), right("needed")],
    rows,
    notes: [
      ...ifIcc.map(
        ({ icc, detectable }) =>
          `With an intraclass correlation of ${formatNumber(icc)} it would find ${detectable === undefined ? "nothing" : `g ${detectable.effect.toFixed(2)} or more`}.`,
      ),
      ...(plan.taken.length === 0 || design.detectable === undefined
        ? []
        : [`Taken as usual: ${plan.taken.join("; ")}.`]),
    ],
  };
}

/** The same as a section of the report, with the sums and how power grows with numbers. */
export function designSection(snapshot: Snapshot, assessed: AssessedSpec): ReportSection | undefined {
  const design = designFor(snapshot, assessed);
  if (design === undefined) return undefined;
  const { plan, detectable, expected } = design;
  const table = designTable(design);
  const section = { id: "power", title: "Whether the evaluation can find it", charts: [], tables: [] };
  const paragraphs = [`${sentence(designLine(design))}.`, ...table.notes];
  if (detectable === undefined) return { ...section, paragraphs };
  const sums: Section = {
    title: "The sums",
    columns: [left("letter"), right("value"), left("meaning")],
    rows: lettersOf(plan).map((cells) => ({ cells })),
    notes: [],
  };
  const caption = `Smallest detectable effect = ${formulaOf(plan)}. ${multiplierText(detectable, plan)}. ${plan.kind === "stepped-wedge" ? "Hussey and Hughes 2007" : "Dong and Maynard 2013"}`;
  const one = hardest(expected);
  return {
    ...section,
    paragraphs,
    charts: one === undefined ? [] : powerChart(design, one),
    tables: [
      ...(expected.length === 0 ? [] : [fromPage(table, "Effects expected", { places: expected.map(({ at }) => at) })]),
      fromPage(sums, caption),
    ],
  };
}

const steps = 30;

function powerChart({ plan }: DesignAssessment, expected: ExpectedEffect): readonly CurveChart[] {
  const { design, test } = plan;
  if (design === undefined || expected.size.kind === "needs") return [];
  const { sd } = expected.size;
  const now = sizeOf(design);
  const most = Math.max(now, expected.needed?.exact ?? 0) * 1.5;
  const points = Array.from({ length: steps }, (_, at) => {
    const size = (most * (at + 1)) / steps;
    return { threshold: size, chance: powerOf(withSize(design, size), sd, test) ?? 0 };
  });
  const what = countedIn(design) === "clusters" ? plural(plan.noun) : "participants";
  return [
    {
      kind: "curve",
      id: "power",
      title: `Power by the number of ${what} analysed, for ${expectedText(expected)}`,
      description: `${powerText(expected.power ?? 0)} with the ${formatNumber(now)} of the plan${expected.needed === undefined ? "" : `, ${powerText(test.power)} with ${formatNumber(expected.needed.needed)}`}.`,
      currency: undefined,
      thresholdName: `${what} analysed, all arms`,
      points,
      threshold: now,
      mark: "the plan",
    },
  ];
}
