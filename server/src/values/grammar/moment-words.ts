/** The words in which papers say when something was measured. */

/** What may be said to start or end. */
export const DELIVERED: readonly string[] = [
  "programme",
  "program",
  "intervention",
  "treatment",
  "delivery",
  "course",
  "training",
  "therapy",
  "service",
  "support",
  "group",
  "groups",
  "session",
  "sessions",
  "case",
];

/** `the intervention period`. */
export const RUN: readonly string[] = ["period", "phase"];

export const START: readonly string[] = [
  "start",
  "beginning",
  "baseline",
  "randomisation",
  "randomization",
  "allocation",
  "recruitment",
  "referral",
  "enrolment",
  "enrollment",
  "entry",
  "intake",
];

export const END: readonly string[] = ["end", "completion", "discharge", "closure", "exit"];

export const BEGINNING: readonly string[] = ["starting", "beginning", "joining", "entering"];
export const ENDING: readonly string[] = ["finishing", "completing", "leaving", "ending"];
export const BEGUN: readonly string[] = ["starts", "started", "begins", "began"];
export const ENDED: readonly string[] = ["ends", "ended", "finishes", "finished", "completed"];

export const JOINED: readonly string[] = ["after", "following", "post"];
export const STRAIGHT: readonly string[] = ["immediately", "immediate", "directly", "straight", "right"];

const TIMES: ReadonlyMap<string, string> = new Map(
  [
    ["day", "days"],
    ["week", "weeks", "wk", "wks"],
    ["fortnight", "fortnights"],
    ["month", "months", "mth", "mths"],
    ["year", "years", "yr", "yrs"],
  ].flatMap(([name = "", ...others]) => [name, ...others].map((each) => [each, name] as const)),
);

/** The unit of time that a word names. */
export const timeOf = (word: string): string | undefined => TIMES.get(word);

/** Numbers that papers spell out. */
export const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    eighteen: 18,
    twenty: 20,
  }),
);
