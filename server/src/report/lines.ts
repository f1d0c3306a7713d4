/** Words about one cost line, the same in the table, the hints and the hovers. */
import { TIMES_BOUGHT } from "../costing/cash.ts";
import { figureKey } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { Worked } from "../costing/worked.ts";
import type { Assessment, LineAssessment } from "../model/assess/types.ts";
import { formatNumber, formatPercent } from "../values/format.ts";
import { plural } from "../values/nouns.ts";
import type { Unit } from "../values/types.ts";
import { powerOf } from "../values/units.ts";
import { lackBeside } from "./beside.ts";
import { shown } from "./words.ts";

type Totals = Pick<Assessment, "figures" | "appraisal">;

/** Why a line is not added to the total, or only in part: `added in part: £20,000`. Empty where all of it is added. */
export function countedText(line: LineAssessment, assessment: Totals): string {
  switch (line.counted) {
    case "all":
      return "";
    case "none":
      return !line.additional && assessment.appraisal.costs === "budget"
        ? "outside the budget cost, not added"
        : "outside the perspective, not added";
    case "not known":
      return line.payers.some(([group]) => group.includes(" + "))
        ? "who pays how much not known, not added"
        : "payer not known, not added";
    case "part": {
      // Figures are worked out for those who ask, so only where they are needed.
      const part = assessment.figures
        .get(figureKey("cost_total"))
        ?.worked.operands.find(({ operands }) => operands.length > 1 && operands[0] === line.total);
      return part?.value === undefined ? "added in part" : `added in part: ${shown(part)}`;
    }
  }
}

/** What an amount is multiplied by, in numbers where they are known: `3 years + 28% on-costs + 10% overhead`. */
export function timesText(line: LineAssessment, assessment: Totals): string {
  const { multiplier } = line;
  if (multiplier === undefined) return "";
  const entry = line.unitCost?.entry;
  const onCosts = line.line.on_costs ?? entry?.on_costs;
  const overhead = line.line.overhead ?? entry?.overhead;
  const added = (share: number | undefined, name: string): string =>
    share === undefined ? "" : ` + ${formatPercent(share)} ${name}`;
  return `${multipliedBy(line, multiplier, assessment)}${added(onCosts?.value?.value, "on-costs")}${added(overhead?.value?.value, "overhead")}`;
}

function multipliedBy(
  line: LineAssessment,
  multiplier: NonNullable<LineAssessment["multiplier"]>,
  assessment: Totals,
): string {
  if (multiplier.by === "once") return timesBought(line.total) ?? "once";
  if (multiplier.by === "years") return yearsText(line.total);
  if (multiplier.by === "things")
    return [`${plural(multiplier.noun)} delivered`, timesBought(line.total) ?? ""]
      .filter((each) => each !== "")
      .join(", ");
  const id = { starters: "starts_total", completers: "completes_total" }[multiplier.base as string] as
    | FigureId
    | undefined;
  const known = id === undefined ? undefined : assessment.figures.get(figureKey(id));
  const factors = line.total.value !== undefined && line.total.operation === "product" ? line.total.operands : [];
  const [each, counted] = factors.slice(-2);
  const part = line.line.of?.value?.kind === "share" && counted?.value !== undefined;
  const base = part
    ? `${shown(counted)} (${line.line.of?.text})`
    : known?.value === undefined
      ? multiplier.base
      : shown(known);
  return [
    base === "counted" ? "those counted" : base,
    ...(multiplier.has === undefined ? [] : [each?.value === undefined ? `${multiplier.has} each` : shown(each)]),
    ...(multiplier.time ? ["time in service"] : []),
  ].join(" x ");
}

/** `bought 2 times`, of what lasts less than the period. */
function timesBought(total: Worked): string | undefined {
  const gross = total.operation === "difference" ? total.operands[0] : total;
  const times = gross?.operands.find(({ label }) => label === TIMES_BOUGHT)?.value;
  return times === undefined ? undefined : `bought ${formatNumber(times)} times`;
}

/** A yearly sum is a product whose last factor is the period; that of several sites has no one period. */
function yearsText({ operation, operands }: Worked): string {
  const period = operation === "product" ? operands.at(-1) : undefined;
  return period?.value === undefined ? "years of delivery" : shown(period);
}

/** What stands beside a line: when it falls, how much of it is added, and what it lacks. */
export function lineNote(line: LineAssessment, assessment: Totals, withYear: boolean): string {
  return [
    line.timing === "recurring" ? "" : line.timing,
    workingYearText(line, assessment),
    line.inKind ? "in kind" : line.additional ? "" : "paid anyway",
    line.corrected.value === undefined || line.corrected.value === line.total.value
      ? ""
      : `corrected for optimism ${shown(line.corrected)}`,
    countedText(line, assessment),
    withYear && line.priceYear !== undefined ? `written in ${line.priceYear} prices` : "",
    line.total.value === undefined ? lackBeside(line.total) : "",
  ]
    .filter((each) => each !== "")
    .join("; ");
}

/** The working year by which posts become hours, or hours posts: an assumption, said where it is used. */
function workingYearText({ line, unitCost }: LineAssessment, { appraisal }: Totals): string {
  const quantity = line.quantity?.value?.unit;
  const price =
    line.unit_cost?.value?.kind === "ref" ? unitCost?.entry.value?.value?.unit : line.unit_cost?.value?.unit;
  if (quantity === undefined || price === undefined) return "";
  const hours = (of: Unit): number => powerOf(of, "hour") + powerOf(of, "minute");
  if (powerOf(quantity, "FTE") * hours(price) >= 0 && hours(quantity) * powerOf(price, "FTE") >= 0) return "";
  const { weeks, hoursPerWeek } = (line.working_year ?? unitCost?.entry.working_year)?.value ?? appraisal.workingYear;
  return `a post works ${weeks} weeks of ${hoursPerWeek} hours`;
}
