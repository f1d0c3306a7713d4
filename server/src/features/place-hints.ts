import type { Snapshot } from "../analysis/types.ts";
import { type Figure, figureKey } from "../costing/figure.ts";
import type { MemberAssessment, PortfolioAssessment, ReachRow } from "../model/assess/index.ts";
import { keyPlace } from "../model/key-place.ts";
import { reachText } from "../report/places/need.ts";
import { portfoliosOf } from "../report/places/serving.ts";
import { shown } from "../report/words.ts";
import type { Place } from "../syntax/types.ts";
import { formatPercent } from "../values/index.ts";
import type { FilePath } from "../workspace/types.ts";
import type { HintPart } from "./hint-parts.ts";

type Put = (at: Place | undefined, parts: () => readonly (HintPart | undefined)[]) => void;

/** Figures beside the lines of portfolios and areas: each intervention's cost and rank, each cluster's budget, each need's reach, net spend. */
export function placeHints(snapshot: Snapshot, path: FilePath, put: Put): void {
  for (const { spec, assessment } of snapshot.portfolios(path)) {
    put(keyPlace(spec.reading, "interventions"), () => [
      total(assessment.figures.get(figureKey("portfolio_cost"))),
      unless(assessment.priceYear, (year) => ({ kind: "totals", text: `${year} prices` })),
    ]);
    for (const member of assessment.members) put(member.at, () => memberParts(assessment, member));
    for (const shared of assessment.shared)
      put(shared.at, () => [
        { kind: "lines", text: shown(shared.total) },
        { kind: "lines", text: `${formatPercent(shared.allocated)} shared out` },
      ]);
  }
  for (const { spec, assessment } of snapshot.areas(path)) {
    let serving: ReturnType<typeof portfoliosOf> | undefined;
    const served = (need: string, cluster?: string): readonly HintPart[] => {
      serving ??= portfoliosOf(snapshot, spec.id);
      return serving.flatMap(({ id, portfolio }) =>
        portfolio.reach
          .filter((row) => row.need === need && row.cluster?.id === cluster && row.withNeed.value !== undefined)
          .map((row) => reachPart(id, row)),
      );
    };
    for (const need of assessment.needs)
      put(need.at, () => [
        need.number.value === undefined ? undefined : { kind: "lines", text: shown(need.number) },
        ...served(need.need),
      ]);
    for (const cluster of assessment.clusters) {
      put(cluster.at, () => [
        cluster.devolved?.value === undefined ? undefined : { kind: "totals", text: shown(cluster.devolved) },
        cluster.share?.value === undefined
          ? undefined
          : { kind: "totals", text: `${formatPercent(cluster.share.value)} of the devolved budget` },
      ]);
      for (const need of cluster.needs)
        put(need.at, () => [
          need.number.value === undefined ? undefined : { kind: "lines", text: shown(need.number) },
          ...served(need.need, cluster.cluster),
        ]);
    }
    for (const line of assessment.spend)
      put(line.at, () => [
        line.net.value === undefined ? undefined : { kind: "lines", text: `${shown(line.net)} net` },
      ]);
  }
}

const total = (figure: Figure | undefined): HintPart | undefined =>
  figure?.value === undefined
    ? undefined
    : { kind: "totals", text: `${shown(figure)}${figure.complete ? "" : ", in part"}` };

const unless = <T>(value: T | undefined, made: (value: T) => HintPart): HintPart | undefined =>
  value === undefined ? undefined : made(value);

function memberParts(assessment: PortfolioAssessment, member: MemberAssessment): readonly (HintPart | undefined)[] {
  const { cost } = member;
  const { league, by } = assessment.stopping().league;
  const ranked = league.ranked.find(({ entrant }) => entrant.member === member);
  return [
    {
      kind: "lines",
      text: cost.value === undefined ? "not costed" : `${shown(cost)}${cost.missing.length === 0 ? "" : ", in part"}`,
    },
    ranked === undefined || league.ranked.length < 2
      ? undefined
      : { kind: "lines", text: `${ranked.rank} of ${league.ranked.length} by ${by}` },
  ];
}

const reachPart = (id: string, row: ReachRow): HintPart => ({
  kind: "lines",
  text: row.reach.value === undefined ? `reach in ${id} not known` : `${reachText(row)} reached in ${id}`,
});
