import type { Figure } from "../costing/figure.ts";
import { FIGURES, type FigureId } from "../costing/figures.ts";
import type { Missing, NoneReason, Worked } from "../costing/worked.ts";
import { formatFigure, NOT_KNOWN } from "../values/format.ts";

type Sized = Pick<Worked, "value" | "unit" | "low" | "high"> & {
  readonly none?: NoneReason | undefined;
  readonly id?: FigureId;
};

/** Ratios of money are printed to two places everywhere: 2.30, not 2.3. */
const ratioPlaces = { places: 2 };
/** A share stands as a percentage wherever it is named as one. */
const isShare = (id: FigureId | undefined): boolean => id !== undefined && FIGURES[id].unit === "share";
const isRatio = (id: FigureId | undefined): boolean => id !== undefined && FIGURES[id].unit === "ratio";

/** A figure as shown: through the one formatter, or why there is none. Never a zero for what is not known. */
export function shown({ value, unit, none, id }: Sized, percent = isShare(id)): string {
  if (value === undefined) return none === undefined ? NOT_KNOWN : `none: ${none}`;
  const figure = formatFigure({ value, unit }, { percent, ...(isRatio(id) ? ratioPlaces : {}) });
  return none === undefined ? figure : `${none} (${figure})`;
}

/** What a ratio of benefit to cost brings, and for what, in the money of the spec: `£2.30` and `£1`. */
export const forEachOne = (ratio: number, money: Sized["unit"]): readonly [brings: string, each: string] => [
  formatFigure({ value: ratio, unit: money }, ratioPlaces),
  formatFigure({ value: 1, unit: money }),
];

/** Why no pound can be said to return anything: `no return ratio: no effect shown`. */
export const noReturnText = ({ none }: Pick<Sized, "none">): string =>
  `no return ratio: ${none === "no cost" ? "it costs nothing" : (none ?? NOT_KNOWN)}`;

/** The interval of a figure, where it has one. */
export function rangeText(
  { low, high, unit, id }: Pick<Sized, "low" | "high" | "unit" | "id">,
  percent = isShare(id),
): string {
  if (low === undefined || high === undefined) return "";
  return formatFigure(
    { value: (low + high) / 2, unit, range: { low: Math.min(low, high), high: Math.max(low, high) } },
    { percent, ...(isRatio(id) ? ratioPlaces : {}) },
  );
}

/** `not costed: 2 lines`, `without the cost of the comparator` beside a known part, `needs the number of starters` without one. The lines say themselves what they lack. */
export function missingText(figure: Lacking & { readonly value: number | undefined }): string {
  const lines = linesIn(figure.missing);
  const isPath = ({ reason }: Missing): boolean => reason === "no-path-in-time";
  const others = namesOf(figure.missing.filter((each) => !isPath(each)));
  const paths = namesOf(figure.missing.filter(isPath));
  return [
    ...(lines > 0 ? [`not costed: ${lines === 1 ? "1 line" : `${lines} lines`}`] : []),
    ...(others.length > 0 ? [`${figure.value === undefined ? "needs" : "without"} ${listed(others)}`] : []),
    ...paths.map(notKnown),
  ].join("; ");
}

/** `the years in which "X" is gained: it is given as one sum` as a sentence; the reason stands after the last colon. */
function notKnown(what: string): string {
  const colon = what.lastIndexOf(": ");
  const end = colon < 0 ? what.length : colon;
  return `${what.slice(0, end)} are not known${what.slice(end)}`;
}

/** What one line itself lacks. */
export function lackText({ missing }: Lacking): string {
  const whats = missing.flatMap((each) => each.because ?? [each]).map((each) => each.what);
  return whats.length === 0 ? "" : `needs ${listed([...new Set(whats)])}`;
}

interface Lacking {
  readonly missing: readonly Missing[];
}

/** What is missing besides whole lines. */
const namesOf = (missing: readonly Missing[]): string[] => [
  ...new Set(missing.filter((each) => each.reason !== "line").map((each) => each.what)),
];

/** How many lines are missing: two of one name are two. Figures that came from another thread know the names only. */
const linesIn = (missing: readonly Missing[]): number =>
  new Set(missing.filter(({ reason }) => reason === "line").map(({ ref, what }) => ref ?? what)).size;

/** How many are named before the rest is counted. */
const named = 3;

/** Names, the first three in full. */
export function listed(names: readonly string[]): string {
  const rest = names.length - named;
  return rest > 0 ? `${names.slice(0, named).join(", ")} and ${rest} more` : names.join(", ");
}

/** Stands for `unverifiedText` where a footnote says it once for all. */
export const UNVERIFIED_MARK = "†";

export const unverifiedText = "rests on reference data not checked against its source";

/** What stands beside a figure: its interval, what is missing from it, and whether it is inferred or rests on unverified data. */
export function noteOf(figure: Figure, percent = isShare(figure.id), unverified = unverifiedText): string {
  return [
    rangeText(figure, percent),
    missingText(figure),
    figure.basis === "inferred" ? "inferred" : "",
    figure.unverified.length > 0 ? unverified : "",
  ]
    .filter((each) => each !== "")
    .join("; ");
}
