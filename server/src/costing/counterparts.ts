import type { Unit } from "../values/types.ts";
import { CLOSED_UNITS, divideUnits, isDimensionless, multiplyUnits, NO_UNIT } from "../values/units.ts";
import { given, type Worked } from "./worked.ts";

/**
 * The factor 1 by which a product takes one thing for another, such as each family of the service for one case of a price per case;
 * undefined where its units need none. Only things that are counted can stand for each other.
 */
export function counterparts(worked: Worked, of: Unit): Worked | undefined {
  // Of what is not known, units may not be known either.
  if (worked.operation !== "product" || worked.value === undefined) return undefined;
  const from = worked.operands.reduce((so, operand) => multiplyUnits(so, operand.unit), NO_UNIT);
  const left = divideUnits(of, from);
  if (isDimensionless(left) || left.powers.some(([base]) => CLOSED_UNITS.includes(base))) return undefined;
  const named = (sign: 1 | -1): string =>
    left.powers.flatMap(([base, power]) => (Math.sign(power) === sign ? [base] : [])).join(" and ");
  const [above, below] = [named(1), named(-1)];
  const label =
    above === ""
      ? `For each ${below}`
      : below === ""
        ? `Counted as one ${above}`
        : `One ${below} counts as one ${above}`;
  return given(label, 1, { unit: left, note: "one is counted for each: the same here" });
}
