import { keyPlace } from "../../model/key-place.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const line = (more: string): string =>
  `    - item: Church hall\n      resource: premises\n      who_pays: charity\n      amount: £60/family\n      paid: in-kind\n${more}`;

/** Given free, and to be paid in addition. */
export const inKindAndAdditional: DocumentRule = {
  code: "costing/in-kind-and-additional",
  severity: "warning",
  scope: "document",
  page: {
    title: "In kind, and paid in addition",
    what: "A line says `paid: in-kind` and `additional: true`.",
    why: "What is given free is in nobody's budget. Wellspent goes by `paid: in-kind` and leaves the line out of the budget cost.",
    fix: "Take away the one of the two that is wrong.",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(line("      additional: true\n")),
      valid: withLines(line("")),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    for (const line of spec.reading?.costs?.lines?.items ?? [])
      if (line.paid?.value === "in-kind" && line.additional?.value === true)
        report({
          at: keyPlace(line, "additional") ?? line.additional.$,
          message: `"${line.item?.text ?? ""}" is given in kind, so nothing is paid for it in addition.`,
          help: "Take away `additional:`, or `paid: in-kind` if money is paid.",
          related: [{ at: line.paid.$, label: "given free" }],
        });
  },
};
