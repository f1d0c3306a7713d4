/** When a line's money falls: once, evenly over the years of delivery, or at each purchase of what lasts (schemas/FORMAT.md, "What a line costs"). */
import type { CostFrame, CostInput, CostResult } from "./costs.ts";
import type { Profile } from "./discounting.ts";
import type { Multiplier } from "./lines.ts";
import { inYearZero, profileOf, purchases, retirements } from "./timing.ts";
import {
  asTheyStart,
  boughtAgain,
  byOneParticipant,
  comesBack,
  evenlyDelivered,
  inFirstYear,
  type WhenItFalls,
} from "./when.ts";
import { apply, difference, given, type Missing, product, sum, unknown, type Worked } from "./worked.ts";

export const periodMissing: readonly Missing[] = [{ reason: "period-unknown", what: "the period of delivery" }];

/** Bought once and used up over years, so that it is bought again: only sums that no participant and no year multiplies. */
export const isCapital = (input: CostInput, multiplier: Multiplier | undefined): boolean =>
  input.lasts !== undefined && (multiplier === undefined || canLast(multiplier));

/** Whether how long it lasts has a say: what is paid for each participant, each year, or each of so many every year says how often. */
export const canLast = (multiplier: Multiplier): boolean =>
  multiplier.by === "once" || (multiplier.by === "things" && multiplier.yearly !== true);

/** What the number of purchases is called among the factors of a line. */
export const TIMES_BOUGHT = "Times bought in the period";

export interface Cash {
  readonly total: Worked;
  /** Before what comes back at the end of a life. */
  readonly gross: Worked;
  readonly profile: Profile | undefined;
  /** Why it falls in those years. */
  readonly when: WhenItFalls;
  /** What comes back, in cash, and when. */
  readonly back?: Worked;
  readonly backIn?: Profile;
  /** Present value of what comes back. */
  readonly residual?: Worked;
}

export function cashOf(input: CostInput, multiplier: Multiplier | undefined, single: Worked, frame: CostFrame): Cash {
  const { volumes } = frame;
  if (isCapital(input, multiplier) && input.lasts !== undefined && !volumes.perParticipant)
    return capitalCash(input, input.lasts, single, frame);
  const once = multiplier === undefined || multiplier.by === "once";
  if (once && input.timing !== "recurring")
    return { total: single, gross: single, profile: inYearZero, when: inFirstYear };
  const known = volumes.perParticipant || volumes.period.value !== undefined;
  const when = volumes.perParticipant ? byOneParticipant : spreadOf(input, multiplier, volumes.unit);
  return { total: single, gross: single, profile: known ? volumes.delivery : undefined, when };
}

function spreadOf({ timing }: CostInput, multiplier: Multiplier | undefined, participant: string): WhenItFalls {
  if (timing === "recurring" || multiplier === undefined || multiplier.by === "once" || multiplier.by === "years")
    return evenlyDelivered;
  return asTheyStart(multiplier.by === "things" ? multiplier.noun : participant);
}

/** `amount` in year 0 and again every `lasts` years inside the period; what it is worth at the end of a life comes back then. */
function capitalCash(input: CostInput, lasts: Worked, single: Worked, frame: CostFrame): Cash {
  const period = frame.volumes.period.value;
  const life = lasts.value;
  if (period === undefined || life === undefined) {
    const missing = life === undefined ? lasts.missing : periodMissing;
    const total = unknown(
      input.name,
      { reason: "line", what: input.name, ref: input.ref, because: missing },
      { unit: single.unit, ref: input.ref },
    );
    return { total, gross: total, profile: undefined, when: boughtAgain([]) };
  }
  const years = purchases(life, period);
  const gross =
    years.length === 1
      ? single
      : product(input.name, [single, given(TIMES_BOUGHT, years.length, { note: `every ${life} years of ${period}` })], {
          unit: single.unit,
          ref: input.ref,
          aspect: "every purchase",
        });
  const profile = profileOf(years);
  const when = boughtAgain(years);
  const ends = retirements(life, period);
  if (input.residual === undefined || ends.length === 0) return { total: gross, gross, profile, when };
  const back = product(
    `Residual value of ${input.name}`,
    [frame.prices.convert(input.residual.worked, input.residual.base), given("Times it comes back", ends.length)],
    { unit: single.unit },
  );
  const residual = product(back.label, [back, frame.discounter.weight(profileOf(ends), comesBack(ends))], {
    unit: single.unit,
    aspect: "present value",
  });
  const total = difference(input.name, gross, back, { ref: input.ref, aspect: "less what comes back" });
  return { total, gross, profile, when, back, backIn: profileOf(ends), residual };
}

/** Money with the years that it falls in. */
export interface Flow {
  readonly worked: Worked;
  readonly profile: Profile;
}

/** A line's cash, corrected or not, by when it is paid; what comes back at the end of a life is taken off then. None without a period. */
export function flowsOf(of: Worked, { profile, returned }: Pick<CostResult, "profile" | "returned">): readonly Flow[] {
  if (profile === undefined || of.value === undefined) return [];
  if (returned === undefined) return [{ worked: of, profile }];
  const { worked: back } = returned;
  const paid = sum(of.label, [of, back], { unit: of.unit, ref: of.ref, aspect: "before what comes back" });
  const off = apply(back.label, [back], ([value = 0]) => -value, {
    unit: back.unit,
    aspect: "taken off",
    note: "comes back at the end of its life, so taken off",
  });
  return [
    { worked: paid, profile },
    { worked: off, profile: returned.profile },
  ];
}
