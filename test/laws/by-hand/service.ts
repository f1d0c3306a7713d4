/** Services made up at random: what each is, and how it is written as a spec. Nothing here works anything out. */
import fc from "fast-check";

export const parties = ["local-authority", "nhs", "schools", "charity", "families"] as const;
export type Party = (typeof parties)[number];
export type Split = readonly (readonly [Party, percent: number])[];

export interface Line {
  readonly per: "once" | "total" | "year" | "child" | "completer" | "child-week";
  readonly pounds: number;
  readonly timing: "start-up" | "recurring";
  readonly lasts: number | undefined;
  /** Pounds; of what lasts. */
  readonly residual: number | undefined;
  readonly onCosts: number | undefined;
  readonly overhead: number | undefined;
  /** Given free. */
  readonly inKind: boolean;
  /** Of what lasts: percent of it that is of a usual design, percent of the bias that is managed. */
  readonly bias: { readonly usual: number; readonly managed: number | undefined } | undefined;
  readonly payers: Split;
  readonly additional: boolean;
  readonly grade: number | undefined;
  readonly year: string;
}

export interface Claim {
  readonly affects: "starters" | "completers" | "eligible";
  readonly need: number | undefined;
  readonly engagement: number | undefined;
  readonly retention: number | undefined;
  readonly sort: "event" | "state" | "rate";
  readonly better: "lower" | "higher";
  /** Percent; of a rate, incidents a child and year in hundredths. */
  readonly without: number;
  readonly effect: { readonly metric: "RR" | "OR" | "HR" | "RD" | "relative" | "impact"; readonly size: number };
  readonly deadweight: { readonly points: boolean; readonly size: number };
  readonly attribution: number | undefined;
  /** Months. */
  readonly lag: number | undefined;
  readonly lasts: number;
  readonly dropOff: number | undefined;
  readonly grade: number | undefined;
  readonly worth: {
    readonly pounds: number;
    readonly kind: Kind;
    readonly gains: Split;
    readonly cashable: number | undefined;
    readonly grade: number | undefined;
  };
}

export type Kind = "fiscal" | "economic" | "social";

export interface Benefit {
  readonly pounds: number;
  readonly of: "starters" | "completers";
  readonly kind: Kind;
  readonly gains: Split;
  /** Months; undefined: a present value. */
  readonly over: number | undefined;
  readonly attribution: number | undefined;
  readonly cashable: number | undefined;
  readonly grade: number | undefined;
  readonly transfer: boolean;
}

export const corrections = ["optimism-bias", "attribution", "deadweight", "discounting", "drop-off"] as const;

export interface Service {
  /** Corrections that the appraisal leaves out. */
  readonly leaveOut: readonly (typeof corrections)[number][];
  readonly eligible: number;
  readonly starts: number;
  readonly startsAreYearly: boolean;
  readonly completes: number;
  /** Months. */
  readonly period: number;
  readonly weeks: number;
  readonly lines: readonly Line[];
  readonly comparator: { readonly pounds: number; readonly payers: Split } | undefined;
  readonly claims: readonly Claim[];
  readonly benefits: readonly Benefit[];
  readonly perspective: "local-authority" | "public-sector" | "society";
  readonly view: "economic" | "budget";
  readonly flows: "start-of-year" | "mid-year";
  /** Percent a year; undefined: the Green Book's standard rates. */
  readonly rate: number | undefined;
  /** Months. */
  readonly horizon: number | undefined;
  readonly capital: "annualise" | "spread" | "expense";
}

const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 2 });
const percent = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const split: fc.Arbitrary<Split> = fc.oneof(
  fc.constantFrom(...parties).map((party): Split => [[party, 100]]),
  fc.tuple(fc.shuffledSubarray([...parties], { minLength: 2, maxLength: 2 }), percent(1, 99)).map(
    ([two, share]): Split => [
      [two[0] as Party, share],
      [two[1] as Party, 100 - share],
    ],
  ),
);
const grade = maybe(fc.integer({ min: 1, max: 6 }));

const line: fc.Arbitrary<Line> = fc.record({
  per: fc.constantFrom<Line["per"][]>("once", "total", "year", "child", "completer", "child-week"),
  pounds: fc.integer({ min: 1, max: 60_000 }),
  timing: fc.constantFrom<Line["timing"][]>("start-up", "recurring"),
  lasts: maybe(fc.integer({ min: 1, max: 6 })),
  residual: maybe(fc.integer({ min: 1, max: 400 })),
  onCosts: maybe(percent(1, 40)),
  overhead: maybe(percent(1, 40)),
  inKind: fc.boolean(),
  bias: maybe(fc.record({ usual: percent(0, 100), managed: maybe(percent(0, 100)) })),
  payers: split,
  additional: fc.boolean(),
  grade,
  year: fc.constantFrom("2015-16", "2019-20", "2024-25"),
});

