/**
 * Rounds half up (away from zero, so that a cost and a saving of one size show one figure) after rounding to 15 significant
 * digits, which takes away the dust of binary arithmetic: 1.005 shows as 1.01. Answers plain digits: `-1234.50`, never `-0.00`.
 * The value must be finite. `places` may be negative (`-3`: whole thousands).
 */
export function roundedText(value: number, places: number): string {
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toExponential(14).split("e");
  const digits = mantissa.replace(".", "");
  const kept = Number(exponent) + 1 + places;
  if (kept < 0) return plain("0", places, false);
  const up = (digits[kept] ?? "0") >= "5" ? 1n : 0n;
  const rounded = BigInt(digits.slice(0, kept).padEnd(kept, "0") || "0") + up;
  return plain(rounded.toString(), places, value < 0);
}

/** Digits that count in units of 10^-places, as a decimal number. */
function plain(units: string, places: number, negative: boolean): string {
  const zero = /^0*$/.test(units);
  const sign = negative && !zero ? "-" : "";
  if (places <= 0) return sign + (zero ? "0" : units + "0".repeat(-places));
  const padded = units.padStart(places + 1, "0");
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** Puts commas between thousands: `1234.50` gives `1,234.50`. */
export function grouped(digits: string): string {
  const [, sign = "", before = "", after = ""] = /^(-?)(\d*)(.*)$/.exec(digits) ?? [];
  const first = before.length % 3;
  const groups = first === 0 ? [] : [before.slice(0, first)];
  for (let i = first; i < before.length; i += 3) groups.push(before.slice(i, i + 3));
  return sign + groups.join(",") + after;
}

/** Power of ten of the first digit, once rounded to 15 digits: 2 for 559.8, -3 for 0.0082, 0 for 0. */
export function magnitude(value: number): number {
  return value === 0 ? 0 : Number(Math.abs(value).toExponential(14).split("e")[1]);
}

/** Drops zeros after the point that say nothing: `2.50` gives `2.5`, `3.00` gives `3`. */
export function trimmed(digits: string): string {
  return digits.includes(".") ? digits.replace(/0+$/, "").replace(/\.$/, "") : digits;
}
