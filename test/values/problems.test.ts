import { expect, test } from "vitest";
import { type Form, read, type ValueProblem } from "../../server/src/values/index.ts";

function problem(form: Form, text: string): ValueProblem {
  const reading = read(form, text);
  if (reading.ok) throw new Error(`${text} reads`);
  return reading.problem;
}

/** The form, the text, why it does not read, the characters pointed at, the example shown. */
const cases: [Form, string, ValueProblem["reason"], string, string][] = [
  ["money", "", "empty", "", "£1,200"],
  ["money", "£", "unreadable", "£", "£1,200"],
  ["money", "£1,20", "torn-number", ",", "£1.20"],
  ["money", "£1_000", "torn-number", "_", "£1,000"],
  ["money", "£1.200.000", "torn-number", ".", "£1,200,000"],
  ["money", "£1.200,50", "torn-number", ",", "£1,200.50"],
  ["money", "1,200", "wrong-form", "1,200", "£1,200"],
  ["money", "35%", "wrong-form", "35%", "£1,200"],
  ["money", "none", "wrong-form", "none", "£1,200"],
  ["money", "2023-24", "wrong-form", "2023-24", "£1,200"],
  ["money", "£71 hour", "unreadable", "hour", "£71/hour"],
  ["money", "£1 to £2m", "bad-range", "£1", "£1m to £2m"],
  ["money", "£1,000 - £1,400", "bad-range", " - ", "£1,000 to £1,400"],
  ["money", "£1,400 to £1,000", "bad-range", "to £1,000", "£1,000 to £1,400"],
  ["money", "£5 + 3 hours", "units-mismatch", "3 hours", "£1,200"],
  ["money", "3 hours x £5/visit", "units-mismatch", "3 hours x £5/visit", "£1,200"],
  ["money", "£400 x 2 visits", "units-mismatch", "£400 x 2 visits", "£1,200"],
  ["money", "£0,380", "torn-number", ",", "£0.380"],
  ["money", "£1,200,00", "torn-number", ",", "£1,200.00"],
  ["date", "31/03/2027", "ambiguous-year", "31/03/2027", "2027-03-31"],
  ["money", "£1 to $2", "units-mismatch", "to $2", "£1,200"],
  ["money", "£1,200 (SD 3)", "wrong-form", "3", "£1,200"],
  ["money", "£1,200 lots!", "unreadable", "lots", "£1,200/lot"],
  ["number", "28 points", "wrong-form", "28 points", "28"],
  ["quantity", "3 hours!", "unreadable", "!", "1.5 hours/visit x 12 visits/family"],
  ["quantity", "£5/hour", "wrong-form", "£5/hour", "1.5 hours/visit x 12 visits/family"],
  ["count", "-4", "negative", "-4", "4"],
  ["count", "1e400", "not-finite", "1e400", "60 families/year"],
  ["count", "NaN", "not-finite", "NaN", "60 families/year"],
  ["count", "-.inf", "not-finite", ".inf", "60 families/year"],
  ["count", "six families", "unreadable", "six", "6 families"],
  ["share", "140%", "out-of-range", "140%", "100%"],
  ["share", "-5%", "negative", "-5%", "35%"],
  ["share", "0.35", "wrong-form", "0.35", "35%"],
  ["share-per-time", "20%", "wrong-form", "20%", "20%/year"],
  ["duration", "18", "wrong-form", "18", "18 months"],
  ["duration", "£5", "wrong-form", "£5", "18 months"],
  ["rate", "42.1", "out-of-range", "42.1", "42.1 points"],
  ["rate", "108/44", "out-of-range", "108/44", "44/108"],
  ["effect", "-7.1% (95% CI -11.2% to -3.0%)", "bare-percent", "-7.1%", "-7.1 points"],
  ["effect", "-32%", "bare-percent", "-32%", "-32 points"],
  ["effect", "+0.24", "unreadable", "+0.24", "g +0.24"],
  ["effect", "OR 0.67 (1.04 to 0.43)", "bad-range", "1.04 to 0.43", "OR 0.67 (0.43 to 1.04)"],
  ["effect", "OR 0.67 (0.43 to 1.04", "unreadable", "4", "-3 points"],
  ["effect", "OR -0.67", "out-of-range", "-0.67", "OR 0.72"],
  ["effect", "d 0.3, p = 3", "out-of-range", "3", "-3 points"],
  ["effect", "13% v 5 points", "units-mismatch", "5 points", "13% v 11%"],
  ["price-year", "2023-25", "ambiguous-year", "2023-25", "2023-24"],
  ["price-year", "23/24", "ambiguous-year", "23", "2023-24"],
  ["financial-year", "2026", "ambiguous-year", "2026", "2026-27"],
  ["date", "2027-02-30", "out-of-range", "30", "2027-02-28"],
  ["date", "2027-13", "out-of-range", "13", "2027-03"],
  ["moment", "6 months before", "unreadable", "before", "6 months after end"],
  ["moment", "6 months from treatment", "unreadable", "from", "6 months after end"],
  ["moment", "end of school year", "unreadable", "of school year", "6 months after end"],
  ["effect", "+2 months", "unreadable", "+2 months", "g 0.10"],
  ["effect", "-1.9 per 100,000", "unreadable", "-1.9 per 100,000", "RD -1.9 per 100,000"],
  ["price-year", "1066", "out-of-range", "1066", "2023-24"],
  ["rate", "M 12.3 (4.5)", "unreadable", "4.5", "35%"],
  ["effect", "g 0.35 (0.11)", "unreadable", "0.11", "-3 points"],
  ["effect", "NNT 12 (95% CI -30 to 8)", "out-of-range", "-30", "NNT 12 (95% CI 8 to 25)"],
  ["effect", "NNT 0.5", "out-of-range", "0.5", "NNT 12 (95% CI 8 to 25)"],
  ["money", "£5 or more to £9", "unreadable", "or more", "£1,200"],
  ["share", "1 in 5", "wrong-form", "1 in 5", "20%"],
  ["ages", "over 18", "bad-range", "over 18", "18 to 25 years"],
  ["deadweight", "20%", "bare-percent", "20%", "20% of impact"],
  ["threshold", "£100", "wrong-form", "£100", "£100/point"],
  ["number", "5%", "wrong-form", "5%", "0.05"],
  ["p", "3", "out-of-range", "3", "p = 0.04"],
  ["working-year", "42 weeks", "wrong-form", "42 weeks", "42 weeks x 37 hours/week"],
];