const claim: fc.Arbitrary<Claim> = fc.record({
  affects: fc.constantFrom<Claim["affects"][]>("starters", "completers", "eligible"),
  need: maybe(percent(5, 100)),
  engagement: maybe(percent(5, 100)),
  retention: maybe(percent(5, 100)),
  sort: fc.constantFrom<Claim["sort"][]>("event", "state", "rate"),
  better: fc.constantFrom<Claim["better"][]>("lower", "higher"),
  without: percent(5, 60),
  effect: fc.record({
    metric: fc.constantFrom<Claim["effect"]["metric"][]>("RR", "OR", "HR", "RD", "relative", "impact"),
    size: percent(1, 39),
  }),
  deadweight: fc.record({ points: fc.boolean(), size: percent(0, 30) }),
  attribution: maybe(percent(10, 100)),
  lag: maybe(fc.integer({ min: 0, max: 30 })),
  lasts: fc.integer({ min: 1, max: 60 }),
  dropOff: maybe(percent(1, 60)),
  grade,
  worth: fc.record({
    pounds: fc.integer({ min: 1, max: 40_000 }),
    kind: fc.constantFrom<Kind[]>("fiscal", "economic", "social"),
    gains: split,
    cashable: maybe(percent(0, 100)),
    grade,
  }),
});

const benefit: fc.Arbitrary<Benefit> = fc.record({
  pounds: fc.integer({ min: 1, max: 20_000 }),
  of: fc.constantFrom<Benefit["of"][]>("starters", "completers"),
  kind: fc.constantFrom<Kind[]>("fiscal", "economic", "social"),
  gains: split,
  over: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined, freq: 4 }),
  attribution: maybe(percent(10, 100)),
  cashable: maybe(percent(0, 100)),
  grade,
  transfer: fc.boolean(),
});

export const service: fc.Arbitrary<Service> = fc.record({
  leaveOut: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...corrections]) },
  ),
  eligible: fc.integer({ min: 400, max: 4_000 }),
  starts: fc.integer({ min: 1, max: 300 }),
  startsAreYearly: fc.boolean(),
  completes: percent(10, 100),
  period: fc.constantFrom(12, 18, 24, 30, 36, 48, 60),
  weeks: fc.integer({ min: 1, max: 60 }),
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  comparator: maybe(fc.record({ pounds: fc.integer({ min: 1, max: 3_000 }), payers: split })),
  claims: fc.array(claim, { maxLength: 3 }),
  benefits: fc.array(benefit, { maxLength: 3 }),
  perspective: fc.constantFrom<Service["perspective"][]>("local-authority", "public-sector", "society"),
  view: fc.constantFrom<Service["view"][]>("economic", "budget"),
  flows: fc.constantFrom<Service["flows"][]>("start-of-year", "mid-year"),
  rate: maybe(fc.integer({ min: 0, max: 9 })),
  horizon: maybe(fc.integer({ min: 6, max: 100 })),
  capital: fc.constantFrom<Service["capital"][]>("annualise", "spread", "expense"),
});

/** A share in the words of the format. */
const shares = (of: Split, pad: string): string => of.map(([party, share]) => `\n${pad}${party}: ${share}%`).join("");
const opt = (key: string, value: string | number | undefined, pad: string): string =>
  value === undefined ? "" : `${pad}${key}: ${value}\n`;

const UNITS: Readonly<Record<Line["per"], string>> = {
  once: "",
  total: "",
  year: "/year",
  child: "/child",
  completer: "/child",
  "child-week": "/child/week",
};

/** Whether the capital of a line is raised by its sort of project, not by its grade. */
export const isBiased = ({ per, lasts, bias }: Line): boolean =>
  per === "once" && lasts !== undefined && bias !== undefined;

const biasText = (one: Line): string =>
  one.bias === undefined || !isBiased(one)
    ? ""
    : `      optimism_bias:\n        category:\n          standard-buildings: ${one.bias.usual}%\n          non-standard-buildings: ${100 - one.bias.usual}%\n${opt("managed", one.bias.managed === undefined ? undefined : `${one.bias.managed}%`, "        ")}`;

const lineText = (one: Line, at: number): string =>
  `    - item: Line ${at}\n      timing: ${one.per === "once" ? "start-up" : one.per === "total" ? "recurring" : one.timing}\n` +
  `      amount: "£${one.pounds}${UNITS[one.per]}"\n      price_year: ${one.year}\n      additional: ${one.additional}\n` +
  opt("of", one.per === "completer" ? "completers" : undefined, "      ") +
  opt("lasts", one.per === "once" && one.lasts !== undefined ? `${one.lasts} years` : undefined, "      ") +
  opt(
    "residual",
    one.per === "once" && one.lasts !== undefined && one.residual !== undefined ? `£${one.residual}` : undefined,
    "      ",
  ) +
  opt("on_costs", one.onCosts === undefined ? undefined : `${one.onCosts}%`, "      ") +
  opt("overhead", one.overhead === undefined ? undefined : `${one.overhead}%`, "      ") +
  opt("paid", one.inKind ? "in-kind" : undefined, "      ") +
  biasText(one) +
  opt("confidence", one.grade, "      ") +
  `      who_pays:${shares(one.payers, "        ")}\n`;

