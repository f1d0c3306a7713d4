import type { Snapshot } from "../analysis/types.ts";
import type { AreaAssessment, NeedAssessment, ReachRow } from "../model/assess/index.ts";
import { formulaText } from "../report/places/clusters.ts";
import { reachText } from "../report/places/need.ts";
import { portfoliosOf } from "../report/places/serving.ts";
import { shown } from "../report/words.ts";
import { formatPercent } from "../values/index.ts";
import type { FilePath } from "../workspace/types.ts";
import type { At } from "./at.ts";
import { escapeMarkdown } from "./escape.ts";
import { sheet } from "./figure-sheet.ts";

/** What stands at a place of an area: those in need and who is reached, a cluster's budget, a spend line, spend per child. */
export function areaSheet(snapshot: Snapshot, path: FilePath, here: At): string | undefined {
  const area = snapshot.areas(path).find(({ spec }) => spec === here.spec)?.assessment;
  if (area === undefined) return undefined;
  const [first, second, third, fourth] = here.path;
  const at = typeof second === "number" ? second : undefined;
  if (first === "needs" && at !== undefined) {
    const need = area.needs[at];
    return need === undefined ? undefined : needSheet(snapshot, here, need, undefined);
  }
  if (first === "clusters" && at !== undefined) {
    const cluster = area.clusters[at];
    if (cluster === undefined) return undefined;
    const need = third === "needs" && typeof fourth === "number" ? cluster.needs[fourth] : undefined;
    if (need !== undefined) return needSheet(snapshot, here, need, cluster.cluster);
    const part = cluster.devolved ?? cluster.budget;
    return part === undefined ? undefined : sheet(part, undefined, "");
  }
  if (first === "spend" && at !== undefined) {
    const line = area.spend[at];
    return line === undefined ? undefined : sheet(line.net, line.year, "");
  }
  const place = first === "comparators" && at !== undefined ? area.places[at + 1] : undefined;
  if (place !== undefined)
    return place.perChild.value === undefined ? undefined : sheet(place.perChild, place.year, place.place);
  if (!here.onKey || here.path.length !== 1) return undefined;
  if (first === "devolved") return devolvedSheet(area);
  const own = area.places.find((each) => each.own);
  return first === "spend_per_child" && own !== undefined ? sheet(own.perChild, own.year, own.how) : undefined;
}

function devolvedSheet({ devolved, clusters }: AreaAssessment): string | undefined {
  if (devolved === undefined) return undefined;
  return [
    escapeMarkdown(formulaText(devolved)),
    "",
    "| cluster | share | budget |",
    "| --- | ---: | ---: |",
    ...clusters.map(
      ({ title, share, devolved: part }) =>
        `| ${escapeMarkdown(title)} | ${share?.value === undefined ? "not known" : formatPercent(share.value)} | ${part === undefined ? "" : escapeMarkdown(shown(part))} |`,
    ),
  ].join("\n");
}

/** How many have a need, and who of them is reached by each portfolio that serves the area. */
function needSheet(snapshot: Snapshot, here: At, need: NeedAssessment, cluster: string | undefined): string {
  const reached = portfoliosOf(snapshot, here.spec.id).flatMap(({ id, portfolio }) =>
    portfolio.reach
      .filter((row) => row.need === need.need && row.cluster?.id === cluster)
      .map((row) => reachLine(id, row)),
  );
  return parts(sheet(need.number, undefined, ""), ...reached);
}

const reachLine = (id: string, row: ReachRow): string =>
  `In \`${id}\` ${escapeMarkdown(shown(row.served))} start in a year: **${escapeMarkdown(reachText(row))}** reached${row.over ? ", more than have it" : row.unmet.value === undefined ? "" : `, ${escapeMarkdown(shown(row.unmet))} not`}`;

/** Parts of a hover, one below the other. */
const parts = (...all: readonly string[]): string => all.filter((part) => part !== "").join("\n\n");
