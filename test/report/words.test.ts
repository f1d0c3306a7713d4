import { expect, test } from "vitest";
import { uncapped } from "../../server/src/report/from-page.ts";
import { missingText, noReturnText } from "../../server/src/report/words.ts";
import { assessed } from "../costing/helper.ts";

test("two lines of one name that are not costed are two lines", () => {
  const of = assessed(`
intervention: x
population: {unit: child, starts: 10}
costs:
  period: 1 year
  price_year: 2023-24
  lines:
    - {item: Staff, amount: unknown}
    - {item: Staff, amount: unknown}
    - {item: Rooms, amount: "£300"}
`);
  const total = of.figures.get("cost_total");
  expect(total === undefined ? "" : missingText(total)).toBe("not costed: 2 lines");
});

test("why there is no ratio reads as a sentence, in lens and hint alike", () => {
  expect(noReturnText({ none: "no effect shown" })).toBe("no return ratio: no effect shown");
  expect(noReturnText({ none: "no cost" })).toBe("no return ratio: it costs nothing");
});

test("a name goes into a sentence by its first letter alone, an abbreviation as it is", () => {
  expect(uncapped("Cost per outcome: A child enters care")).toBe("cost per outcome: A child enters care");
  expect(uncapped("QALYs gained")).toBe("QALYs gained");
});
