import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

/** The whole cost is one sum. */
export const notItemised: DocumentRule = {
  code: "costing/not-itemised",
  severity: "information",
  scope: "document",
  page: {
    title: "Total that is not itemised",
    what: "The whole cost is one amount: no resource, quantity or price can be seen in it.",
    why: "A bare total cannot be checked, moved to another place or another size of service, or brought up to date when wages change.",
    fix: "List what it is made of, line by line, each with a quantity and a unit cost. Write the printed total under `stated:`, where it is checked against the lines.",
    standard: "Levin and McEwan, ingredients method; EEF cost evaluation guidance",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines("    - item: Whole programme\n      amount: £1,177/family\n      who_pays: local-authority\n"),
      valid: withLines(
        "    - item: Visits\n      quantity: 6 hours/family\n      unit_cost: £38/hour\n      who_pays: local-authority\n    - item: Rooms\n      amount: £40/family\n      who_pays: local-authority\n",
      ),
    },
  },
  check({ spec, assessment }, report) {
    if (spec.kind !== "intervention") return;
    const lines = assessment()?.lines ?? [];
    const [line] = lines;
    if (
      lines.length !== 1 ||
      line === undefined ||
      line.line.quantity !== undefined ||
      // A unit cost with parts is itemised in its library.
      (line.unitCost?.entry.parts?.items.length ?? 0) > 0 ||
      line.original?.value === undefined
    )
      return;
    report({
      at: line.at,
      message: `The whole cost is one amount, "${line.item}": what it is made of cannot be seen or checked.`,
      help: "List what it is made of, each with a quantity and a unit cost, and write the printed total under `stated:`.",
    });
  },
};
