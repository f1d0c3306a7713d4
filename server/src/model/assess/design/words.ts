/** Sizes, powers and numbers of a plan in words, as findings and worksheets share them. */
import { formatNumber, formatPercent } from "../../../values/format.ts";
import { plural } from "../../../values/nouns.ts";
import type { ExpectedEffect, PlanReading } from "./types.ts";

/** `0.31`; a third place where two would hide which is larger. */
export const sdText = (value: number, beside?: number): string => {
  const two = Math.abs(value).toFixed(2);
  return beside !== undefined && Math.abs(beside).toFixed(2) === two ? Math.abs(value).toFixed(3) : two;
};

/** The expected effect as written, with its standard deviations where it is written otherwise. */
export const expectedText = ({ text, size }: ExpectedEffect, beside?: number): string =>
  size.kind === "needs" || size.from === "" ? text : `${text} (g ${sdText(size.sd, beside)})`;

export const powerText = (power: number): string => (power > 0.995 ? "over 99%" : formatPercent(power, { places: 0 }));

/** `52 schools`. */
export const neededText = ({ noun }: Pick<PlanReading, "noun">, count: number): string =>
  `${formatNumber(count)} ${count === 1 ? noun : plural(noun)}`;
