import { keyPlace } from "../../model/key-place.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const line = (resource: string): string =>
  `    - item: Support\n      resource: ${resource}\n      who_pays: local-authority\n      amount: £40,000/year\n      on_costs: 28%\n`;

/** On-costs on something that no employer pays. */
export const onCostsNotStaff: DocumentRule = {
  code: "costing/on-costs-not-staff",
  severity: "warning",
  scope: "document",
  page: {
    title: "On-costs on what is not staff",
    what: "A line adds on-costs, and its resource is not staff: materials, a licence, a contract, volunteers.",
    why: "National Insurance and pension are paid on salaries. Added to anything else, they raise the cost by money that nobody spends.",
    fix: "Take `on_costs:` away, or say `resource: staff` if the line pays a salary. For management and rooms use `overhead:`.",
    standard: "Levin and McEwan, ingredients method",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(line("materials")),
      valid: withLines(line("staff")),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    for (const line of spec.reading?.costs?.lines?.items ?? []) {
      const resource = line.resource?.value;
      if (line.on_costs?.value === undefined || line.on_costs.value.value === 0) continue;
      if (resource === undefined || PAID.has(resource)) continue;
      report({
        at: keyPlace(line, "on_costs") ?? line.on_costs.$,
        message: `On-costs of ${line.on_costs.text} are added to ${resource}, on which no employer pays them.`,
        help: "Take `on_costs:` away, or say `resource: staff` if the line pays a salary.",
        ...(line.resource === undefined ? {} : { related: [{ at: line.resource.$, label: "not staff" }] }),
      });
    }
  },
};

/** Resources that may be salaries. */
const PAID = new Set(["staff", "training", "overhead", "other"]);
