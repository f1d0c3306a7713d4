/** What a hover on a cost line shows of on-costs, working years and optimism bias: every factor with its source. */
import { expect } from "vitest";
import { at } from "../../server/src/features/at.ts";
import { worksheet } from "../../server/src/features/worksheet.ts";
import { type Marked, marked } from "./marked.ts";

const spec = (line: string): string => `intervention: visits
population:
  unit: family
  starts: 60 families/year
costs:
  price_year: 2023-24
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
${line}`;

function sheetAt({ snapshot, path, offset }: Marked): string {
  const here = at(snapshot, path, offset);
  const sheet = here === undefined ? undefined : worksheet(snapshot, path, here);
  if (sheet === undefined) throw new Error("no worksheet");
  return sheet;
}

marked(
  "a salary with on-costs and overhead: 120,000 + 33,600 + 15,360, three times",
  {
    "m.intervention.yaml": spec(
      "    - item: Workers$0\n      resource: staff\n      quantity: 4 FTE\n      unit_cost: £30,000/FTE/year\n      on_costs: 28%\n      overhead: 10%\n",
    ),
  },
  (project) => {
    const sheet = sheetAt(project);
    expect(sheet).toContain("**£506,880** Workers over the period");
    expect(sheet).toMatch(/£33,600\/year\*\* On\\?-costs on Workers/);
    expect(sheet).toMatch(/£15,360\/year\*\* Overhead on Workers/);
  },
);

marked(
  "posts paid by the hour name the working year of the line",
  {
    "m.intervention.yaml": spec(
      "    - item: Workers$0\n      quantity: 2 FTE\n      unit_cost: £20/hour\n      working_year: 44 weeks x 36 hours/week\n",
    ),
  },
  (project) => expect(sheetAt(project)).toContain("44 weeks x 36 hours a week"),
);

marked(
  "optimism bias: the corrected cost, the bound with its source, the share managed",
  {
    "m.intervention.yaml": spec(
      "    - item: Family hub$0\n      resource: premises\n      timing: start-up\n      amount: £100,000\n      lasts: 25 years\n      optimism_bias:\n        category: standard-buildings\n        managed: 40%\n",
    ),
  },
  (project) => {
    const sheet = sheetAt(project);
    expect(sheet).toContain("**£100,000** Family hub over the period");
    // 24% x (1 - 40%) = 14.4%.
    expect(sheet).toContain("**£114,400** Family hub, corrected over the period");
    expect(sheet).toContain("Upper bound, standard buildings");
    expect(sheet).toContain("Optimism bias: generic lower and upper bounds");
    expect(sheet).toContain("Share of the bias that is not managed");
  },
);

marked(
  "without a correction there is one worksheet, not two",
  { "m.intervention.yaml": spec("    - item: Toys$0\n      amount: £20/family\n") },
  (project) => expect(sheetAt(project)).not.toContain("corrected"),
);

marked(
  "a start-up line for each participant says that it falls as they start",
  { "m.intervention.yaml": spec("    - item: Welcome pack$0\n      timing: start-up\n      amount: £10/family\n") },
  (project) => {
    expect(sheetAt(project)).toContain(
      "When: start\\-up for each family, so it falls as they start: spread evenly over the years of delivery",
    );
  },
);

marked(
  "what lasts two years of three is bought in years 0 and 2",
  {
    "m.intervention.yaml": spec(
      "    - item: Phones$0\n      timing: start-up\n      amount: £500\n      lasts: 2 years\n",
    ),
  },
  (project) => expect(sheetAt(project)).toContain("When: paid at each purchase, in equal parts: in years 0 and 2"),
);

marked(
  "a benefit that comes later says when",
  {
    "m.intervention.yaml": `${spec("    - item: Visits\n      amount: £10/family\n")}benefits:\n  - benefit: Saved$0\n    amount: £400/family/year\n    lag: 6 months\n    lasts: 2 years\n`,
  },
  (project) => {
    const sheet = sheetAt(project);
    expect(sheet).toContain("When: falls as the years in effect do");
    expect(sheet).toContain("Years in effect");
  },
);
