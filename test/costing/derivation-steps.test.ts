/** Every step of every derivation of the examples can be followed by somebody who sees nothing else. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { derive, type Step, tellingOf } from "../../server/src/costing/derive.ts";
import { type Assessment, assess } from "../../server/src/model/assess/index.ts";
import {
  divideUnits,
  equalUnits,
  formatUnit,
  isCurrency,
  multiplyUnits,
  NO_UNIT,
} from "../../server/src/values/units.ts";
import { project } from "./helper.ts";

const priceYear = { kind: "price-year", basis: "financial", start: 2024, label: "2024-25" } as const;
const text = globSync("examples/**/*.yaml")
  .sort()
  .map((path) => readFileSync(path, "utf8"));
const ids = text.flatMap((one) => [...one.matchAll(/^intervention: *(\S+)/gm)].map(([, id]) => id as string));

/** What a whole made-up service shows that the examples do not: capital, drop-off, a horizon, overhead, conversions. */
const made = `
intervention: made-up
source: {title: Made up, year: 2024, where: Table 1}
population: {who: Young people, unit: family, has: 1.5 children/family, starts: 60 families/year, completes: 85%}
delivery: {course: {north: 4 courses/year, south: 2 courses/year}, sites: [north, south]}
costs:
  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator: {title: Usual services, cost: "£1,900/family"}
  lines:
    - {item: Therapists, who_pays: local-authority, quantity: 4 FTE, unit_cost: "£52,300/FTE/year", confidence: 3}
    - {item: Sessions, quantity: 90 minutes/session x 12 sessions/family, unit_cost: £38/hour, overhead: 10%}
    - {item: Posts by the hour, quantity: 2 FTE, unit_cost: £30/hour}
    - {item: Rooms, amount: "£2,000/course", who_pays: {nhs: 40%, charity: 60%}}
    - {item: Visits, amount: "£300/month"}
    - {item: Salaries, amount: {north: "£63,002", south: "£33,341"}}
    - {item: Licence, timing: start-up, amount: "£46,000", lasts: 2 years, residual: "£1,000"}
    - {item: Training, timing: start-up, amount: "£46,000", lasts: 3 years}
outcomes:
  - {outcome: child-enters-care, without: 35%, effect: "RR 0.72 (95% CI 0.55 to 0.94)", lag: 6 months, lasts: 2 years, drop_off: 20%/year, attribution: 90%, confidence: 3}
benefits:
  - {benefit: Health, amount: "£300/family", kind: fiscal, gains: nhs, valued: undiscounted, over: 5 years, cashable: 50%}
  - {benefit: Later, amount: "£400/family/year", kind: fiscal, gains: nhs, lag: 6 months, lasts: 2 years, drop_off: 20%/year, confidence: 3}
  - {benefit: Service, amount: "£10,000/year", kind: fiscal, gains: dwp, valued: undiscounted, lag: 6 months}
  - {benefit: Sum, amount: "£800/family", kind: fiscal, gains: dwp, valued: undiscounted, over: 3 years, lag: 18 months}
  - {benefit: Stream, by_year: ["£100/family", "£10/family/week", "£9,000"], kind: economic, gains: nhs, lag: 3 months, attribution: 90%, confidence: 2}
  - {benefit: Lifetime, amount: "£900/family", kind: fiscal, gains: nhs, valued: present-value}
`;
const all = project([...text, made].join("\n---\n"), { priceYear });
const cut = project([...text, made].join("\n---\n"), {
  priceYear,
  horizon: 3.5,
  flows: "mid-year",
  capital: "spread",
  discounting: { rate: 0.04 },
});
const assessments: readonly (readonly [string, Assessment])[] = [
  ...[...ids, "made-up"].map((id) => [id, assess(all.intervention(id), all.context)] as const),
  ["made-up, cut short", assess(cut.intervention("made-up"), cut.context)],
];

function* steps(step: Step, above?: Step): Generator<readonly [Step, Step | undefined]> {
  yield [step, above];
  for (const operand of step.operands) yield* steps(operand, step);
}