/** The effect as a trial would print it. */
function effectText({ sort, effect, without, deadweight, better }: Claim): string {
  const base = sort === "rate" ? `${without / 100} incidents/child/year` : `${without}%`;
  const { metric, size } = effect;
  if (metric === "impact" && sort !== "rate")
    return `    impact: ${size}%\n    deadweight: ${deadweight.points ? `${deadweight.size} points` : `${deadweight.size}% of impact`}\n`;
  const down = better === "lower";
  // What rates know no odds, hazards or points of, they take as a ratio.
  const known = sort === "rate" && metric !== "relative" ? "RR" : metric;
  const written: Readonly<Record<string, string>> = {
    RR: `RR ${(down ? 100 - size : 100 + size) / 100}`,
    OR: `OR ${(down ? 100 - size : 100 + size) / 100}`,
    HR: `HR ${(down ? 100 - size : 100 + size) / 100}`,
    RD: `RD ${down ? -Math.min(size, without) : size}%`,
    relative: `${down ? -size : size}% relative`,
  };
  return `    without: ${base}\n    effect: ${written[known === "impact" ? "RR" : known]}\n`;
}

const claimText = (one: Claim, at: number): string =>
  `  - outcome: outcome-${at}\n    affects: ${one.affects}\n` +
  opt("need", one.need === undefined ? undefined : `${one.need}%`, "    ") +
  opt("engagement", one.engagement === undefined ? undefined : `${one.engagement}%`, "    ") +
  opt("retention", one.retention === undefined ? undefined : `${one.retention}%`, "    ") +
  effectText(one) +
  opt("attribution", one.attribution === undefined ? undefined : `${one.attribution}%`, "    ") +
  opt("lag", one.lag === undefined ? undefined : `${one.lag} months`, "    ") +
  `    lasts: ${one.lasts} months\n` +
  opt("drop_off", one.dropOff === undefined ? undefined : `${one.dropOff}%/year`, "    ") +
  opt("confidence", one.grade, "    ");

const outcomeText = ({ sort, better, worth }: Claim, at: number): string =>
  `---\noutcome: outcome-${at}\nkind: ${sort === "state" ? "state" : "event"}\nbetter: ${better}\ncounts: ${sort === "rate" ? "incident" : "child"}\nvalues:\n` +
  `  - value: "£${worth.pounds}${sort === "rate" ? "/incident" : sort === "state" ? "/child/year" : "/child"}"\n    price_year: 2024-25\n    kind: ${worth.kind}\n` +
  opt("cashable", worth.cashable === undefined ? undefined : `${worth.cashable}%`, "    ") +
  opt("confidence", worth.grade, "    ") +
  `    gains:${shares(worth.gains, "      ")}\n`;

const benefitText = (one: Benefit, at: number): string =>
  `  - benefit: Benefit ${at}\n    amount: "£${one.pounds}/child"\n    price_year: 2024-25\n    of: ${one.of}\n    kind: ${one.kind}\n    transfer: ${one.transfer}\n` +
  (one.over === undefined
    ? "    valued: present-value\n"
    : `    valued: undiscounted\n    over: ${one.over} months\n`) +
  opt("attribution", one.attribution === undefined ? undefined : `${one.attribution}%`, "    ") +
  opt("cashable", one.cashable === undefined ? undefined : `${one.cashable}%`, "    ") +
  opt("confidence", one.grade, "    ") +
  `    gains:${shares(one.gains, "      ")}\n`;

/** The service as a spec, its outcomes after it. */
export function written(of: Service): string {
  const { comparator } = of;
  return [
    `intervention: made-up\npopulation:\n  unit: child\n  eligible: ${of.eligible}\n  starts: ${of.starts}${of.startsAreYearly ? " children/year" : ""}\n`,
    `  completes: ${of.completes}%\n  time_in_service: ${of.weeks} weeks\n`,
    `costs:\n  price_year: 2024-25\n  period: ${of.period} months\n  perspective: ${of.perspective}\n`,
    opt("horizon", of.horizon === undefined ? undefined : `${of.horizon} months`, "  "),
    comparator === undefined
      ? "  comparator:\n    cost: none\n"
      : `  comparator:\n    cost: "£${comparator.pounds}/child"\n    who_pays:${shares(comparator.payers, "      ")}\n`,
    `  lines:\n${of.lines.map(lineText).join("")}`,
    of.claims.length === 0 ? "" : `outcomes:\n${of.claims.map(claimText).join("")}`,
    of.benefits.length === 0 ? "" : `benefits:\n${of.benefits.map(benefitText).join("")}`,
    `appraisal:\n  price_year: 2024-25\n  discounting: ${of.rate === undefined ? "green-book-standard" : `${of.rate}%`}\n  flows: ${of.flows}\n  costs: ${of.view}\n  capital: ${of.capital}\n`,
    of.leaveOut.length === 0 ? "" : `  leave_out: [${of.leaveOut.join(", ")}]\n`,
    ...of.claims.map(outcomeText),
  ].join("");
}