test.each(cases)("%s %j: %s at %j, shows %s", (form, text, reason, at, example) => {
  const found = problem(form, text);
  expect([found.reason, text.slice(found.span.start, found.span.end), found.example]).toEqual([reason, at, example]);
});

test("a suggestion stands only where nothing else can have been meant", () => {
  expect(problem("money", "£1_000").suggestion).toBe("£1,000");
  expect(problem("money", "£1.200,50").suggestion).toBe("£1,200.50");
  expect(problem("number", "5%").suggestion).toBe("0.05");
  expect(problem("money", "£1,20").suggestion).toBeUndefined();
  expect(problem("money", "1_000").suggestion).toBeUndefined();
});

test("a bare percentage is answered with both readings", () => {
  const { message } = problem("effect", "-32%");
  expect(message).toContain("`-32 points`");
  expect(message).toContain("`-32% relative`");
});

test("a product that does not fit names both sides and what is left over", () => {
  const { message } = problem("money", "3 hours x £5/visit");
  expect(message).toBe("`hour` and `£/visit` do not fit: `hour/visit` is left over.");
});

test("a sum of unlike things names both and what they differ by", () => {
  expect(problem("money", "£5 + 3 hours").message).toContain("£ and hours (they differ by `hour/£`)");
});

test("a million digits and other long texts are refused at once", () => {
  expect(problem("money", "1".repeat(1_000_000)).reason).toBe("unreadable");
  expect(problem("count", "9".repeat(1_999)).reason).toBe("not-finite");
});

test("a number alone is never answered with a ratio that it cannot be", () => {
  expect(problem("effect", "-0.8").message).toContain("write `g -0.8` or `-0.8 points`");
  expect(problem("effect", "0.8").message).toContain("write `g 0.8`, `RR 0.8` or `0.8 points`");
});
