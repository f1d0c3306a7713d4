/**
 * Times of measurement as papers on children's services write them: trials count from randomisation or baseline, reports of programmes from
 * the end of what was delivered, cohorts from birth. What a `follow-up` is counted from only its paper says.
 */
import { describe, expect, test } from "vitest";
import { read } from "../../server/src/values/index.ts";
import type { Moment } from "../../server/src/values/types.ts";

const forms: readonly (readonly [text: string, from: Moment["from"], months: number])[] = [
  ["baseline", "start", 0],
  ["at baseline", "start", 0],
  ["pre-test", "start", 0],
  ["pre-intervention", "start", 0],
  ["before the programme", "start", 0],
  ["post-test", "end", 0],
  ["posttest", "end", 0],
  ["at post-test", "end", 0],
  ["post-test (T2)", "end", 0],
  ["immediate post-test", "end", 0],
  ["post-intervention", "end", 0],
  ["post-treatment", "end", 0],
  ["immediately after", "end", 0],
  ["immediately after the intervention", "end", 0],
  ["immediately post-intervention", "end", 0],
  ["directly after the programme", "end", 0],
  ["end of treatment", "end", 0],
  ["end of the intervention period", "end", 0],
  ["at the end of the programme", "end", 0],
  ["programme completion", "end", 0],
  ["on completion", "end", 0],
  ["case closure", "end", 0],
  ["at discharge", "end", 0],
  ["12 months post-randomisation", "start", 12],
  ["at 12 months post-randomisation", "start", 12],
  ["18 months post randomization", "start", 18],
  ["12 months post‐baseline", "start", 12],
  ["24 months after referral", "start", 24],
  ["12 months from baseline", "start", 12],
  ["18 months since randomisation", "start", 18],
  ["two years after baseline", "start", 24],
  ["1 year 6 months after randomisation", "start", 18],
  ["12-month post-randomisation follow-up", "start", 12],
  ["12-month follow-up (post-randomisation)", "start", 12],
  ["3 months after starting treatment", "start", 3],
  ["12 months into the programme", "start", 12],
  ["3 months post-intervention", "end", 3],
  ["6 months post-treatment", "end", 6],
  ["6 months post–test", "end", 6],
  ["6 months following treatment", "end", 6],
  ["six months after the end of treatment", "end", 6],
  ["12 months after the intervention", "end", 12],
  ["6 months after the programme ended", "end", 6],
  ["1 year after case closure", "end", 12],
  ["6 months after completing the programme", "end", 6],
  ["24 months of age", "birth", 24],
  ["at age 5", "birth", 60],
  ["age 24 months", "birth", 24],
  ["5 years old", "birth", 60],
  ["24 months after birth", "birth", 24],
  ["within 24 months after birth", "birth", 24],
  ["6 months", "unsaid", 6],
  ["at 12 months", "unsaid", 12],
  ["6-month follow-up", "unsaid", 6],
  ["at the 12-month follow-up", "unsaid", 12],
  ["12-month follow up", "unsaid", 12],
  ["6 months' follow-up", "unsaid", 6],
  ["one-year follow-up", "unsaid", 12],
  ["follow-up at 18 months", "unsaid", 18],
];

describe("times as papers write them", () => {
  test.each(forms)("%s", (text, from, months) => {
    const found = read("moment", text);
    expect(found).toMatchObject({ ok: true, value: { from } });
    expect(found.ok && found.value.after * 12).toBeCloseTo(months, 9);
  });

  test.each([
    ["6 months from treatment", "from its start, or from its end"],
    ["6 months after delivery", "of a programme, or of a child"],
    ["6 months before end", "backwards"],
    ["end of school year", "not the end of what was delivered"],
    ["12 months after the end of the study", "nor is that"],
    ["post-randomisation", "a while, not a time"],
    ["after referral", "the same"],
    ["shortly after the programme", "how shortly"],
    ["at follow-up", "which"],
    ["12 to 18 months after end", "two times"],
    ["6 hours after end", "no time in the life of a family"],
  ])("%s is not read: %s", (text) => {
    expect(read("moment", text).ok).toBe(false);
  });
});
