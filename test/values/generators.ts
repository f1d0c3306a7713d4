import fc from "fast-check";
import type { Form } from "../../server/src/values/index.ts";

type Text = fc.Arbitrary<string>;

const join = (...parts: (Text | string)[]): Text =>
  fc.tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part))).map((all) => all.join(""));
const oneOf = (...texts: string[]): Text => fc.constantFrom(...texts);
const maybe = (text: Text): Text => fc.oneof({ weight: 2, arbitrary: fc.constant("") }, { weight: 1, arbitrary: text });

const group = (digits: string, mark: string): string => digits.replace(/\B(?=(\d{3})+$)/g, mark);
const whole = fc
  .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom("", ",", " ", "\u2009", "\u00a0", "\u202f"))
  .map(([n, mark]) => group(String(n), mark));
const small = fc.integer({ min: 1, max: 60 }).map(String);
const decimals = fc.tuple(oneOf(".", "·"), fc.stringMatching(/^[0-9]{1,4}$/)).map(([point, d]) => point + d);
export const number: Text = join(whole, maybe(decimals));
const scaledNumber: Text = join(
  fc.integer({ min: 1, max: 999 }).map(String),
  maybe(decimals),
  oneOf("k", "m", "bn", " million"),
);
const nouns = [
  "visits",
  "families",
  "family",
  "child",
  "children",
  "home visits",
  "sessions",
  "QALYs",
  "crèches",
  "follow-ups",
  "people",
];
const noun = oneOf(...nouns);
const timeUnit = oneOf("hour", "hours", "weeks", "month", "year", "days", "minutes", "hrs");
const per = oneOf("/", " per ", "/ ", " / ");
const below: Text = join(per, fc.oneof(noun, timeUnit, oneOf("FTE")));
const minus = oneOf("", "", "-", "−", "+");
const about = oneOf("", "", "about ", "~", "approximately ");
const bound = oneOf("", "", "less than ", "at least ", "up to ", "over ", "≥", "no more than ");
const currency = oneOf("£", "£", "$", "€", "EUR ", "GBP ", "US$");
const to = oneOf(" to ", "-", "–", " – ");

const money: Text = fc.oneof(
  join(about, bound, minus, currency, fc.oneof(number, scaledNumber), maybe(below), maybe(below)),
  join(oneOf("£-", "£ "), number),
  join(fc.integer({ min: 1, max: 99 }).map(String), oneOf("p", "p/mile", "p per visit")),
  join("£5 per ", oneOf("100", "1,000", "250"), " children"),
  fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }), to, maybe(below))
    .map(([a, b, mark, unit]) => `£${Math.min(a, b)}${mark}£${Math.max(a, b)}${unit}`),
  join(currency, number, "/hour x ", number, oneOf("", " hours/visit", " hours")),
  join(number, " x ", currency, number),
  join("£", small, "/child + £", small, "/group"),
  fc
    .tuple(number, oneOf("95% CI ", "", "90% CI: ", "95% confidence interval "), small)
    .map(([n, ci, a]) => `£${n}/point (${ci}£${a} to £${Number(a) + 3})`),
);

const factor: Text = join(number, " ", fc.oneof(noun, timeUnit, oneOf("FTE")), maybe(below), maybe(below));
const times = oneOf(" x ", " X ", " × ", " * ", "x");
const quantity: Text = fc.oneof(
  join(about, bound, factor),
  join(factor, times, factor),
  join(small, times, factor, times, factor),
  join(small, " x ", number, " hours/pupil/week + ", small, " x ", number, " hours/group/week"),
  join(number, " per ", oneOf("1,000", "10,000"), " children"),
);

const count: Text = fc.oneof(
  join(small, oneOf("+", " or more", " or fewer"), maybe(join(" ", noun))),
  join(about, bound, number, maybe(join(" ", noun)), maybe(below)),
  oneOf("+0.24", "1e3", "2.5e-2", "5k families"),
);

const percentNumber = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map(String),
  join(fc.integer({ min: 0, max: 99 }).map(String), decimals),
);
const percent: Text = join(percentNumber, oneOf("%", " %", " per cent", " percent"));
const share: Text = fc.oneof(
  join(about, bound, percent, maybe(oneOf(" of starters", " of impact", " of all families"))),
  fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 41, max: 90 }), to).map(([a, b, m]) => `${a}%${m}${b}%`),
  fc.tuple(fc.integer({ min: 40, max: 60 }), fc.integer({ min: 1, max: 30 })).map(([a, b]) => `${a}% ± ${b}%`),
);
const smaller = oneOf("1 year 6 months", "2 years and 3 months", "1 month 2 weeks", "1 hour 30 minutes", "1 fortnight");
const duration: Text = fc.oneof(
  smaller,
  join(about, bound, number, " ", timeUnit),
  fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 9, max: 60 }), to, timeUnit)
    .map(([a, b, m, u]) => `${a}${m}${b} ${u}`),
  join(small, " years + ", small, " months"),
);
const countOf: Text = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), oneOf("/", " of ", " out of ", " / "))
  .map(([a, b, mark]) => `${Math.min(a, b)}${mark}${Math.max(a, b, 1)}`);
const rate: Text = fc.oneof(
  percent,
  countOf,
  join(
    fc.integer({ min: 0, max: 900 }).map(String),
    " per ",
    oneOf("1,000", "10,000", "100,000"),
    maybe(oneOf(" children")),
    maybe(oneOf("/year", " per year")),
  ),
  join("0", decimals, maybe(join(" incidents/child/year"))),
  join("1 in ", fc.integer({ min: 2, max: 9 }).map(String)),
  join(oneOf("", "M ", "mean = "), number, oneOf(" (SD ", " points (SD "), small, ")"),
  join(number, " points"),
);

