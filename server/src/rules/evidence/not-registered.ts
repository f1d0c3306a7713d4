import { randomisedDesigns } from "../../model/designs.ts";
import type { DocumentRule } from "../types.ts";

/** A trial that says it was not registered. */
export const notRegistered: DocumentRule = {
  code: "evidence/not-registered",
  severity: "information",
  scope: "document",
  page: {
    title: "Trial that was not registered",
    what: "A randomised trial says that it was not registered in advance.",
    why: "Without a record made beforehand nobody can tell whether the outcome reported is the one that was planned, or the one that came out well.",
    fix: "If there is a register entry or a dated protocol after all, give it. Else weigh its results with that in mind.",
    standard: "CONSORT 2025, item 2",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nregistration: none\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
      valid:
        "study: smith-2020\ndesign: rct\nsample: 120 families\nregistration: ISRCTN77132214\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || !randomisedDesigns.has(spec.reading?.design?.value ?? "")) return;
    const registration = spec.reading?.registration;
    if (registration?.value?.trim().toLowerCase() !== "none" || spec.reading?.protocol !== undefined) return;
    report({
      at: registration.$,
      message: "This trial was not registered, so what it planned to find out cannot be compared with what it reports.",
      help: "Give the register entry or a dated `protocol:`, if there is one after all.",
    });
  },
};
