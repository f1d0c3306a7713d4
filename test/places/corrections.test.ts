import { expect, test } from "vitest";
import { councilWith, edited } from "./support.ts";

test("what is worked out without a correction stands apart from what has them all", () => {
  const of = councilWith(
    edited(
      "reunification.intervention.yaml",
      "costs:\n",
      "appraisal:\n  leave_out: [discounting, optimism-bias]\ncosts:\n",
    ),
  ).portfolio;
  const made = of.leagues().find(({ by, outcome }) => by === "cost per outcome" && outcome?.id === "child-enters-care");
  expect(made?.league.apart.map(({ differs }) => differs)).toContainEqual([
    { name: "corrections", own: "without discounting, optimism-bias", others: "all made" },
  ]);
});
