import type { Figure } from "../../costing/figure.ts";
import type { FigureId } from "../../costing/figures.ts";
import type { Worked } from "../../costing/worked.ts";
import { longest } from "../charts/longest.ts";
import type { BarChart, BarRow } from "../charts/types.ts";
import { shown } from "../words.ts";

/** A chart of costs that are known; none where fewer than two are. */
export function costBars(
  id: string,
  title: string,
  all: readonly { readonly label: string; readonly cost: Pick<Worked, "value" | "unit"> }[],
): readonly BarChart[] {
  const known = all.flatMap(({ label, cost }): BarRow[] =>
    cost.value === undefined ? [] : [{ label, bars: [{ series: "cost", value: cost.value, shown: shown(cost) }] }],
  );
  return chartOf(id, title, known);
}

/** A chart of rows already made; none where fewer than two are. */
export function chartOf(id: string, title: string, known: readonly BarRow[]): readonly BarChart[] {
  if (known.length < 2) return [];
  const { rows, note } = longest(known);
  const description = rows
    .map(({ label, bars }) => `${label} ${bars.map((bar) => bar.shown).join(" and ")}`)
    .join("; ");
  return [{ kind: "bars", id, title: `${title}${note}`, description, rows }];
}

/** The figures of one id, told apart by what they are of. */
export const groupBars = (
  figures: ReadonlyMap<string, Figure>,
  id: FigureId,
): readonly { readonly label: string; readonly cost: Figure }[] =>
  [...figures.values()]
    .filter((figure) => figure.id === id)
    .map((figure) => ({ label: figure.of ?? "", cost: figure }));
