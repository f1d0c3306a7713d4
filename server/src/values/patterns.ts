import type { Form } from "./types.ts";

/*
 * Patterns for editors that know only JSON Schema. Each accepts everything `read` accepts and more; each is linear: no group
 * repeats that could be cut in two ways, no look-around, so engines without backtracking take them too. They stand with and
 * without the `u` flag.
 */

const S = "[\\s\\u200b]";
const SIGN = `(?:[-+−‐‑–—‒]${S}*)?`;
const SYMBOL = "[£￡$€]";
const DIGIT = "[0-9.·∙⋅‧]";
/** Letters and signs that may stand before a number: `about`, `at least`, `OR`, `Cohen's d =`, `p <`. */
const LEAD = "[A-Za-zβΒ~<>≤≥≈≃=:.'’_+\\-‐‑−–—‒]";
const BEFORE = `${S}*(?:${LEAD}+(?:${S}+${LEAD}+){0,9}${S}*)?`;
/** Characters that stand in no value. */
const INSIDE = '[^?!"#&@{}|\\\\^`]';

/** The word in any capitals; patterns carry no flags. */
function anyCase(word: string): string {
  return [...word]
    .map((char) => (char === " " ? `${S}+` : /[a-z]/.test(char) ? `[${char.toUpperCase()}${char}]` : char))
    .join("");
}

function oneOf(...words: readonly string[]): string {
  return `(?:${words.map(anyCase).join("|")})`;
}

function onlyWords(...words: readonly string[]): string {
  return `${S}*${oneOf(...words)}${S}*$`;
}

const CODES = oneOf("gbp", "usd", "eur");
const NUMBER = `${BEFORE}${DIGIT}${INSIDE}*$`;
const FIGURE = `${BEFORE}(?:${SYMBOL}${S}*${SIGN})?${DIGIT}${INSIDE}*$`;
const MONEY = [
  `${BEFORE}${SYMBOL}${S}*${SIGN}${DIGIT}`,
  `${S}*(?:${LEAD}+${S}+){0,9}${LEAD}*${CODES}${S}*${SIGN}${DIGIT}`,
  `${BEFORE}${DIGIT}${INSIDE}*(?:${SYMBOL}|[Pp]|${oneOf("usd", "eur", "dollar")})`,
].join("|");
const TIMES = oneOf(
  "min",
  "hour",
  "hr",
  "day",
  "week",
  "wk",
  "fortnight",
  "month",
  "mth",
  "mo",
  "year",
  "yr",
  "annum",
  "h",
  "y",
);
const PERCENT = `(?:[%％]|${anyCase("percent")}|${anyCase("pct")}|${anyCase("per cent")})`;
const DASH = "[-−‐‑–—‒]";
const TO = `(?:[:\\-−‐‑–—‒]|${oneOf("to", "until", "through")})`;
const FINANCIAL = `(?:${anyCase("fy")}${S}*|${anyCase("financial year")}${S}*)?`;
const SLASH_OR_DASH = "[-−‐‑–—‒/∕⁄]";

const PATTERNS: { readonly [F in Form]: string } = {
  money: MONEY,
  quantity: NUMBER,
  count: NUMBER,
  "share-or-count": NUMBER,
  share: `${BEFORE}${DIGIT}${INSIDE}*${PERCENT}`,
  "share-per-time": `${BEFORE}${DIGIT}${INSIDE}*${PERCENT}`,
  duration: `${BEFORE}${DIGIT}${INSIDE}*${TIMES}`,
  rate: NUMBER,
  effect: `${onlyWords("no difference", "no-difference", "not measured", "not-measured", "unknown", "not known")}|${FIGURE}`,
  change: FIGURE,
  "price-year": `${S}*${FINANCIAL}[0-9]{4}(?:${S}*${SLASH_OR_DASH}${S}*[0-9]{2,4})?${S}*(?:${anyCase("prices")}${S}*)?$`,
  "financial-year": `${S}*${FINANCIAL}[0-9]{4}${S}*${SLASH_OR_DASH}${S}*[0-9]{2,4}${S}*(?:${anyCase("prices")}${S}*)?$`,
  date: `${S}*[0-9]{4}(?:${S}*${DASH}${S}*[0-9]{2}){0,2}${S}*$`,
  moment: `${INSIDE}*(?:${DIGIT}${INSIDE}*${TIMES}|${oneOf("after", "from", "since", "post", "following", "follow", "into", "pre", "before", "age", "old", "end", "start", "beginning", "completion", "completing", "finishing", "leaving", "discharge", "closure", "exit", "baseline", "randomisation", "randomization", "allocation", "recruitment", "referral", "enrolment", "enrollment", "entry", "intake", "birth")})`,
  ages: NUMBER,
  "working-year": `${S}*(?:[+]${S}*)?${DIGIT}${INSIDE}*[Xx×*]`,
  stated: `${onlyWords("none", "unknown", "not known")}|${FIGURE}`,
  number: NUMBER,
  threshold: MONEY,
  deadweight: NUMBER,
  allocation: `${S}*(?:[+]${S}*)?${DIGIT}${INSIDE}*(?:${TO}|[/∕⁄])`,
  significance: NUMBER,
  p: NUMBER,
  "score-range": `${BEFORE}${DIGIT}${INSIDE}*${TO}`,
};

/** A regular expression for the form: a superset of what `read` accepts, in linear time, for JSON Schemas. */
export function patternFor(form: Form): string {
  return `^(?:${PATTERNS[form]})`;
}
