import { expect, test } from "vitest";
import { agencySection } from "../../server/src/report/agencies.ts";
import { assessed } from "../costing/helper.ts";

const total = (comparator: string, more = "") =>
  agencySection(
    assessed(`
intervention: visits
population: {unit: child, starts: 10 children}
costs:
  price_year: 2023-24
  period: 1 year
  perspective: society
  comparator: {cost: ${comparator}}
  lines:
    - {item: Visits, amount: "£100/child", who_pays: nhs}${more}
benefits:
  - {benefit: b, amount: "£300/child", kind: fiscal, gains: nhs, valued: undiscounted, over: 1 year}
`),
  )?.rows.at(-1)?.cells;

test("the last row says what the net of all lacks, as each row does", () => {
  expect(total("none")).toEqual(["Total", "£1,000", "£3,000", "£2,000", ""]);
  expect(total("unknown")).toEqual(["Total", "£1,000", "£3,000", "£2,000", "without the cost of the comparator"]);
  expect(total("none", `\n    - {item: Rooms, amount: unknown, who_pays: nhs}`)?.at(-1)).toBe("not costed: 1 line");
});
