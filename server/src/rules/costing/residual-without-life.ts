import { keyPlace } from "../../model/key-place.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const van = (lasts: string): string =>
  `    - item: Minibus\n      resource: other\n      timing: start-up\n      who_pays: local-authority\n      amount: £24,000\n${lasts}      residual: £3,000\n`;

/** A residual value, and no life at whose end it comes back. */
export const residualWithoutLife: DocumentRule = {
  code: "costing/residual-without-life",
  severity: "warning",
  scope: "document",
  page: {
    title: "Residual value without a life",
    what: "A line says what a thing is worth at the end of its life, and not how long that life is.",
    why: "Without it nobody can say in which year the money comes back, so the residual value is not used.",
    fix: "Write `lasts:` on the line, such as `8 years`.",
    standard: "Green Book 2022, A6",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(van("")),
      valid: withLines(van("      lasts: 8 years\n")),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    for (const line of spec.reading?.costs?.lines?.items ?? [])
      if (line.residual?.value !== undefined && line.lasts === undefined)
        report({
          at: keyPlace(line, "residual") ?? line.residual.$,
          message: `What "${line.item?.text ?? ""}" is worth in the end is not used: how long it lasts is not said.`,
          help: "Write `lasts:` on the line, such as `8 years`.",
        });
  },
};
