import type { Form } from "../types.ts";
import type { Habit } from "./types.ts";

const EFFECTS: readonly Form[] = ["effect", "change"];
const NOT_SIGNIFICANT =
  "A result that is not significant is written with its p value; where only `ns` is printed, with the level it missed.";
const MONTHS_OF_PROGRESS =
  "Months of progress are not an effect: a result prints them under `months:`, and the standardised difference behind them stands here.";

/** Ways of writing effects and p values. */
export const FINDINGS: readonly Habit[] = [
  {
    forms: ["p"],
    text: /^(?:p\s*[=:]?\s*)?(?:n\.?s\.?|not significant|non-?significant)$/i,
    say: () => ({ message: NOT_SIGNIFICANT, example: "p over 0.05" }),
  },
  {
    forms: EFFECTS,
    text: /^(.*\d\)?)[\s,;(]*(?:p\s*[=:]?\s*)?(?:n\.?s\.?|not significant|non-?significant)\)?$/i,
    say: ([, effect]) => ({ message: NOT_SIGNIFICANT, example: `${effect}, p over 0.05` }),
  },
  {
    forms: EFFECTS,
    text: /^(?:none|nil|null|no (?:effect|change|impact|significant (?:effect|difference|change|impact))|not significant|non-?significant|n\.?s\.?)$/i,
    say: () => ({
      message:
        "Where no effect was found, write the figure with its interval, or `no difference` if no figure is printed; what was never measured is `not measured`.",
      example: "no difference",
    }),
  },
  {
    forms: EFFECTS,
    text: /^(?:[rtfz]|χ2|χ²|chi2|chi-squared?|η2|η²|r2|r²)\s*(?:\([^)]*\))?\s*=?\s*[-−]?[.\d]/i,
    say: () => ({
      message:
        "A correlation or a test statistic does not say how large the effect is: write a difference, a ratio, or `d` or `g`, as printed or converted.",
      example: "g 0.35 (95% CI 0.11 to 0.59)",
    }),
  },
  {
    forms: EFFECTS,
    text: /months?['’]?s?\s+(?:of\s+)?(?:additional\s+|extra\s+)?progress/i,
    say: () => ({ message: MONTHS_OF_PROGRESS, example: "g 0.10" }),
  },
  {
    forms: EFFECTS,
    text: /^(?:an? )?[-−+]?(\d[\d.]*)\s*(?:%|per ?cent)\s*(reduction|lower|less|fewer|decrease|fall|drop|cut|increase|higher|more|rise|greater|improvement)\b/i,
    say: ([, number, word = ""]) => {
      const sign = /increase|higher|more|rise|greater/i.test(word) ? "+" : "-";
      const better = /improvement/i.test(word);
      const [points, relative] = better
        ? [`${number} points better`, `${number}% relative better`]
        : [`${sign}${number} points`, `${sign}${number}% relative`];
      return {
        message: `A percentage alone does not say which kind of effect it is: percentage points (\`${points}\`) or relative to the rate without (\`${relative}\`).`,
        example: points,
      };
    },
  },
  {
    text: /^(.*[([](?:\d+%\s*CI:?\s*)?)([£$€]?[-−+]?[£$€]?[\d.,·]+%?)(\s*(?:to|,|;|-|–)\s*)([£$€]?[-−+]?[£$€]?[\d.,·]+%?)([)\]].*)$/i,
    say: ([, before, low, to, high, after]) => ({
      message: "The upper end of the interval is below the lower one.",
      example: `${before}${high}${to}${low}${after}`,
    }),
  },
];
