import fc from "fast-check";
import { stringify } from "yaml";
import { grade, hazyPayers, maybe, money, payers, percent, pounds, priceYear } from "./arbitraries.ts";
import { type Claimed, claimed, given } from "./generate-benefits.ts";
import { library, line } from "./generate-lines.ts";
import type { Given } from "./spec.ts";

const appraisal = fc.record({
  price_year: fc.constantFrom("2024-25", "2022-23", "2025-26"),
  discounting: fc.constantFrom("green-book-standard", "green-book-health", "green-book-2026-sensitivity", "5%"),
  flows: fc.constantFrom("start-of-year" as const, "mid-year" as const),
  costs: fc.constantFrom("economic" as const, "budget" as const),
  capital: fc.constantFrom("annualise" as const, "spread" as const, "expense" as const),
  working_year: maybe(fc.constantFrom("42 weeks x 37 hours/week", "41 weeks x 36 hours/week")),
  deflator: maybe(fc.constantFrom("hmt-2026-03", "hmt-2026-06")),
  threshold: maybe(pounds(40_000).map((n) => `£${n}/QALY`)),
  confidence_grades: fc.option(
    fc.uniqueArray(fc.record({ grade, costs: percent(0, 50), benefits: percent(0, 50) }), {
      minLength: 1,
      maxLength: 6,
      selector: (row) => row.grade,
    }),
    { nil: undefined, freq: 2 },
  ),
  leave_out: maybe(
    fc.subarray(["optimism-bias", "attribution", "deadweight", "discounting", "drop-off"], { minLength: 1 }),
  ),
});

const comparator = fc.oneof(
  fc.constantFrom("none", "already deducted", "in benefits").map((cost) => ({ cost })),
  fc
    .record({ n: pounds(400), per: fc.constantFrom("/family", "/family/month", "/year", "/child"), who_pays: payers })
    .map(({ n, per, who_pays }) => ({ cost: money(n, per), who_pays })),
);

const which = fc.integer({ min: 0, max: 7 });

/** The text of a file, given the number that keeps its ids apart from those of the other files. */
export type Made = (id: number) => string;

export const made: fc.Arbitrary<Made> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    library,
    appraisal,
    comparator,
    starts: fc.integer({ min: 2, max: 90 }),
    flow: fc.boolean(),
    byCourse: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    completes: fc.oneof(percent(20, 100), fc.constant("count")),
    period: fc.oneof(
      fc.integer({ min: 1, max: 6 }).map((n) => `${n} years`),
      fc.constantFrom("18 months", "2 years 6 months", "9 months", "34 years"),
    ),
    perspective: fc.constantFrom("local-authority", "public-sector", "society"),
    price_year: priceYear,
    served: fc.constantFrom("20 weeks", "6 months", "1 year 6 months"),
    claims: fc.array(claimed, { maxLength: 3 }),
    given: fc.array(given, { maxLength: 3 }),
    unit: fc.constantFrom("family" as const, "family" as const, "child" as const),
    hazy: fc.option(hazyPayers, { nil: "none" as const, freq: 2 }),
    names: fc.tuple(which, which, which),
    holds: fc.tuple(which, which, which),
    horizon: fc.constantFrom(undefined, undefined, "5 years", "30 months", "12 years"),
    courses: fc.constantFrom("12 courses", "4 courses/year"),
  })
  .map((m) => (id: number) => {
    const hazy = m.hazy === "none" ? undefined : { shares: m.hazy };
    const claims = m.claims.map((write, n) => write(`outcome-${id}-${n}`, `library-${id}`));
    const benefits = related(m, claims, `library-${id}`);
    const last = benefits.at(-1);
    if (hazy && last && last.outcome === undefined && last.includes === undefined) {
      benefits[benefits.length - 1] = { ...last, gains: hazy.shares } as Given;
    }
    const documents: unknown[] = claims.map(({ outcome }) => outcome);
    const per = m.flow ? "/year" : "";
    documents.push(m.library(`library-${id}`));
    documents.unshift({
      intervention: `made-${id}`,
      title: "Made up",
      status: "running",
      population: {
        who: "Families",
        unit: "family",
        eligible: `${m.starts * 5} families${per}`,
        offered: `${m.starts * 2} families${per}`,
        starts: m.byCourse ? `${m.starts} families/course` : `${m.starts} families${per}`,
        completes: m.completes === "count" ? `${Math.ceil(m.starts / 2)} families${per}` : m.completes,
        has: "1.5 children/family",
        time_in_service: m.served,
      },
      delivery: { course: m.courses },
      costs: {
        price_year: m.price_year,
        period: m.period,
        horizon: m.horizon,
        perspective: m.perspective,
        comparator: { title: "Usual services", ...m.comparator },
        lines: m.lines.map((each, n) => ({
          item: `Line ${n + 1}`,
          ...each(`library-${id}`),
          ...(n === 0 && hazy && { who_pays: hazy.shares }),
        })),
      },
      outcomes: claims.length > 0 ? claims.map(({ claim }) => claim) : undefined,
      benefits: benefits.length > 0 ? benefits : undefined,
      appraisal: m.appraisal,
    });
    const text = documents.map(clean).join("---\n");
    return m.unit === "family" ? text : byChild(text);
  });

/** Some given benefits value an outcome that is claimed too; some already contain the one before them. */
function related(
  m: { given: ((name: string, library: string) => Given)[]; names: number[]; holds: number[] },
  claims: Claimed[],
  library: string,
): Given[] {
  const written: Given[] = [];
  for (const [n, write] of m.given.entries()) {
    const { transfer, ...benefit } = write(`Benefit ${n + 1}`, library);
    const before = written[n - 1];
    const contains = m.holds[n] === 0 && before !== undefined;
    const named = claims[m.names[n] ?? 9]?.claim.outcome;
    if (named === undefined && !contains) {
      written.push({ ...benefit, transfer } as Given);
      continue;
    }
    const gains = m.holds[n] === 1 ? { "local-authority": "60%", nhs: "40%" } : "local-authority";
    // Mostly of the kind of what it contains; a fiscal one may be in an economic one.
    const kind = contains && m.names[n] !== 0 ? before.kind : benefit.kind;
    const includes = contains ? [before.benefit] : undefined;
    written.push({
      ...benefit,
      kind,
      gains: contains && n % 2 === 0 ? benefit.gains : gains,
      outcome: named,
      includes,
    } as Given);
  }
  return written;
}

/** The same where children are counted, and nothing comes with each. */
const byChild = (text: string): string =>
  text
    .replace("unit: family", "unit: child")
    .replace(/\n {2}has: .*/, "")
    .replaceAll("counts: families", "counts: children")
    .replaceAll("for: family", "for: child")
    .replaceAll(/(\/| per )family\b/g, "$1child")
    .replaceAll(/(\d) families\b/g, "$1 children");

/** Keys that hold nothing are left out, as a person would leave them out. */
const clean = (document: unknown): string => stringify(JSON.parse(JSON.stringify(document)), { lineWidth: 0 });