function* everyStep(): Generator<readonly [string, Step, Step | undefined]> {
  for (const [id, found] of assessments) {
    const derived = [...found.figures].map(([key, figure]) => [key, figure.derive()] as const);
    const lines = found.lines.map(
      (line) => [line.item, derive(line.total, undefined, tellingOf(found.priceYear, found.cite))] as const,
    );
    for (const [key, one] of [...derived, ...lines])
      for (const [step, above] of steps(one))
        yield [`${id} ${key}: ${above?.label ?? ""} > ${step.label}`, step, above];
  }
}

/** The unit that an operation on the operands gives; of a sum, that of any. Undefined where nothing can be said. */
function unitByHand(step: Step): Step["unit"] | undefined {
  const [a, b] = step.operands;
  switch (step.operation) {
    case "product":
      return step.operands.reduce((so, operand) => multiplyUnits(so, operand.unit), NO_UNIT);
    case "quotient":
      return a === undefined || b === undefined ? undefined : divideUnits(a.unit, b.unit);
    case "sum":
    case "difference": {
      const known = step.operands.filter((operand) => operand.value !== undefined);
      const other = known.find((operand) => !equalUnits(operand.unit, step.unit));
      return other?.unit ?? known[0]?.unit;
    }
    default:
      return undefined;
  }
}

test("the unit of every step follows from the units of its operands; a function says its formula", () => {
  const wrong = new Set<string>();
  let checked = 0;
  for (const [where, step] of everyStep()) {
    if (step.value === undefined || step.none !== undefined) continue;
    if (step.operation === "function" && step.note === undefined) wrong.add(`no formula: ${where}`);
    const by = unitByHand(step);
    if (by === undefined) continue;
    checked++;
    if (!equalUnits(by, step.unit)) wrong.add(`${where}: [${formatUnit(by)}] is not [${formatUnit(step.unit)}]`);
  }
  expect([...wrong]).toEqual([]);
  expect(checked).toBeGreaterThan(2000);
});

test("the value of every step follows from its operands by its operation", () => {
  const wrong = new Set<string>();
  for (const [where, step] of everyStep()) {
    if (step.value === undefined || step.none !== undefined) continue;
    const values = step.operands.flatMap((operand) => (operand.value === undefined ? [] : [operand.value]));
    const [a = 0, b = 1] = values;
    const by = {
      given: step.value,
      function: step.value,
      sum: values.reduce((so, each) => so + each, 0),
      product: values.reduce((so, each) => so * each, 1),
      difference: a - b,
      quotient: a / b,
    }[step.operation];
    if (Math.abs(by - step.value) > 1e-9 * Math.max(1, Math.abs(step.value)))
      wrong.add(`${where}: ${by}, ${step.value}`);
    if (step.operation === "given" && step.operands.length > 0) wrong.add(`given, but made of parts: ${where}`);
  }
  expect([...wrong]).toEqual([]);
});

test("no step is called what the step above it is called, and none by an id", () => {
  const wrong = new Set<string>();
  for (const [where, step, above] of everyStep()) {
    if (step.label.trim() === "" || step.label === above?.label) wrong.add(where);
    if (/before this step|child-enters-care|^gmca\//.test(step.label)) wrong.add(`not said well: ${where}`);
  }
  expect([...wrong]).toEqual([]);
});

test("every value that stands in a document says where it was read, and money its price year where it is known", () => {
  const wrong = new Set<string>();
  let cited = 0;
  for (const [where, step] of everyStep()) {
    if (step.operation !== "given" || step.operands.length > 0) continue;
    if (step.ref !== undefined && step.source === undefined && step.value !== undefined)
      wrong.add(`no source: ${where}`);
    if (step.source !== undefined) cited++;
    const money = step.unit.powers.some(([base, power]) => power > 0 && isCurrency(base));
    if (where.startsWith("made-up") && money && step.priceYear === undefined) wrong.add(`no price year: ${where}`);
  }
  expect([...wrong]).toEqual([]);
  expect(cited).toBeGreaterThan(500);
});
