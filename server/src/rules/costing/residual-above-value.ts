import { keyPlace } from "../../model/key-place.ts";
import { formatFigure } from "../../values/index.ts";
import { equalUnits } from "../../values/units.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const van = (residual: string): string =>
  `    - item: Minibus\n      resource: equipment\n      timing: start-up\n      who_pays: local-authority\n      amount: £24,000\n      lasts: 8 years\n      residual: ${residual}\n`;

/** Something is worth more at the end of its life than it cost. */
export const residualAboveValue: DocumentRule = {
  code: "costing/residual-above-value",
  severity: "warning",
  scope: "document",
  page: {
    title: "Residual value above the price",
    what: "What a thing is worth at the end of its life is as much as it cost, or more.",
    why: "It would then cost nothing to use, or bring money in. More often one of the two figures has slipped a digit.",
    fix: "Check both amounts. Land that keeps its value has no `lasts:`: cost its rent instead.",
    standard: "Green Book 2022, A6",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(van("£30,000")),
      valid: withLines(van("£3,000")),
    },
  },
  check({ assessment }, report) {
    for (const each of assessment()?.lines ?? []) {
      const { line, item } = each;
      const residual = line.residual?.value;
      if (line.residual === undefined || residual === undefined) continue;
      const { original } = each;
      if (original?.value === undefined) continue;
      if (!equalUnits(residual.unit, original.unit) || original.value <= 0 || residual.value < original.value) continue;
      report({
        at: keyPlace(line, "residual") ?? line.residual.$,
        label: line.residual.text,
        message: `"${item}" costs ${formatFigure({ value: original.value, unit: original.unit })} and is said to be worth ${line.residual.text} at the end of its life.`,
        help: "Check both amounts.",
      });
    }
  },
};
