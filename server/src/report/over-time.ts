import { figureKey } from "../costing/figure.ts";
import type { Missing } from "../costing/worked.ts";
import type { Assessment } from "../model/assess/types.ts";
import { unit } from "../values/units.ts";
import type { ReportSection } from "./types.ts";
import { lackText, shown } from "./words.ts";

const costName = "Public cost";
const benefitName = "Fiscal benefit";

/** How cost and benefit add up over the years, from which payback is read; where there is no such path, why. */
export function overTimeSection(assessment: Assessment): ReportSection | undefined {
  const { paybackPath, currency } = assessment;
  if (paybackPath === undefined) return undefined;
  const section = { id: "over-time", title: "Over time", charts: [], tables: [] };
  if (paybackPath.kind === "none")
    return { ...section, paragraphs: [`There is no path of fiscal benefits to draw: ${paybackPath.reason}.`] };
  if (paybackPath.kind === "not known") return { ...section, paragraphs: [whyNot(paybackPath.missing)] };
  const money = (value: number): string => shown({ value, unit: unit([currency, 1]) });
  const points = paybackPath.years.map(({ year, cost, benefit }) => ({ year: year + 1, cost, benefit }));
  const last = points.at(-1);
  if (last === undefined) return undefined;
  const payback = assessment.figures.get(figureKey("payback"));
  const verdict =
    payback?.value === undefined
      ? "Fiscal benefits do not reach the public cost in the years worked out."
      : `Fiscal benefits have reached the public cost by the end of year ${payback.value}.`;
  const end = `By the end of year ${last.year} the public cost is ${money(last.cost)} and the fiscal benefit ${money(last.benefit)}, both discounted.`;
  return {
    ...section,
    paragraphs: [`${verdict} ${end}`],
    charts: [
      {
        kind: "path",
        id: "over-time",
        title: "Public cost and fiscal benefit to date, discounted",
        description: `${verdict} ${end}`,
        currency,
        costName,
        benefitName,
        points,
        payback: payback?.value,
      },
    ],
    tables: [
      {
        caption: "The same, year by year",
        columns: [
          { title: "End of year", align: "left" },
          { title: costName, align: "right" },
          { title: benefitName, align: "right" },
        ],
        rows: points.map(({ year, cost, benefit }) => ({ cells: [String(year), money(cost), money(benefit)] })),
      },
    ],
  };
}

function whyNot(missing: readonly Missing[]): string {
  const lack = lackText({ missing });
  return `How cost and benefit add up over the years is not known${lack === "" ? "" : `: it ${lack}`}. Payback is read from that path, so it is not known either.`;
}
