import { grouped, magnitude, roundedText, trimmed } from "./decimal.ts";
import type { Unit } from "./types.ts";
import { currencyOf, currencySymbol, divideUnits, formatUnit, isDimensionless, unit } from "./units.ts";

/** What is shown where a figure is not known; never a zero. */
export const NOT_KNOWN = "not known";

export interface NumberStyle {
  /** Decimal places, zeros kept. Without it, three significant digits or all whole digits, zeros after the point dropped. */
  readonly places?: number;
}

export interface MoneyStyle extends NumberStyle {
  /** `short`: three significant digits with k, m or bn from 10,000 up (`£1.29m`), for tight places. */
  readonly style?: "full" | "short";
  /** `GBP` when the figure has no unit to say. */
  readonly currency?: string;
}

/** From here up the digits of a binary number mean nothing, and fill a page: `£1e308`. */
const HUGE = 1e27;

const hugeDigits = (value: number): string => String(Number(value.toPrecision(3))).replace("e+", "e");

function defaultPlaces(value: number): number {
  return Math.max(0, 2 - magnitude(value));
}

/** Rounding may carry into a new digit (0.9999 to 1.00), so zeros are dropped last. */
function digitsOf(value: number, places: number | undefined): string {
  return places === undefined ? trimmed(roundedText(value, defaultPlaces(value))) : roundedText(value, places);
}

/** A plain number as shown: `2.55`, `1,080`, `0.0082`; `not known` for one that is not finite. */
export function formatNumber(value: number, style: NumberStyle = {}): string {
  if (Math.abs(value) >= HUGE && Number.isFinite(value)) return hugeDigits(value);
  return Number.isFinite(value) ? grouped(digitsOf(value, style.places)) : NOT_KNOWN;
}

/** A share of one as a percentage: 0.125 gives `12.5%`; one decimal at most unless `places` says otherwise. */
export function formatPercent(value: number, style: NumberStyle = {}): string {
  if (!Number.isFinite(value)) return NOT_KNOWN;
  const percent = value * 100;
  const digits = style.places === undefined ? trimmed(roundedText(percent, 1)) : roundedText(percent, style.places);
  return `${grouped(digits)}%`;
}

const SHORT: readonly (readonly [power: number, suffix: string])[] = [
  [12, "tn"],
  [9, "bn"],
  [6, "m"],
  [3, "k"],
];

function shortDigits(value: number): string {
  const rounded = Number(roundedText(value, 2 - magnitude(value)));
  const [power, suffix] = SHORT.find(([least]) => magnitude(rounded) >= least) ?? [0, ""];
  return trimmed(roundedText(Number(`${rounded}e-${power}`), Math.max(0, 2 + power - magnitude(rounded)))) + suffix;
}

/** Pence are shown where they are there and the sum is below 10,000; above, whole pounds. */
function moneyPlaces(value: number): number {
  const pence = roundedText(value, 2);
  return pence.endsWith(".00") || magnitude(Number(pence)) >= 4 ? 0 : 2;
}

function moneyDigits(value: number, style: MoneyStyle): string {
  if (Math.abs(value) >= HUGE) return hugeDigits(value);
  const isShort = style.style === "short" && Math.abs(value) >= 9_999.5;
  if (isShort) return shortDigits(value);
  return grouped(roundedText(value, style.places ?? moneyPlaces(value)));
}

function withSymbol(digits: string, currency: string): string {
  const symbol = currencySymbol(currency);
  const shown = symbol === currency ? `${currency} ` : symbol;
  return digits.startsWith("-") ? `-${shown}${digits.slice(1)}` : shown + digits;
}

/** An amount as shown: `£559,820`, `£1,177.20`, `-£2,955`, with `short` `£1.29m`. */
export function formatMoney(value: number, style: MoneyStyle = {}): string {
  return Number.isFinite(value) ? withSymbol(moneyDigits(value, style), style.currency ?? "GBP") : NOT_KNOWN;
}

/** A figure with its unit, and its ends where it is a range. */
export interface Shown {
  readonly value: number;
  readonly unit: Unit;
  readonly range?: { readonly low: number; readonly high: number };
}

export interface FigureStyle extends MoneyStyle {
  /** Show a figure without a unit as a percentage. */
  readonly percent?: boolean;
}

function amount(value: number, of: Unit, style: FigureStyle): string {
  const currency = currencyOf(of);
  if (currency !== undefined) {
    const below = formatUnit(divideUnits(of, unit([currency, 1])));
    return formatMoney(value, { ...style, currency }) + (below.startsWith("/") || below === "" ? below : ` ${below}`);
  }
  if (isDimensionless(of)) return style.percent === true ? formatPercent(value, style) : formatNumber(value, style);
  const number = formatNumber(value, style);
  if (number === NOT_KNOWN) return number;
  const name = formatUnit(of, { plural: number !== "1" && number !== "-1" });
  return name.startsWith("/") ? number + name : `${number} ${name}`;
}

/** Both ends of a range of money carry as many places as the end that needs most. */
function rangeStyle(range: { low: number; high: number }, of: Unit, style: FigureStyle): FigureStyle {
  if (style.places !== undefined || style.style === "short" || currencyOf(of) === undefined) return style;
  return { ...style, places: Math.max(moneyPlaces(range.low), moneyPlaces(range.high)) };
}

/**
 * THE formatter of shown figures: `£559,820`, `£12,170/case`, `2.55`, `1.8 years`, `12.5%` (with `percent`), `£2,950 to £2,960`.
 * The unit stands once, after the upper end. Rounding happens here and nowhere else; what is worked on stays unrounded.
 */
export function formatFigure(figure: Shown, style: FigureStyle = {}): string {
  const { range, unit: of } = figure;
  if (range === undefined) return amount(figure.value, of, style);
  const both = rangeStyle(range, of, style);
  const currency = currencyOf(of);
  const bare = currency === undefined ? unit() : unit([currency, 1]);
  const low = amount(range.low, bare, both);
  const high = amount(range.high, bare, both);
  const whole = amount(range.high, of, both);
  return low === high ? whole : `${low} to ${whole}`;
}
