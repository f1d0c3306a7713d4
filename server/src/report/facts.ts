import type { AssessedSpec } from "../analysis/types.ts";
import { deflators, discountSchedules } from "../data/index.ts";
import type { Appraisal } from "../model/settings.ts";
import { formatPercent } from "../values/format.ts";
import type { ReportRow } from "./types.ts";

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const perspectives = {
  "local-authority": "the local authority's",
  "public-sector": "the public sector's",
  society: "society's",
} as const;

/** What stands under the title: how far the intervention has come, whose prices, whose costs and benefits. */
export function factsOf({ spec, assessment }: AssessedSpec): readonly string[] {
  const status = spec.kind === "intervention" ? spec.reading?.status?.value : undefined;
  return [
    ...(status === undefined ? [] : [status.slice(0, 1).toUpperCase() + status.slice(1)]),
    assessment.priceYear === undefined
      ? "prices as printed, their year not known"
      : `prices of ${assessment.priceYear}`,
    `${perspectives[assessment.perspective]} costs and benefits${assessment.perspectiveWritten ? "" : " (not said, assumed)"}`,
  ];
}

/** Everything that was assumed in working out the figures, with the title of each edition of reference data. */
export function assumptionRows({ spec, assessment }: AssessedSpec): readonly ReportRow[] {
  const { appraisal } = assessment;
  const reason = perspectiveReason(spec);
  const row = (name: string, text: string): ReportRow => ({ cells: [name, text] });
  const deflator = own(deflators, appraisal.deflator);
  return [
    row(
      "Prices",
      assessment.priceYear === undefined
        ? "As printed: their year is not known, or no deflator reaches it"
        : `Of ${assessment.priceYear}${deflator === undefined ? "" : `; moved between years by ${deflator.title}`}`,
    ),
    row(
      "Whose costs and benefits",
      `${perspectives[assessment.perspective].replace(/^t|^s/, (first) => first.toUpperCase())}${assessment.perspectiveWritten ? "" : ": not said in the spec, so taken to be so"}${reason === undefined ? "" : `: ${reason}`}`,
    ),
    row(
      "Costs counted",
      appraisal.costs === "economic" ? "Every resource used, paid anyway or not" : "What has to be paid in addition",
    ),
    row("Discounting", discounting(appraisal)),
    row("Discounted to", "Year 0, the first twelve months of delivery, which counts whole"),
    row("Working year", `${appraisal.workingYear.weeks} weeks of ${appraisal.workingYear.hoursPerWeek} hours`),
    ...horizonRow(spec, appraisal).map((text) => row("Years counted", text)),
  ];
}

/** Why the perspective was chosen, where the plan of the evaluation says so. */
export function perspectiveReason(spec: AssessedSpec["spec"]): string | undefined {
  const plan = spec.kind === "intervention" ? spec.reading?.evaluation?.cost_evaluation : undefined;
  return plan?.$kind === "object" ? plan.perspective_reason?.value : undefined;
}

/** The spec's own horizon stands before that of the settings. */
function horizonRow(spec: AssessedSpec["spec"], { horizon }: Appraisal): readonly string[] {
  const own = spec.kind === "intervention" ? spec.reading?.costs?.horizon : undefined;
  if (own !== undefined) return own.value === undefined ? [] : [`${own.text}, from the first`];
  return horizon === undefined ? [] : [`${horizon}, from the first`];
}

function discounting({ discounting: by, flows }: Appraisal): string {
  const when = flows === "mid-year" ? "money falls in the middle of its year" : "money falls at the start of its year";
  const schedule = typeof by === "string" ? own(discountSchedules, by) : undefined;
  const rates = typeof by === "string" ? (schedule?.title ?? by) : `${formatPercent(by.rate)} a year`;
  const first = schedule?.rows[0]?.rate;
  return `${rates}${first === undefined ? "" : `, ${formatPercent(first)} a year at first`}; ${when}`;
}
