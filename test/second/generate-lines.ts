import fc from "fast-check";
import { grade, maybe, money, payers, percent, pounds, priceYear } from "./arbitraries.ts";
import type { Line } from "./spec.ts";

type Part = { [Key in keyof Line]?: Line[Key] | undefined };
const priced = (most: number, per: string): fc.Arbitrary<Part> => pounds(most).map((n) => ({ amount: money(n, per) }));

/** `library` is written over with the name of the file's own. */
const fromLibrary = (entry: string, quantity: string): fc.Arbitrary<Part> =>
  fc.constant({ quantity, unit_cost: `library/${entry}` });

/** What a line comes to, by its unit: FORMAT, What a line costs. */
const body: fc.Arbitrary<Part> = fc.oneof(
  priced(90_000, "/year"),
  priced(90_000, ""),
  priced(900, "/family"),
  priced(90, "/family/week"),
  priced(90, "/family/month"),
  priced(500, "/child"),
  priced(5_000, "/course"),
  priced(200, "/starter"),
  fromLibrary("hour", "1.5 hours/visit x 8 visits/family"),
  fromLibrary("hour", "2 FTE"),
  fromLibrary("post", "1.5 FTE"),
  fromLibrary("post", "9 hours/family"),
  fromLibrary("visit", "6 visits/family"),
  fc.record({ n: fc.integer({ min: 1, max: 9 }), price: pounds(70) }).map(({ n, price }) => ({
    quantity: `1.5 hours/visit x ${n} visits/family`,
    unit_cost: money(price, "/hour"),
  })),
  fc.record({ n: fc.integer({ min: 1, max: 8 }), price: pounds(60_000) }).map(({ n, price }) => ({
    quantity: `${n / 2} FTE`,
    unit_cost: money(price, "/FTE/year"),
  })),
  fc.record({ n: fc.integer({ min: 1, max: 8 }), price: pounds(60) }).map(({ n, price }) => ({
    quantity: `${n / 2} FTE`,
    unit_cost: money(price, "/hour"),
  })),
  fc.record({ n: fc.integer({ min: 1, max: 40 }), price: pounds(60_000) }).map(({ n, price }) => ({
    quantity: `${n} hours/family`,
    unit_cost: money(price, "/FTE/year"),
  })),
  fc
    .record({ a: fc.integer({ min: 1, max: 9 }), b: fc.integer({ min: 1, max: 9 }), price: pounds(70) })
    .map(({ a, b, price }) => ({
      quantity: `${a} hours/family + ${b} hours/course`,
      unit_cost: money(price, "/hour"),
    })),
);

/** What is bought in whole steps: posts, courses, or the line as written. */
const stepped: fc.Arbitrary<Part> = fc
  .record({ n: fc.integer({ min: 1, max: 9 }), price: pounds(50_000), serves: fc.integer({ min: 2, max: 60 }) })
  .chain(({ n, price, serves }) =>
    fc.constantFrom(
      { quantity: `${n / 2} FTE`, unit_cost: money(price, "/FTE/year"), capacity: `${serves} families/FTE/year` },
      { quantity: `${n} FTE`, unit_cost: money(price, "/FTE/year"), capacity: `${serves} families/FTE` },
      { amount: `£${price}/course`, capacity: `${serves} families/course` },
      { amount: `£${price}/year`, capacity: `${serves} families/year` },
      { amount: `£${price}`, capacity: `${serves} families` },
    ),
  );

/** Start-up that hangs on a number: of people, of courses, of years. */
const startUp: fc.Arbitrary<Part> = fc
  .record({ n: pounds(900), per: fc.constantFrom("/family", "/child", "/course", "/year", "/family/month") })
  .map(({ n, per }) => ({ amount: money(n, per), timing: "start-up" as const }));

/**
 * Things that last, by the course, or bought as recurring. Not by the family nor by the year: whether what each family is given is
 * bought again inside the period is not said (FORMAT: "again each time what it bought has to be bought again").
 */
const lasting: fc.Arbitrary<Part> = fc
  .record({
    n: pounds(900),
    per: fc.constantFrom("", "/course"),
    timing: fc.constantFrom("start-up" as const, "recurring" as const),
    lasts: fc.constantFrom("2 years", "3 years", "5 years"),
  })
  .map(({ n, per, timing, lasts }) => ({ amount: money(n, per), timing, lasts }));

