/** A place: who lives there with which needs, budgets devolved to its clusters, spend by line and beside other places (schemas/FORMAT.md, "Places and portfolios"). */
import { type Figure, figure, figureKey } from "../../../costing/figure.ts";
import type { FigureId } from "../../../costing/figures.ts";
import { sum, unknown, type Worked } from "../../../costing/worked.ts";
import type { Area } from "../../../schema/kinds/area.ts";
import { unit } from "../../../values/units.ts";
import { shortCitation } from "../citations.ts";
import { ceiling, lackOf, quantityOf } from "../values.ts";
import type { AreaAssessment, AreaContext, ClusterAssessment, PlaceSpend, SpendAssessment } from "./area-types.ts";
import { readDevolved, shareOut } from "./devolve.ts";
import { readNeed, readPeople } from "./people.ts";
import { factorsOf, readSpends, spendOf } from "./spend.ts";

/** Works out an area. Pure: other areas and reference figures are asked of the context. */
export function assessArea(area: Area, context: AreaContext): AreaAssessment {
  const population = (area.population?.items ?? []).map((node) => readPeople(node, area));
  const nodes = area.needs?.items ?? [];
  const needs = nodes.map((node) => readNeed(node, population, node, area));
  const clusters = (area.clusters?.items ?? []).map((node) => {
    const people = (node.population?.items ?? []).map((one) => readPeople(one, area));
    const cluster = node.cluster?.value ?? "";
    return {
      node,
      cluster,
      title: node.title?.value ?? cluster,
      at: (node.cluster ?? node).$,
      population: people,
      needs: (node.needs?.items ?? []).map((need) =>
        readNeed(
          need,
          people,
          nodes.find((each) => each.need?.value === need.need?.value),
          area,
        ),
      ),
      budget:
        node.budget === undefined
          ? undefined
          : node.budget.value === undefined
            ? unknown("Budget", lackOf(node.budget, "its budget"))
            : quantityOf("Budget", ceiling(node.budget.value), node.budget),
    };
  });
  const devolved = readDevolved(area);
  const parts = devolved === undefined ? [] : shareOut(devolved, area, clusters);
  const complete = clusters.map(
    (cluster, at): ClusterAssessment => ({
      ...cluster,
      share: parts[at]?.share,
      devolved: parts[at]?.part,
    }),
  );
  const spend = readSpends(area.spend?.items ?? [], context);
  const partial = { area, basis: area.basis?.value, population, needs, clusters: complete, devolved, spend };
  const places = placesOf(area, population, spend, context);
  return { ...partial, places, figures: figuresOf({ ...partial, places }) };
}

/** The area and those it is compared with. Another area's figures are read in its own file. */
function placesOf(
  area: Area,
  population: AreaAssessment["population"],
  spend: readonly SpendAssessment[],
  context: AreaContext,
): readonly PlaceSpend[] {
  const comparators = area.comparators?.items ?? [];
  if (area.spend_per_child === undefined && area.factors === undefined && comparators.length === 0) return [];
  const own = spendOf(area.title?.value ?? area.area?.value ?? "This area", area, population, spend);
  return [
    own,
    ...comparators.map((node): PlaceSpend => {
      const nothing = (place: string, named: PlaceSpend["named"]): PlaceSpend => ({
        place,
        at: node.$,
        own: false,
        perChild: unknown("Spend per child", {
          reason: "amount-unknown",
          what: `the spend per child of ${place}`,
          ref: node.$,
        }),
        how: "",
        year: undefined,
        ages: undefined,
        factors: [],
        source: undefined,
        named,
      });
      if (node.$kind === "field") return nothing(node.value ?? "", "only");
      const place = node.place?.value ?? node.area?.value ?? "";
      const other = node.area?.value === undefined ? undefined : context.area(node.area.value);
      const theirs =
        other === undefined
          ? undefined
          : spendOf(
              place,
              other,
              (other.population?.items ?? []).map((one) => readPeople(one, other)),
              readSpends(other.spend?.items ?? [], context),
            );
      const given = node.spend_per_child;
      const factors = factorsOf(node.factors);
      if (given?.amount === undefined)
        return theirs === undefined
          ? { ...nothing(place, given === undefined && factors.length === 0 ? "only" : "with figures"), factors }
          : { ...theirs, at: node.$, own: false, factors: factors.length > 0 ? factors : theirs.factors };
      const printed = spendOf(place, { ...other, spend_per_child: given } as Area, [], []);
      return {
        ...printed,
        at: node.$,
        own: false,
        source: shortCitation(given.source) ?? shortCitation(node.source) ?? shortCitation(area.source),
        factors: factors.length > 0 ? factors : (theirs?.factors ?? []),
      };
    }),
  ];
}

function figuresOf({
  population,
  needs,
  clusters,
  devolved,
  spend,
  places,
}: Omit<AreaAssessment, "figures">): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  const put = (id: FigureId, worked: Worked, of?: string, year?: string): void => {
    figures.set(figureKey(id, of), figure(id, worked, year, of));
  };
  for (const { who, agesText, number } of population)
    put("area_population", number, [who, agesText].filter((part) => part !== undefined).join(" "));
  for (const { need, number } of needs) put("area_with_need", number, need);
  for (const cluster of clusters) {
    for (const { need, number } of cluster.needs) put("area_with_need", number, `${need}, ${cluster.cluster}`);
    if (cluster.devolved !== undefined) put("area_cluster_budget", cluster.devolved, cluster.cluster);
    else if (cluster.budget !== undefined) put("area_cluster_budget", cluster.budget, cluster.cluster);
  }
  if (devolved !== undefined) put("area_devolved_budget", devolved.budget);
  for (const { code, net, year } of spend) put("area_spend", net, `s251/${code}`, year);
  for (const stage of ["early", "late"] as const) {
    const lines = spend.filter((each) => each.stage === stage);
    const years = new Set(lines.map(({ year }) => year));
    if (lines.length === 0) continue;
    const label = stage === "early" ? "Spend on early help" : "Spend on late intervention";
    const money = { unit: unit(["GBP", 1]) };
    put(
      "area_spend_by_stage",
      years.size === 1
        ? sum(
            label,
            lines.map(({ net }) => net),
            money,
          )
        : unknown(label, { reason: "price-year-unknown", what: "spend lines of one year" }, money),
      stage === "early" ? "early help" : "late intervention",
      lines[0]?.year,
    );
  }
  for (const { place, perChild, year } of places) put("area_spend_per_child", perChild, place, year);
  return figures;
}
