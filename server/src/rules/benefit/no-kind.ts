import type { DocumentRule } from "../types.ts";
import { faulty } from "../unreadable.ts";
import { said } from "../wording.ts";
import { withBenefit } from "./example.ts";

const rest = "    gains: local-authority\n    valued: present-value\n";

/** A benefit of which nobody can tell whether it is public money. */
export const noKind: DocumentRule = {
  code: "benefit/no-kind",
  severity: "warning",
  scope: "document",
  page: {
    title: "Benefit without a kind",
    what: "A benefit does not say whether it is fiscal, economic or social.",
    why: "The fiscal return and the payback count money that public services save, and nothing else. A benefit of no kind cannot be counted there.",
    fix: "Write `kind:` on the benefit: `fiscal` for public money saved, `economic` for what people earn or keep, `social` for well-being.",
    standard: "GMCA cost-benefit guidance 2014, fiscal, economic and social value",
    example: {
      file: "a.intervention.yaml",
      invalid: withBenefit(rest),
      valid: withBenefit(`    kind: fiscal\n${rest}`),
    },
  },
  check({ assessment }, report) {
    for (const { line, origin, kind, name, leftOut } of assessment()?.benefits ?? []) {
      if (origin !== "given" || line === undefined || kind !== undefined || leftOut !== undefined) continue;
      if (faulty(line.kind) || line.$keys.has("kind")) continue;
      report({
        at: line.benefit?.$ ?? line.$,
        message: `The benefit ${said(name)} does not say its kind, so the fiscal return and the payback cannot count it.`,
        help: "Write `kind:` on it: `fiscal`, `economic` or `social`.",
      });
    }
  },
};
