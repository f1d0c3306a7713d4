import type { LineAssessment } from "../../model/assess/index.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const salary =
  "    - item: Family workers, basic salary\n      resource: staff\n      who_pays: local-authority\n      quantity: 4 FTE\n      unit_cost: £31,000/FTE/year\n";

/** A line called a salary, with nothing said of the employer's costs on top of it. */
export const salaryWithoutOnCosts: DocumentRule = {
  code: "costing/salary-without-on-costs",
  severity: "information",
  scope: "document",
  page: {
    title: "Salary without on-costs",
    what: "A line is called a salary or pay, and the employer's National Insurance and pension are not said.",
    why: "A post costs its employer a quarter to a third more than the salary. Left out, the service looks cheaper than it is.",
    fix: "Write `on_costs:` on the line or on its unit cost, such as `28%`; `0%` where the figure already holds them, or say so in the item or its notes.",
    standard: "Levin and McEwan, ingredients method",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(salary),
      valid: withLines(`${salary}      on_costs: 28%\n`),
    },
  },
  check({ assessment }, report) {
    for (const line of assessment()?.lines ?? []) {
      const onCosts = line.line.on_costs ?? line.unitCost?.entry.on_costs;
      if (onCosts !== undefined) continue;
      const said = wordsOf(line);
      if (!PAY.test(said) || EMPLOYED.test(said) || line.original?.value === undefined) continue;
      report({
        at: line.at,
        message: `"${line.item}" is called pay, and what the employer pays on top of it is not said.`,
        help: "Write `on_costs:` on the line, such as `28%`; `0%` where the figure already holds them.",
      });
    }
  },
};

const PAY = /\b(salary|salaries|basic pay|gross pay|wages?)\b/i;
const EMPLOYED =
  /on-?\s?costs?|national insurance|pension|superannuation|employer|employment cost|\bNI\b|fully costed/i;

/** What the line and its unit cost say of themselves. Most lines say one thing, and none is written out anew at every key. */
function wordsOf({ line, unitCost, item }: LineAssessment): string {
  const entry = unitCost?.entry;
  return joined(joined(joined(item, line.notes?.value), entry?.title?.value), entry?.notes?.value);
}

const joined = (said: string, more: string | undefined): string => (more ? (said ? `${said} ${more}` : more) : said);
