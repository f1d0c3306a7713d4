import type { Metric } from "../types.ts";
import { type Cursor, isSymbol, isWord, peek, take } from "./cursor.ts";

/**
 * Names of effect measures, longest first. `SMD` and `ES` are read as `g` (review software and
 * trials in English schools print Hedges' g under those names), an adjusted
 * ratio (`aOR`) as the ratio it is, with a note that it was adjusted, and a ratio of rates or prevalences as a relative risk.
 */
const NAMES: readonly (readonly [words: readonly string[], metric: Metric, adjusted?: true])[] = [
  [["standardised", "mean", "difference"], "g"],
  [["standardized", "mean", "difference"], "g"],
  [["adjusted", "mean", "difference"], "MD", true],
  [["adjusted", "difference"], "MD", true],
  [["adjusted", "risk", "difference"], "RD", true],
  [["adjusted", "risk", "ratio"], "RR", true],
  [["adjusted", "relative", "risk"], "RR", true],
  [["adjusted", "odds", "ratio"], "OR", true],
  [["adjusted", "hazard", "ratio"], "HR", true],
  [["adjusted", "md"], "MD", true],
  [["adjusted", "rd"], "RD", true],
  [["adjusted", "rr"], "RR", true],
  [["adjusted", "or"], "OR", true],
  [["adjusted", "hr"], "HR", true],
  [["incidence", "rate", "ratio"], "RR"],
  [["rate", "ratio"], "RR"],
  [["prevalence", "ratio"], "RR"],
  [["mean", "difference"], "MD"],
  [["difference", "in", "means"], "MD"],
  [["risk", "difference"], "RD"],
  [["risk", "ratio"], "RR"],
  [["relative", "risk"], "RR"],
  [["odds", "ratio"], "OR"],
  [["hazard", "ratio"], "HR"],
  [["cohen's", "d"], "d"],
  [["hedges", "g"], "g"],
  [["hedges'", "g"], "g"],
  [["hedges's", "g"], "g"],
  [["hedge's", "g"], "g"],
  [["effect", "size"], "g"],
  [["es"], "g"],
  [["rd"], "RD"],
  [["ard"], "RD"],
  [["md"], "MD"],
  [["smd"], "g"],
  [["d"], "d"],
  [["g"], "g"],
  [["rr"], "RR"],
  [["or"], "OR"],
  [["hr"], "HR"],
  [["aor"], "OR", true],
  [["ahr"], "HR", true],
  [["irr"], "RR"],
  [["b"], "b"],
  [["beta"], "b"],
  [["β"], "b"],
];

/** Numbers needed to treat, for one to be better off, or one worse. */
const NEEDED: readonly (readonly [words: readonly string[], direction: "better" | "worse"])[] = [
  [["number", "needed", "to", "treat"], "better"],
  [["number", "needed", "to", "harm"], "worse"],
  [["nnt"], "better"],
  [["nntb"], "better"],
  [["nnth"], "worse"],
  [["nnh"], "worse"],
];

/** The name of an effect measure, with the `=` or `of` that may follow it. */
export function readMetric(c: Cursor): { metric: Metric; adjusted: boolean; needed?: "better" | "worse" } | undefined {
  for (const [words, needed] of NEEDED) if (taken(c, words)) return { metric: "RD", adjusted: false, needed };
  for (const [words, metric, adjusted] of NAMES) {
    if (taken(c, words)) return { metric, adjusted: adjusted === true };
  }
  return undefined;
}

function taken(c: Cursor, words: readonly string[]): boolean {
  if (!words.every((word, i) => isWord(peek(c, i), word))) return false;
  for (let i = 0; i < words.length; i++) take(c, "estimate");
  if (isSymbol(peek(c), "=", ":") || isWord(peek(c), "of")) take(c, "operator");
  return true;
}
