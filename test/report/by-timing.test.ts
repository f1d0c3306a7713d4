import { expect, test } from "vitest";
import { timingSection } from "../../server/src/report/by-timing.ts";
import { assessed } from "../costing/helper.ts";

const spec = (more: string): string => `
intervention: x
population: {unit: pupil, starts: 100 pupils/year}
costs:
  price_year: 2023-24
  period: 2 years
  comparator: {cost: none}
  lines:
    - {item: Sessions, amount: £100/pupil}
${more}`;

test("prerequisite, start-up and recurring, each with its average over the years of delivery", () => {
  const of = assessed(
    spec(
      "    - {item: Start, timing: start-up, amount: £6000}\n    - {item: Pre, timing: prerequisite, amount: £3000}\n",
    ),
  );
  const section = timingSection(of);
  expect(section?.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
    ["Prerequisite", "£3,000", "£1,500/year"],
    ["Start-up", "£6,000", "£3,000/year"],
    ["Recurring", "£20,000", "£10,000/year"],
  ]);
  // (9,000 + 3 x 10,000) / 3 / 100.
  expect(section?.notes[0]).toMatch(/^Averaged over three years, as EEF cost ratings are: £130\/pupil a year\./);
});

test("where everything recurs there is nothing to say", () => {
  expect(timingSection(assessed(spec("")))).toBeUndefined();
});

test("what is not known is missing from the average too, and it says so", () => {
  const of = assessed(
    spec("    - {item: Start, timing: start-up, amount: £6000}\n    - {item: Rooms, amount: unknown}\n"),
  );
  // (6,000 + 3 x 10,000) / 3 / 100.
  expect(timingSection(of)?.notes[0]).toMatch(/: £120\/pupil a year \(not costed: 1 line\)\./);
});
