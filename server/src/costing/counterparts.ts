import type { Unit } from "../values/types.ts";
import { divideUnits, isCurrency, isDimensionless, multiplyUnits, NO_UNIT } from "../values/units.ts";
import { given, type Worked } from "./worked.ts";

/**
 * The factor 1 by which a product takes one thing for another, such as each family of the service for one case of a price per case;
 * undefined where its units need none. Only things that are counted can stand for each other.
 */
export function counterparts(worked: Worked, of: Unit): Worked | undefined {
  if (worked.operation !== "product") return undefined;
  const from = worked.operands.reduce((so, operand) => multiplyUnits(so, operand.unit), NO_UNIT);
  const left = divideUnits(of, from);
  if (isDimensionless(left) || left.powers.some(([base]) => isCurrency(base))) return undefined;
  const named = (sign: 1 | -1): string =>
    left.powers.flatMap(([base, power]) => (Math.sign(power) === sign ? [base] : [])).join(" and ");
  const [above, below] = [named(1), named(-1)];
  const label =
    above === ""
      ? `Each ${below} once`
      : below === ""
        ? `Counted as one ${above}`
        : `One ${below} counts as one ${above}`;
  return given(label, 1, { unit: left, note: "the two are the same here: one is counted for each of the other" });
}
