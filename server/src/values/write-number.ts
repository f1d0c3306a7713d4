import { grouped } from "./decimal.ts";
import { plural } from "./nouns.ts";
import type { Factor, Unit, Written } from "./types.ts";
import { CLOSED_UNITS, currencyOf, currencySymbol, divideUnits, formatUnit, isDimensionless, unit } from "./units.ts";

/** `value` x 10^power, rounded once. Cut at 15 digits, so that 0.07 x 100 is 7. */
function shifted(value: number, power: number): number {
  if (power === 0) return value;
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + power}`);
}

/** All the digits of a number without an exponent where that is bearable. */
function shortest(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return grouped(text);
  return text.replace("e+", "e");
}

/** A number, shifted by a power of ten, to the place given; to all its digits where that place would cut it. */
export function writePlain(value: number, power = 0, written?: Written): string {
  const number = shifted(value, power);
  if (written === undefined) return shortest(number);
  const text = writeNumber(number, written);
  return shifted(Number(unscaled(text)), -power) === value ? text : shortest(number);
}

/** A written number as `Number` reads it: `1.29m` is 1.29e6. */
function unscaled(text: string): string {
  return text.replaceAll(",", "").replace("bn", "e9").replace("tn", "e12").replace(/k$/, "e3").replace(/m$/, "e6");
}

const SUFFIXES: readonly (readonly [power: number, suffix: string])[] = [
  [3, "k"],
  [6, "m"],
  [9, "bn"],
  [12, "tn"],
];

/** The digits of a number written just as finely as it was: `1,200`, `2.30`, `1.29m`. Not for negative numbers. */
export function writeNumber(value: number, written: Written): string {
  const { finest, decimals } = written;
  if (!Number.isInteger(finest) || finest < -90) return shortest(value);
  const asDigits = decimals ? finest < 0 : finest === 0;
  if (asDigits && value < 1e21) return grouped(value.toFixed(-finest));
  const scale = SUFFIXES.find(([power]) => (decimals ? power > finest && finest >= 0 : power === finest));
  if (scale !== undefined) return grouped(shifted(value, -scale[0]).toFixed(scale[0] - finest)) + scale[1];
  const places = decimals ? 1 : 0;
  const digits = shifted(value, -finest - places).toFixed(places);
  return /e/.test(digits) ? shortest(value) : `${digits}e${finest + places}`;
}

/** Whether a figure has no unit, and so may be written as a percentage. */
export function isUnitless(of: { readonly unit: Unit }): boolean {
  return isDimensionless(of.unit);
}

function nounBelow(of: Unit): string | undefined {
  return of.powers.find(
    ([base, power]) =>
      power < 0 && plural(base) !== base && !CLOSED_UNITS.includes(base) && currencyOf(unit([base, 1])) === undefined,
  )?.[0];
}

/**
 * `82 per 10,000 children`: a number finer than it has decimals was counted per many, unless it is a percentage or pence.
 * Undefined where it was not.
 */
function perMany(factor: Factor, before: string): string | undefined {
  const { finest, decimals } = factor.written;
  if (decimals || !Number.isInteger(finest) || finest > -1 || finest < -15) return undefined;
  const noun = nounBelow(factor.unit);
  const many = 10 ** -finest;
  const number = grouped(shifted(factor.value, -finest).toFixed(0));
  const per = `${grouped(String(many))}${noun === undefined ? "" : ` ${plural(noun)}`}`;
  const rest = noun === undefined ? factor.unit : divideUnits(factor.unit, unit([noun, -1]));
  const above = { powers: rest.powers.filter(([, power]) => power > 0) };
  const below = formatUnit({ powers: rest.powers.filter(([, power]) => power < 0) });
  const name = before === "" && above.powers.length > 0 ? ` ${formatUnit(above, { plural: number !== "1" })}` : "";
  return `${before}${number}${name} per ${per}${below}`;
}

/** One number with its unit, canonical: `£71/hour`, `12 visits/family`, `4 FTE`, `82 per 10,000 children`. */
export function writeFactor(factor: Factor): string {
  const { value, unit: of, written } = factor;
  const currency = currencyOf(of);
  const before = currency === undefined ? "" : currencySymbol(currency);
  const below = formatUnit({ powers: of.powers.filter(([, power]) => power < 0) });
  const hundredths = written.finest === -2 && !written.decimals;
  if (hundredths && currency === "GBP") return `${shifted(value, 2).toFixed(0)}p${below}`;
  if (hundredths && isDimensionless(of)) return `${shifted(value, 2).toFixed(0)}%`;
  const many = perMany(factor, before);
  if (many !== undefined) return many;
  const number = writeNumber(value, written);
  if (currency !== undefined) return `${before}${number}${below}`;
  const name = formatUnit(of, { plural: value !== 1 });
  return name === "" || name.startsWith("/") ? number + name : `${number} ${name}`;
}
