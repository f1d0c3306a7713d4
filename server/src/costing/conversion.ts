/** Products of quantities and prices with their units of time brought together (hours to minutes, posts to hours). */
import { settleTime } from "../values/time.ts";
import type { Unit, WorkingYear } from "../values/types.ts";
import { divideUnits, powerOf, unit } from "../values/units.ts";
import { given, product, type Worked } from "./worked.ts";

/**
 * The product of factors, with every conversion of units it needed as a factor of its own, so that a derivation shows it. Posts (FTE)
 * and hours of work meet through the working year, a stated assumption: 4 FTE x £38/hour.
 */
export function multiplied(label: string, factors: readonly Worked[], workingYear: WorkingYear): Worked {
  const [only] = factors;
  const plain = factors.length === 1 && only !== undefined ? only : product(label, factors);
  if (plain.unit.powers.length < 2) return plain;
  const posts = powerOf(plain.unit, "FTE");
  const settled = settle(plain, label, posts === 0 ? undefined : hoursOfPosts(plain.unit, posts, workingYear));
  return settled;
}

function settle(plain: Worked, label: string, posts: Worked | undefined): Worked {
  const withPosts = posts === undefined ? plain : product(label, [plain, posts], { aspect: "with posts as hours" });
  const { value, unit: to, conversions } = settleTime(1, withPosts.unit);
  if (conversions.length === 0) return withPosts;
  const note = conversions.map((conversion) => conversion.text).join("; ");
  const factor = given("Units of time", value, { note, unit: divideUnits(to, withPosts.unit) });
  const factors = withPosts.operation === "product" ? withPosts.operands : [withPosts];
  return product(label, [...factors, factor], {
    unit: to,
    ref: plain.ref,
    note: plain.note,
    fromPrices: withPosts.fromPrices,
  });
}

/** The factor that turns posts into hours, or hours into posts, when the other stands across the line; undefined when none is needed. */
function hoursOfPosts(of: Unit, posts: number, workingYear: WorkingYear): Worked | undefined {
  const hours = powerOf(of, "hour") + powerOf(of, "minute");
  if (posts * hours >= 0) return undefined;
  const yearly = workingYear.weeks * workingYear.hoursPerWeek;
  const note = `${workingYear.weeks} weeks x ${workingYear.hoursPerWeek} hours a week`;
  if (posts > 0)
    return given("Hours of one full-time post in a year", yearly, {
      note,
      unit: unit(["hour", 1], ["FTE", -1], ["year", -1]),
    });
  return postsPerHour(workingYear);
}

/** What turns the cost of a post for a year into that of one of its hours, by the working year. */
export function postsPerHour({ weeks, hoursPerWeek }: WorkingYear): Worked {
  return given("Full-time posts in one hour of work a year", 1 / (weeks * hoursPerWeek), {
    note: `${weeks} weeks x ${hoursPerWeek} hours a week`,
    unit: unit(["FTE", 1], ["year", 1], ["hour", -1]),
  });
}

/** The lone unit of calendar time below the line, as a factor that turns it into years; undefined when it is years already or there is none. */
export const perYearFactor = (of: Unit): Worked | undefined => perTimeFactor(of, "year");

/** The lone unit of calendar time below the line, as a factor that turns it into another, such as weeks; undefined when it is that already or there is none. */
export function perTimeFactor(of: Unit, to: string): Worked | undefined {
  for (const base of ["day", "week", "fortnight", "month", "year"] as const) {
    if (base === to || powerOf(of, base) !== -1) continue;
    const { value, conversions } = settleTime(1, unit([to, 1], [base, -1]));
    return given(`${base}s in a ${to}`, value, {
      unit: unit([base, 1], [to, -1]),
      note: conversions.map((conversion) => conversion.text).join("; "),
    });
  }
  return undefined;
}
