import type { DocumentRule } from "../types.ts";
import { counted } from "../wording.ts";
import { withLines } from "./example.ts";

/** Lines that do not say who pays. */
export const noPayer: DocumentRule = {
  code: "costing/no-payer",
  severity: "information",
  scope: "document",
  page: {
    title: "Line without a payer",
    what: "A cost line does not say who pays for it, and neither does its unit cost.",
    why: "A council's own bill, and the return to those who pay, cannot be worked out without it. Under the council's perspective the line is not known at all.",
    fix: "Write `who_pays:` on the line: one payer, or shares such as `nhs: 40%`.",
    standard: "GMCA cost-benefit guidance 2014, agencies",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines("    - item: Visits\n      amount: £500/family\n"),
      valid: withLines("    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n"),
    },
  },
  check({ spec, assessment }, report) {
    if (spec.kind !== "intervention") return;
    const found = assessment();
    const without = (found?.lines ?? []).filter(
      ({ line, unitCost, total }) =>
        line.who_pays === undefined && unitCost?.entry.payer === undefined && total.value !== undefined,
    );
    const [first] = without;
    if (first === undefined) return;
    const council = found?.perspective === "local-authority";
    report({
      at: first.at,
      severity: council ? "warning" : "information",
      message: `${without.length === 1 ? `"${first.item}" does` : `${counted(without.length, "line", "lines")} (the first is "${first.item}") do`} not say who pays${council ? ", so the cost to the council is not known" : ""}.`,
      help: "Write `who_pays:` on the line: one payer, or shares such as `nhs: 40%`.",
      related: without.slice(1, 10).map((line) => ({ at: line.at, label: "no payer either" })),
    });
  },
};
