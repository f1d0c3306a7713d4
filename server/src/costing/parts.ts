/** What a unit cost is made of (schemas/FORMAT.md, "What a publication prints"): parts add only in the total's own unit. */
import type { Unit, WorkingYear, Written } from "../values/types.ts";
import { equalUnits, formatUnit, isCalendar, powerOf } from "../values/units.ts";
import { perYearFactor, postsPerHour } from "./conversion.ts";
import { groupsOf, type Parties } from "./parties.ts";
import { checkStated, type StatedVerdict } from "./stated.ts";
import { product, type Ref, sum, type Worked } from "./worked.ts";

export interface PartInput {
  readonly ref: Ref;
  readonly name: string;
  readonly worked: Worked;
  readonly payers: Parties;
}

export interface PartsCheck {
  /** Sum of the parts in the total's own unit. */
  readonly sum: Worked;
  /** Parts in other units, which do not enter: `£1,328/child` beside `£/child/year`. */
  readonly apart: readonly PartInput[];
  readonly verdict: StatedVerdict;
  /** The parts in another unit that, added in, give the printed total exactly: a once-only cost in a yearly total. */
  readonly addedIn: PartInput | undefined;
  /** Share of each payer in the sum of the parts; undefined where a part is not known. */
  readonly shares: readonly (readonly [payer: string, share: number])[] | undefined;
}

/**
 * Checks a printed unit cost against its parts. Time units convert (`£/child/week` enters `£/child/year`); parts of a post (`£/FTE/year`)
 * enter `£/hour` by the working year that the unit cost gives, never by another.
 */
export function checkParts(
  total: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly unit: Unit;
    readonly written: Written;
  },
  parts: readonly PartInput[],
  workingYear?: WorkingYear,
): PartsCheck {
  const own: { part: PartInput; worked: Worked }[] = [];
  const apart: PartInput[] = [];
  for (const part of parts) {
    const worked = inUnit(part.worked, total.unit, workingYear);
    if (worked === undefined) apart.push(part);
    else own.push({ part, worked });
  }
  const added = sum(
    `Sum of the parts, ${formatUnit(total.unit)}`,
    own.map(({ worked }) => worked),
    { unit: total.unit },
  );
  const printed = { kind: "figure" as const, low: total.low, high: total.high, written: total.written };
  const verdict: StatedVerdict = own.length === 0 ? { kind: "not checked" } : checkStated(printed, [added]);
  const gap = added.value === undefined ? undefined : total.value - added.value;
  const timed = total.unit.powers.some(([base, power]) => power < 0 && isCalendar(base));
  const addedIn =
    timed && verdict.kind === "disagrees" && gap !== undefined
      ? apart.find(({ worked }) => worked.value !== undefined && Math.abs(worked.value - gap) <= 1e-9 * Math.abs(gap))
      : undefined;
  return { sum: added, apart, verdict, addedIn, shares: sharesOf(own, added) };
}

/** The part in the total's unit; undefined when it differs in more than the unit of time. A part of no known amount belongs to the total. */
function inUnit(part: Worked, to: Unit, workingYear: WorkingYear | undefined): Worked | undefined {
  if (part.value === undefined || equalUnits(part.unit, to)) return { ...part, unit: to };
  const isOfPost = workingYear !== undefined && powerOf(part.unit, "FTE") === -1;
  const factor = isOfPost ? postsPerHour(workingYear) : perYearFactor(part.unit);
  if (factor === undefined) return undefined;
  const converted = product(part.label, [part, factor], { ref: part.ref });
  return equalUnits(converted.unit, to) ? converted : undefined;
}

function sharesOf(own: readonly { part: PartInput; worked: Worked }[], total: Worked): PartsCheck["shares"] {
  if (total.value === undefined || total.value === 0 || total.missing.length > 0) return undefined;
  const payers = new Map<string, number>();
  for (const { part, worked } of own)
    for (const [payer, share] of groupsOf(part.payers))
      payers.set(payer, (payers.get(payer) ?? 0) + ((worked.value ?? 0) * share) / total.value);
  return [...payers];
}