const p: Text = join(oneOf("p = ", "P=", "p<", "p over ", "p < ", "p=", "p "), "0", decimals);
const evidence: Text = fc
  .tuple(
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 100, max: 999 }),
    oneOf("95% CI ", "", "90% CI ", "97.5% CI: "),
    to,
    maybe(join(oneOf(", ", "; "), p)),
  )
  .map(([a, b, ci, mark, tail]) => ` (${ci}0.${a}${mark}1.${b})${tail}`);
const effect: Text = fc.oneof(
  join(
    about,
    oneOf("OR ", "RR ", "HR ", "aOR ", "odds ratio "),
    fc.integer({ min: 1, max: 20 }).map(String),
    decimals,
    maybe(evidence),
  ),
  join(
    oneOf("g ", "d ", "g = ", "Cohen's d ", "SMD ", "ES "),
    minus,
    "0",
    decimals,
    oneOf("", " better", " worse"),
    maybe(evidence),
  ),
  join(oneOf("g "), "0", decimals, " (SE 0", decimals, ")", maybe(join(", ", p))),
  join(about, minus, number, oneOf(" points", " percentage points", " point", " pp"), oneOf("", " better")),
  join(minus, percentNumber, "% relative"),
  join("RD ", minus, percentNumber, oneOf("%", " points")),
  join(
    "MD ",
    minus,
    number,
    oneOf("", " QALY", " points", " minutes"),
    oneOf("", " better", " worse"),
    maybe(join(", ", p)),
  ),
  join(percent, oneOf(" v ", " vs ", " vs. ", " versus ", " against "), percent, maybe(join(", ", p))),
  join(countOf, " v ", countOf),
  join(oneOf("NNT ", "NNT = ", "NNH "), small, oneOf("", " (95% CI 3 to 61)", " (4 to 90), p = 0.04")),
  oneOf("no difference", "not measured", "unknown"),
);

const financial: Text = fc
  .tuple(fc.integer({ min: 1980, max: 2090 }), oneOf("-", "/", "–"), fc.boolean())
  .map(([y, mark, long]) => `${y}${mark}${long ? y + 1 : String(y + 1).slice(2)}`);
const month = fc.integer({ min: 1, max: 12 }).map((m) => String(m).padStart(2, "0"));
const day = fc.integer({ min: 1, max: 28 }).map((d) => String(d).padStart(2, "0"));
const year = fc.integer({ min: 1900, max: 2100 }).map(String);
const ages: Text = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 20, max: 90 }), to, oneOf(" years", " months", ""))
  .map(([a, b, mark, unit]) => `${a}${mark}${b}${unit}`);

/** Texts that the grammar must accept, form by form. */
export const TEXTS: { readonly [F in Form]: Text } = {
  money,
  quantity,
  count,
  share,
  "share-or-count": fc.oneof(share, count),
  "share-per-time": join(percentNumber, oneOf("%/year", "% per month", "% a year", "%/ week")),
  duration,
  rate,
  effect,
  change: fc.oneof(
    join(minus, number, oneOf(" points", "", " minutes"), oneOf(" better", " worse", "")),
    join("d 0", decimals, " better"),
  ),
  "price-year": fc.oneof(financial, year),
  "financial-year": financial,
  date: fc.oneof(year, join(year, "-", month), join(year, "-", month, "-", day)),
  moment: fc.oneof(
    join(
      small,
      " ",
      oneOf("months", "weeks", "years", "days"),
      " after ",
      oneOf("end", "start", "the end of the programme", "end of treatment"),
    ),
    join(
      small,
      oneOf("-month", " months", "-year", " weeks"),
      oneOf(" post-randomisation", " follow-up", " post-treatment", " of age"),
    ),
    oneOf("end", "start", "end of programme", "at end", "post-test", "immediately after", "at age 5", "birth"),
  ),
  ages: fc.oneof(
    ages,
    join(small, oneOf("+", " and over", " years and over", " or older")),
    join("under ", small, oneOf("", " years", " months")),
    join("aged ", ages),
  ),
  "working-year": join(
    fc.integer({ min: 1, max: 52 }).map(String),
    oneOf(" weeks x ", " weeks/year x "),
    fc.integer({ min: 1, max: 60 }).map(String),
    oneOf(" hours/week", " hours per week"),
  ),
  stated: fc.oneof(money, percent, number, duration, oneOf("none", "2.8 to 6.1", "250%")),
  number: join(minus, number),
  threshold: join("£", number, oneOf("/point", "/QALY", " per point")),
  deadweight: fc.oneof(join(percent, " of impact"), join(small, oneOf(" points", " percentage points"))),
  allocation: fc.oneof(join(small, " to ", small), join(small, oneOf(":", " : "), small)),
  significance: fc.oneof(
    join(
      fc.integer({ min: 1, max: 20 }).map(String),
      oneOf("%", "% two-sided", "% one-sided", "% two-tailed", "% two sided"),
    ),
    oneOf("0.05", "two-sided 5%"),
  ),
  p: fc.oneof(p, join("0", decimals), join(oneOf("<", ">", "under "), "0", decimals)),
  "score-range": fc
    .tuple(fc.integer({ min: -20, max: 40 }), fc.integer({ min: 41, max: 300 }))
    .map(([a, b]) => `${a} to ${b}`),
};
