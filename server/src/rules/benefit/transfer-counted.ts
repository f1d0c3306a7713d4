import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { withBenefit } from "./example.ts";

const rest = "    kind: fiscal\n    gains: dwp\n    valued: present-value\n";
const named = (more: string): string =>
  withBenefit(`${rest}${more}`).replace("Fewer children placed in care", "Benefit payments saved");

/** Payments that leave one pocket for another. */
const PAYMENTS =
  /\b(?:(?:benefit|welfare|social security|out-of-work) payments?|universal credit|job-?seekers?.? allowance|housing benefit|income support|tax credits?|child (?:benefit|maintenance)|pension payments?|fines? paid|welfare benefits?)\b/i;

/** A payment from one party to another is counted as a benefit to all. */
export const transferCounted: DocumentRule = {
  code: "benefit/transfer-counted",
  severity: "information",
  scope: "document",
  page: {
    title: "Transfer counted as a benefit",
    what: "A benefit has the name of a payment from one party to another, and does not say whether it is a transfer.",
    why: "What the state no longer pays in benefits is lost to the family that got them. It is a saving to the payer and no gain to society; counted there, the public value return is too high.",
    fix: "Write `transfer: true` on it: it then counts for the public sector and not for society. Write `transfer: false` where it is a real saving, such as the cost of running the payments.",
    standard: "Green Book 2022, 5.14",
    example: { file: "a.intervention.yaml", invalid: named(""), valid: named("    transfer: true\n") },
  },
  check({ assessment }, report) {
    for (const { line, name, leftOut } of assessment()?.benefits ?? []) {
      if (line === undefined || leftOut !== undefined || line.transfer !== undefined || !PAYMENTS.test(name)) continue;
      report({
        at: line.benefit?.$ ?? line.$,
        message: `${said(name)} seems to move money from one party to another, and is counted as a gain to society.`,
        help: "Write `transfer: true` on it, or `transfer: false` where it is a real saving.",
      });
    }
  },
};