/** Things that last, bought again inside the period. */
const capital: fc.Arbitrary<Part> = fc
  .record({
    n: fc.integer({ min: 1_000, max: 90_000 }),
    timing: fc.constantFrom("start-up" as const, "prerequisite" as const),
    lasts: fc.constantFrom("1 year", "18 months", "2 years", "3 years", "4 years", "10 years", "40 years"),
    residual: maybe(fc.integer({ min: 1, max: 999 })),
    optimism_bias: maybe(
      fc.record({
        category: fc.oneof(
          fc.constantFrom("standard-buildings", "equipment-development", "outsourcing"),
          fc
            .integer({ min: 1, max: 99 })
            .map((n) => ({ "non-standard-buildings": `${n}%`, "standard-civil-engineering": `${100 - n}%` })),
        ),
        managed: percent(0, 100),
      }),
    ),
  })
  .map(({ n, residual, ...rest }) => ({
    amount: money(n),
    ...rest,
    residual: residual === undefined ? undefined : money(residual),
  }));

const oneOff: fc.Arbitrary<Part> = fc
  .record({ n: pounds(60_000), timing: fc.constantFrom("start-up" as const, "prerequisite" as const) })
  .map(({ n, timing }) => ({ amount: money(n), timing }));

/** A cost line, given the library of its file. */
export const line = fc
  .record({
    nearer: fc.boolean(),
    body: fc.oneof(
      { weight: 4, arbitrary: body },
      { weight: 1, arbitrary: capital },
      { weight: 1, arbitrary: oneOff },
      { weight: 1, arbitrary: startUp },
      { weight: 1, arbitrary: stepped },
      { weight: 1, arbitrary: lasting },
    ),
    rest: fc.record({
      who_pays: payers,
      resource: maybe(fc.constantFrom("staff", "premises", "equipment", "volunteers", "training")),
      on_costs: maybe(percent(5, 40)),
      overhead: maybe(percent(1, 30)),
      additional: maybe(fc.boolean()),
      paid: maybe(fc.constantFrom("cash" as const, "in-kind" as const)),
      price_year: maybe(priceYear),
      confidence: maybe(grade),
      of: maybe(fc.constantFrom("starters", "completers", "offered", "eligible", "40% of starters")),
      working_year: maybe(fc.constantFrom("44 weeks x 37 hours/week", "40 weeks x 35 hours/week")),
    }),
  })
  .map(({ body, rest, nearer }) => (library: string): Part => {
    const [name, entry] = (body.unit_cost ?? "").split("/");
    if (name !== "library") return { ...rest, ...body };
    // Half of these leave to the library what it says itself.
    const left = nearer ? {} : { who_pays: undefined, price_year: undefined, on_costs: undefined, overhead: undefined };
    return { ...rest, ...body, ...left, unit_cost: `${library}/${entry}` };
  });

const shares = { on_costs: maybe(percent(5, 40)), overhead: maybe(percent(1, 30)) };
const about = {
  payer: payers,
  price_year: maybe(priceYear),
  confidence: maybe(grade),
  working_year: maybe(fc.constantFrom("44 weeks x 38 hours/week", "40 weeks x 36 hours/week")),
};

/** A library of unit costs: an hour, a post, a visit, and what a year in care and a saving are worth. */
export const library = fc
  .record({
    price_year: priceYear,
    hour: fc.record({ n: pounds(70), rest: fc.record({ ...about, ...shares }) }),
    post: fc.record({ n: pounds(60_000), rest: fc.record({ ...about, ...shares }) }),
    visit: fc.record({ n: pounds(90), rest: fc.record(about) }),
    care: fc.record({ n: pounds(50_000), rest: fc.record(about) }),
    saving: fc.record({ n: pounds(5_000), rest: fc.record(about) }),
  })
  .map(({ price_year, hour, post, visit, care, saving }) => (unit_costs: string) => ({
    unit_costs,
    title: "Made up",
    price_year,
    entries: [
      { entry: "hour", value: `£${hour.n}/hour`, ...hour.rest },
      { entry: "post", value: `£${post.n}/FTE/year`, ...post.rest },
      { entry: "visit", value: money(visit.n, "/visit"), ...visit.rest },
      { entry: "care", value: money(care.n, "/child/year"), ...care.rest },
      { entry: "saving", value: money(saving.n, "/family"), ...saving.rest },
    ],
  }));
