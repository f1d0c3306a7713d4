/** What is paid before a service can begin, to begin it, and while it runs, with what each comes to a year (EEF cost evaluation guidance). */
import { type Figure, figureKey } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { Assessment } from "../model/assess/index.ts";
import { missingBeside } from "./beside.ts";
import type { Section } from "./page.ts";
import { missingText, shown } from "./words.ts";

const timings: readonly (readonly [id: FigureId, title: string])[] = [
  ["prerequisite_cost", "Prerequisite"],
  ["start_up_cost", "Start-up"],
  ["recurring_cost", "Recurring"],
];

/** Undefined where everything recurs: the cost a year says it all. */
export function timingSection({ figures, currency }: Assessment): Section | undefined {
  const found = timings.flatMap(([id, title]) => {
    const figure = figures.get(figureKey(id));
    return figure === undefined ? [] : [{ title, figure }];
  });
  if (found.every(({ figure }) => figure.id === "recurring_cost")) return undefined;
  const years = figures.get(figureKey("cost_per_year"))?.worked.operands[1]?.value;
  const aYear = ({ value }: Figure): string =>
    value === undefined || years === undefined || !(years > 0)
      ? ""
      : shown({
          value: value / years,
          unit: {
            powers: [
              [currency, 1],
              ["year", -1],
            ],
          },
        });
  const averaged = figures.get(figureKey("averaged_cost_per_starter"));
  return {
    title: "Prerequisite, start-up and recurring",
    columns: [
      { title: "", align: "left" },
      { title: "over the period", align: "right" },
      { title: "average a year", align: "right" },
      { title: "", align: "left" },
    ],
    rows: found.map(({ title, figure }) => ({
      cells: [title, shown(figure), aYear(figure), missingBeside(figure)],
    })),
    notes:
      averaged?.value === undefined
        ? []
        : [
            `Averaged over three years, as EEF cost ratings are: ${shown(averaged)} a year${besides(averaged)}. (Prerequisite + start-up + 3 x a year's recurring cost) / 3 / those who start in a year; things that last are bought once.`,
          ],
  };
}

/** What the figure lacks, inside a sentence. */
function besides(figure: Figure): string {
  const lack = missingText(figure);
  return lack === "" ? "" : ` (${lack})`;
}
