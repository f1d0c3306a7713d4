import type { Snapshot } from "../../analysis/types.ts";
import { figureKey } from "../../costing/figure.ts";
import type { Definition } from "../../model/spec.ts";
import { shown } from "../../report/words.ts";
import { tightest } from "../place-lens.ts";
import { counted, cut, mostRows, type OverviewRow } from "./types.ts";

/** Every portfolio with its cost, how many interventions it funds and what is left of its budget. */
export function portfolioRows(snapshot: Snapshot): readonly OverviewRow[] {
  return rowsOf(snapshot, "portfolio", (definition) => {
    const found = snapshot
      .portfolios(definition.path)
      .find(({ spec }) => spec.id === definition.id && spec.document.index === definition.document)?.assessment;
    if (found === undefined) return ["cost not known"];
    const total = found.figures.get(figureKey("portfolio_cost"));
    const left = tightest(found);
    return [
      total?.value === undefined ? "cost not known" : `${shown(total)}${total.complete ? "" : ", in part"}`,
      counted(found.members.length, "intervention", "interventions"),
      ...(left === undefined ? [] : [left]),
    ];
  });
}

/** Every area with its clusters, its needs and its spend per child. */
export function areaRows(snapshot: Snapshot): readonly OverviewRow[] {
  return rowsOf(snapshot, "area", (definition) => {
    const found = snapshot
      .areas(definition.path)
      .find(({ spec }) => spec.id === definition.id && spec.document.index === definition.document)?.assessment;
    if (found === undefined) return [];
    const own = found.places.find((place) => place.own);
    const open = found.needs.filter(({ number }) => number.value === undefined).length;
    return [
      ...(found.basis === "assumed" ? ["assumed, not a real place"] : []),
      `${counted(found.needs.length, "need", "needs")}${open === 0 ? "" : `, ${open} not measured`}`,
      ...(found.clusters.length === 0 ? [] : [counted(found.clusters.length, "cluster", "clusters")]),
      ...(own?.perChild.value === undefined ? [] : [`spends ${shown(own.perChild)}`]),
    ];
  });
}

function rowsOf(
  snapshot: Snapshot,
  kind: "portfolio" | "area",
  facts: (definition: Definition) => readonly string[],
): readonly OverviewRow[] {
  const ids = snapshot.index.ids(kind);
  const rows = ids
    .slice(0, mostRows)
    .flatMap((id) => snapshot.index.definitions(kind, id))
    .map((definition): OverviewRow => {
      const said = facts(definition);
      return {
        key: `${kind}:${definition.path}:${definition.document}`,
        label: definition.id,
        ...(definition.title === undefined ? {} : { title: definition.title }),
        description: said.join(" · "),
        spoken: `${definition.title ?? definition.id}: ${said.join(", ")}`,
        icon: kind,
        at: { path: definition.path, span: definition.span },
        expandable: false,
      };
    });
  return cut(rows, ids.length, `${kind}s`);
}
