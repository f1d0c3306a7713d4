import type { Form } from "./types.ts";

interface Entry {
  /** "an amount of money", for a sentence. */
  readonly what: string;
  /** Texts that read in the form; the first is shown in messages. */
  readonly examples: readonly [string, ...string[]];
}

const CATALOGUE: { readonly [F in Form]: Entry } = {
  money: {
    what: "an amount of money",
    examples: ["£1,200", "£71/hour", "£1.2m", "£4,560 per week", "£1,000 to £1,400", "£73/point (95% CI £42 to £140)"],
  },
  quantity: {
    what: "a quantity with its unit",
    examples: ["1.5 hours/visit x 12 visits/family", "4 FTE", "2 x 0.25 hours/pupil/week + 3 x 0.5 hours/group/week"],
  },
  count: { what: "a number of something", examples: ["60 families/year", "46 cases", "8 families/course", "240"] },
  "share-or-count": {
    what: "a share or a number of something",
    examples: ["85%", "40% of starters", "6 families/course"],
  },
  share: { what: "a share", examples: ["85%", "40% of starters", "12.5%"] },
  "share-per-time": { what: "a share per unit of time", examples: ["20%/year", "5% per month"] },
  duration: { what: "a length of time", examples: ["18 months", "12 weeks", "3 years", "5 to 8 years"] },
  rate: {
    what: "how often something happens",
    examples: ["35%", "44/108", "82 per 10,000 children", "0.4 incidents/child/year", "42.1 points"],
  },
  effect: {
    what: "an effect",
    examples: [
      "-3 points",
      "RR 0.72 (95% CI 0.55 to 0.94)",
      "g 0.35 (SE 0.11)",
      "13% v 11%",
      "32% relative",
      "no difference",
    ],
  },
  change: { what: "a change in the measure's own points", examples: ["10.57 points better", "d 0.6 better"] },
  "price-year": { what: "a price year", examples: ["2023-24", "2019/20", "2016"] },
  "financial-year": { what: "a financial year", examples: ["2026-27", "2019/20"] },
  date: { what: "a date", examples: ["2027-03-31", "2016-07", "2016"] },
  moment: {
    what: "a time with what it is counted from",
    examples: ["6 months after end", "18 months after start", "end of programme"],
  },
  ages: { what: "a range of ages", examples: ["2 to 11 years", "36 to 59 months", "under 5"] },
  "working-year": { what: "a working year", examples: ["42 weeks x 37 hours/week"] },
  stated: { what: "a printed figure", examples: ["£560,000", "2.30", "95%", "5 to 8 years", "2.8 to 6.1", "none"] },
  number: { what: "a plain number", examples: ["0.05", "12", "+3"] },
  threshold: { what: "an amount of money for one unit of outcome", examples: ["£100/point", "£20,000/QALY"] },
  deadweight: { what: "what would have happened anyway", examples: ["20% of impact", "12 points"] },
  allocation: { what: "the relative size of the two arms", examples: ["1 to 1", "2 to 1"] },
  significance: { what: "a significance level", examples: ["5% two-sided", "5% one-sided"] },
  p: { what: "a p value", examples: ["p = 0.04", "0.04", "p < 0.05"] },
  "score-range": { what: "the lowest and highest possible score", examples: ["36 to 252"] },
};

export const FORMS = Object.keys(CATALOGUE) as readonly Form[];

/** Texts that `read` accepts in this form, the plainest first. */
export function examplesFor(form: Form): readonly string[] {
  return CATALOGUE[form].examples;
}

/** The plainest text that reads in this form. */
export function exampleFor(form: Form): string {
  return CATALOGUE[form].examples[0];
}

/** The form without an example: `an amount of money`. */
export function nameForm(form: Form): string {
  return CATALOGUE[form].what;
}
