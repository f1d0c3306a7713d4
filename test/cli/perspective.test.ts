import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { projectFolder } from "./support.ts";

const folder = projectFolder();

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(new URL("../../schemas/cost-output.schema.json", import.meta.url), "utf8")),
);

/** 100 children; £400 each, 70% the council's; £600 each gained by the NHS and courts, £300 by participants; 10 points of £2,000 for the council. */
const spec = `intervention: groups
population:
  unit: child
  starts: 100
costs:
  price_year: 2023-24
  period: 1 year
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Groups
      amount: £400/child
      who_pays:
        local-authority: 70%
        nhs: 30%
outcomes:
  - outcome: in-care
    without: 50%
    effect: RD -10%
    attribution: 50%
benefits:
  - benefit: Fewer crises
    amount: £600/child
    kind: fiscal
    gains:
      nhs: 50%
      criminal-justice: 50%
    valued: present-value
  - benefit: Calm
    amount: £300/child
    kind: social
    gains: participants
    valued: present-value
---
outcome: in-care
title: A child in care
kind: event
better: lower
values:
  - value: £2,000/child
    price_year: 2023-24
    kind: fiscal
    gains: local-authority
`;

const run = (...args: readonly string[]) => {
  folder.write("groups.intervention.yaml", spec);
  return folder.run(["cost", "groups.intervention.yaml", ...args]);
};

test("--perspective sets the readings of several side by side", () => {
  const { code, out, err } = run("--perspective", "local-authority,public-sector,society");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  // Costs 28,000 and 40,000; benefits 10,000; 70,000; 100,000.
  expect(out).toMatch(/local-authority +£28,000 +£10,000 .* 0\.36/);
  expect(out).toMatch(/public-sector \(this page\) +£40,000 +£70,000 .* 1\.75/);
  expect(out).toMatch(/society +£40,000 +£100,000 .* 2\.50/);
});

test("as JSON by the published schema, with the steps, the corrections and the category", () => {
  const { code, out } = run("--perspective", "society, local-authority", "--format", "json", "--derivation");
  expect(code).toBe(0);
  const printed = JSON.parse(out);
  expect(validate(printed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [found] = printed.specs;
  expect(Object.keys(found.perspectives)).toEqual(["society", "local-authority"]);
  expect(found.perspectives.society.bcr.value).toBeCloseTo(2.5, 9);
  expect(found.perspectives["local-authority"].npv.value).toBeCloseTo(-18_000, 6);
  expect(found.value_for_money).toMatchObject({ category: "medium", from: "bcr" });
  expect(found.corrections).toEqual(["attribution", "discounting"]);
  expect(found.chains[0].steps.map((each: { step: string; leaves: number }) => [each.step, each.leaves])).toEqual([
    ["affected", 100],
    ["difference", 10],
    ["attribution", 5],
    ["value", 10_000],
    ["discount", 10_000],
  ]);
});

test("a perspective that there is not is said, with those that there are", () => {
  const { code, err } = run("--perspective", "council");
  expect(code).toBe(2);
  expect(err).toContain('There is no perspective "council"');
  expect(err).toContain("local-authority, public-sector, society");
});
