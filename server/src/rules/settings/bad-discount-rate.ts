import { discountingOf } from "../../model/settings.ts";
import type { Spec } from "../../model/spec.ts";
import { isTornPart } from "../../syntax/torn.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** Settings files, and the `appraisal:` of a single spec. */
export const badDiscountRate: DocumentRule = {
  code: "settings/bad-discount-rate",
  severity: "error",
  scope: "document",
  page: {
    title: "Discount rate that cannot be used",
    what: "`discounting` is neither a schedule that Wellspent knows nor a rate between 0% and 100%.",
    why: "What comes in ten years is worth less than what comes today, and this says by how much. Without a rate the default schedule holds, and nobody chose it.",
    fix: "Write `green-book-standard`, `green-book-health`, `green-book-2026-sensitivity`, or one rate such as `3.5%`.",
    standard: "Green Book 2022, A6",
    example: {
      file: "wellspent.yaml",
      invalid: `appraisal:
  discounting: green-bok
`,
      valid: `appraisal:
  discounting: green-book-standard
`,
    },
  },
  check(context, report) {
    const field = discountingIn(context.spec);
    if (field === undefined || field.text.trim() === "" || discountingOf(field.text.trim()) !== undefined) return;
    const around = context.parsed.pathAt(context.parsed.spanOf(field.$node).start)?.nodes ?? [];
    if (isTornPart(around, field.$node)) return;
    report({
      at: field.$,
      message: `${said(field.text)} is neither a known schedule of discount rates nor a rate between 0% and 100%, so green-book-standard holds instead.`,
      help: "Write green-book-standard (3.5% falling), green-book-health (1.5% falling), green-book-2026-sensitivity (3.0% falling), or one rate such as 3.5%.",
    });
  },
};

const discountingIn = (spec: Spec) =>
  spec.kind === "settings" || spec.kind === "intervention" || spec.kind === "portfolio"
    ? spec.reading?.appraisal?.discounting
    : undefined;
