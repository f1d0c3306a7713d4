import fc from "fast-check";
import { grade, length, maybe, money, payers, percent, pounds, priceYear, seldom } from "./arbitraries.ts";
import { change } from "./generate-effects.ts";
import type { Claim, Given, Outcome, Value } from "./spec.ts";

const value = (per: string, most: number) =>
  fc.record({
    value: pounds(most).map((n) => money(n, per)),
    price_year: priceYear,
    gains: payers,
    cashable: maybe(percent(0, 100)),
    confidence: maybe(grade),
  });

/** Some states are valued by what the library says of care. */
const fromLibrary = fc.record({ price_year: maybe(priceYear), gains: maybe(payers), confidence: maybe(grade) });

const people = fc.oneof(
  fc.constantFrom("starters", "completers").map((affects) => ({ affects })),
  fc.record({ affects: fc.constantFrom("eligible", "offered"), engagement: maybe(percent(10, 100)) }),
);

export type Claimed = { claim: Claim; outcome: Outcome };

/** A claim and the outcome that it names, whose id is made one of a kind by `id`. */
export const claimed = change
  .chain((both) =>
    fc.record({
      both: fc.constant(both),
      kinds: fc.subarray(["fiscal", "economic", "social"], { minLength: 1, maxLength: 2 }),
      values: fc.tuple(value(both.per, both.most), value(both.per, both.most)),
      library: fc.option(fromLibrary, { nil: undefined, freq: 2 }),
      people,
      chain: fc.record({
        need: maybe(percent(10, 100)),
        lag: maybe(fc.constantFrom("0 months", "3 months", "6 months", "1 year", "14 months", "3 years", "32 years")),
        attribution: maybe(percent(10, 100)),
        confidence: maybe(grade),
      }),
      retention: maybe(percent(10, 100)),
      drop_off: maybe(percent(1, 60)),
      transfer: seldom(fc.constant(true)),
      families: fc.boolean(),
    }),
  )
  .map((m) => (outcome: string, library: string): Claimed => {
    const { both } = m;
    const valued = m.kinds.map((kind, n) => ({ ...m.values[n], kind }));
    if (both.per === "/child/year" && m.library) {
      valued[0] = { ...m.library, value: `${library}/care`, kind: m.kinds[0] } as (typeof valued)[0];
    }
    const family = m.families && !m.library;
    const counted = <T>(part: T): T =>
      family ? JSON.parse(JSON.stringify(part).replaceAll(/(\/| per )child\b/g, "$1family")) : part;
    return counted({
      claim: {
        outcome,
        ...m.people,
        retention: m.people.affects === "completers" ? undefined : m.retention,
        ...m.chain,
        drop_off: both.claim.lasts === undefined || m.drop_off === undefined ? undefined : `${m.drop_off}/year`,
        ...both.claim,
      } as Claim,
      outcome: {
        outcome,
        title: `Outcome ${outcome}`,
        counts: family ? "families" : "children",
        for: family ? "family" : "child",
        transfer: m.transfer,
        ...both.outcome,
        values: valued as Value[],
      } as Outcome,
    });
  });

const lag = fc.constantFrom("6 months", "1 year", "14 months");

/** What an evaluation valued, and when it is gained: the table of FORMAT. A time that has no use is not written. */
const gained = fc.oneof(
  fc
    .record({
      n: pounds(4_000),
      per: fc.constantFrom("/family", "/child", "/course", "/family/month", "", "library"),
      time: fc.oneof(
        fc.record({ valued: fc.constantFrom("present-value" as const, "unknown" as const), over: maybe(length) }),
        fc.record({ valued: fc.constant("undiscounted" as const), over: maybe(length), lag: maybe(lag) }),
      ),
    })
    .map(({ n, per, time }) => ({ ...(per === "library" ? { value: per } : { amount: money(n, per) }), ...time, per })),
  pounds(9_000).map((n) => ({ amount: money(n, "/year"), valued: "undiscounted" as const, per: "/year" })),
  fc
    .record({
      n: pounds(4_000),
      per: fc.constantFrom("/family/year", "/child/year", "/year", "/family/month"),
      lag: maybe(lag),
      lasts: length,
      drop_off: maybe(percent(1, 60)),
      valued: fc.constantFrom("undiscounted" as const, undefined, "present-value" as const),
    })
    .map(({ n, per, lag, drop_off, ...rest }) => ({
      amount: money(n, per),
      ...rest,
      lag: rest.valued === "present-value" ? undefined : lag,
      drop_off: drop_off && `${drop_off}/year`,
      per,
    })),
  fc
    .record({
      list: fc.array(pounds(4_000), { minLength: 1, maxLength: 7 }),
      per: fc.constantFrom("/family", "/child", "/family/year", "", "/year"),
      lag: maybe(lag),
      valued: fc.constantFrom("undiscounted" as const, undefined, "present-value" as const),
    })
    .map(({ list, per, lag, valued }) => ({
      by_year: list.map((n) => money(n, per)),
      lag: valued === "present-value" ? undefined : lag,
      valued,
      per,
    })),
);

/** Benefits that an evaluation valued itself. */
export const given = fc
  .record({
    gained,
    kind: fc.constantFrom("fiscal", "economic", "social"),
    gains: payers,
    of: maybe(fc.constantFrom("starters", "completers", "offered")),
    attribution: maybe(percent(10, 100)),
    cashable: maybe(percent(0, 100)),
    confidence: maybe(grade),
    price_year: maybe(priceYear),
    transfer: seldom(fc.constant(true)),
  })
  .map(({ gained, of, ...rest }) => (benefit: string, library: string): Given => {
    const { per, ...written } = gained;
    const perHead = /family|child|library/.test(per);
    if (per === "library") Object.assign(written, { value: `${library}/saving` });
    return { benefit, ...written, of: perHead ? of : undefined, ...rest } as Given;
  });
