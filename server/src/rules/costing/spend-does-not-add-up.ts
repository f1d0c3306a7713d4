import { printedInterval } from "../../costing/rounding.ts";
import { formatFigure } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";

const area = (net: string): string =>
  `area: england\nsource: Section 251 outturn 2013-14\nspend:\n  - line: s251/3.0.1\n    year: 2013-14\n    gross: £694,316,982\n    income: £61,923,303\n    net: ${net}\n`;

/** Gross less income is not the net that is printed. */
export const spendDoesNotAddUp: DocumentRule = {
  code: "costing/spend-does-not-add-up",
  severity: "warning",
  scope: "document",
  page: {
    title: "Net spend that gross and income do not give",
    what: "Gross spend less income is not the net spend printed for the line, allowing for rounding.",
    why: "Spend is compared between places by the net line. One of the three figures is wrong.",
    fix: "Compare all three with the section 251 return.",
    standard: "Section 251 of the Apprenticeships, Skills, Children and Learning Act 2009",
    example: { file: "a.area.yaml", invalid: area("£623,393,679"), valid: area("£632,393,679") },
  },
  check({ spec }, report) {
    if (spec.kind !== "area") return;
    for (const line of spec.reading?.spend?.items ?? []) {
      const gross = line.gross?.value;
      const income = line.income?.value;
      const net = line.net?.value;
      if (gross === undefined || income === undefined || net === undefined || line.net === undefined) continue;
      const worked = gross.value - income.value;
      const room = printedInterval(net.value, net.value, net.written);
      const slack = 0.5 * 10 ** gross.written.finest + 0.5 * 10 ** income.written.finest;
      if (worked >= room.low - slack && worked <= room.high + slack) continue;
      report({
        at: line.net.$,
        message: `Prints ${line.net.text} as the net spend of ${line.line?.text ?? "this line"}; gross less income is ${formatFigure({ value: worked, unit: net.unit })}.`,
        help: "Compare all three with the section 251 return.",
        related: [
          { at: line.gross?.$ ?? line.$, label: "gross" },
          { at: line.income?.$ ?? line.$, label: "income" },
        ],
      });
    }
  },
};
