import fc from "fast-check";

export const percent = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((n) => `${n}%`);
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
/** Once in twelve. */
export const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 11, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
export const priceYear = fc.constantFrom("2014-15", "2018-19", "2019-20", "2021-22", "2022-23", "2023-24", "2024-25");
/** Written as people write it: with commas, in thousands, roughly, as a range, with an interval. */
export const money = (n: number, per = ""): string => {
  const comma = n.toLocaleString("en-GB");
  if (n % 11 === 3) return `about £${comma}${per}`;
  if (n % 11 === 5) return `£${comma} to £${(n * 3).toLocaleString("en-GB")}${per}`;
  if (n % 11 === 7) return `£${comma}${per} (95% CI £${Math.ceil(n / 2)} to £${n * 2})`;
  if (n % 11 === 9 && n >= 1000) return `£${n / 1000}k${per}`;
  if (n % 11 === 2) return `£${comma}${per.replaceAll("/", " per ")}`;
  return `£${n % 2 === 0 ? comma : n}${per}`;
};
export const pounds = (most: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: most });
export const grade = fc.integer({ min: 1, max: 6 });

const party = fc.constantFrom(
  ...["local-authority", "schools", "nhs", "dwp", "taxpayers", "charity", "families", "employers"],
);
export const payers = fc.oneof(
  { weight: 3, arbitrary: party },
  {
    weight: 1,
    arbitrary: fc
      .tuple(party, party, fc.integer({ min: 1, max: 99 }))
      .filter(([one, other]) => one !== other)
      .map(([one, other, n]) => ({ [one]: `${n}%`, [other]: `${100 - n}%` })),
  },
);

/** Parties that are not all known: a share under 100%, nobody named, or two that share it in parts nobody knows. */
export const hazyPayers = fc.oneof(
  fc.tuple(party, fc.integer({ min: 1, max: 99 })).map(([one, n]) => ({ [one]: `${n}%` })),
  fc.constant(undefined),
);

export const length = fc.constantFrom(
  "3 months",
  "1 year",
  "18 months",
  "2 years",
  "4 years",
  "7 years 3 months",
  "10 weeks",
  "26 fortnights",
  "45 years",
);
