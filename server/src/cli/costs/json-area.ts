import type { Worked } from "../../costing/worked.ts";
import { directReach, portfoliosOf } from "../../report/places/serving.ts";
import type { CostedArea } from "../commands/cost.ts";
import { reachJson } from "./json-reach.ts";
import type { Writer } from "./json-writer.ts";

/** An area for programs: who lives there with which needs, budgets of its clusters, spend by line and beside other places. */
export function areaJson({ spec, assessment, path, project, snapshot }: CostedArea, writer: Writer) {
  const { basis, population, needs, clusters, devolved, spend, places } = assessment;
  const serving = portfoliosOf(snapshot, spec.id);
  const direct = directReach(snapshot, assessment, serving);
  const count = (id: string, worked: Worked) => writer.amount(id, worked, undefined);
  const optional = (id: string, worked: Worked | undefined, year?: string) =>
    worked === undefined ? null : writer.amount(id, worked, year);
  const people = (all: typeof population) =>
    all.map(({ who, agesText, year, source, number, at }) => ({
      who,
      ages: agesText ?? null,
      year: year ?? null,
      source: source ?? null,
      at: writer.place(at),
      number: count("area_population", number),
    }));
  const withNeed = (all: typeof needs) =>
    all.map(({ need, title, year, source, measured, number, at }) => ({
      need,
      title,
      year: year ?? null,
      source: source ?? null,
      measured,
      at: writer.place(at),
      number: count("area_with_need", number),
    }));
  return {
    path: project.show(path),
    kind: spec.kind,
    id: spec.id ?? null,
    title: spec.reading?.title?.value ?? null,
    basis: basis ?? null,
    figures: writer.figures(assessment.figures),
    population: people(population),
    needs: withNeed(needs),
    clusters: clusters.map((cluster) => ({
      id: cluster.cluster,
      title: cluster.title,
      at: writer.place(cluster.at),
      population: people(cluster.population),
      needs: withNeed(cluster.needs),
      share: optional("area_cluster_share", cluster.share),
      devolved: optional("area_cluster_budget", cluster.devolved),
      budget: optional("area_cluster_budget_as_decided", cluster.budget),
    })),
    devolved:
      devolved === undefined
        ? null
        : {
            budget: count("area_devolved_budget", devolved.budget),
            by: Object.fromEntries(devolved.by),
            need: devolved.need ?? null,
          },
    spend: spend.map((line) => ({
      line: line.line,
      title: line.title,
      year: line.year ?? null,
      at: writer.place(line.at),
      stage: line.stage ?? null,
      sums_others: line.isTotal,
      gross: optional("area_spend_gross", line.gross, line.year),
      income: optional("area_spend_income", line.income, line.year),
      net: writer.amount("area_spend", line.net, line.year),
    })),
    places: places.map((place) => ({
      place: place.place,
      own: place.own,
      at: writer.place(place.at),
      year: place.year ?? null,
      ages: place.ages ?? null,
      source: place.source ?? null,
      spend_per_child: writer.amount("area_spend_per_child", place.perChild, place.year),
      factors: place.factors.map(({ factor, text, year }) => ({ factor, figure: text, year: year ?? null })),
    })),
    reach: [
      ...serving.map(({ id, path: at, portfolio }) => ({
        portfolio: id,
        needs: portfolio.reach.map((row) => reachJson(row, writer.of(at))),
      })),
      ...(direct.length === 0 ? [] : [{ portfolio: null, needs: direct.map((row) => reachJson(row, writer)) }]),
    ],
  };
}
