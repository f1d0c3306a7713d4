/** Who of those with a need is reached: those who start in a year in the interventions that answer it, in the area and in each cluster. */
import { difference, given, none, product, quotient, sum, unknown, type Worked } from "../../../costing/worked.ts";
import { plural } from "../../../values/nouns.ts";
import type { Unit } from "../../../values/types.ts";
import { baseName, unit } from "../../../values/units.ts";
import type { MemberAssessment } from "../portfolio-types.ts";
import { readVolumes } from "../volumes.ts";
import type { AreaAssessment, NeedAssessment } from "./area-types.ts";
import { inAYear } from "./people.ts";

/** One need, in the whole area or in one cluster of it. */
export interface ReachRow {
  readonly need: string;
  readonly title: string;
  /** Undefined: the whole area. */
  readonly cluster: { readonly id: string; readonly title: string } | undefined;
  readonly withNeed: Worked;
  /** Start in an average year, in all interventions that answer the need. */
  readonly served: Worked;
  readonly reach: Worked;
  readonly unmet: Worked;
  /** Whether more start than have the need. */
  readonly over: boolean;
  /** Ids of the interventions that answer it. */
  readonly by: readonly string[];
}

/** What reach asks of an intervention: in a portfolio at its numbers there, else at its own. */
export type Serving = Pick<MemberAssessment, "intervention" | "at" | "spec" | "assessment" | "years" | "clusters">;

/** Every need of the area, whole and by cluster, against those who start. */
export function reachOf(area: AreaAssessment, members: readonly Serving[]): readonly ReachRow[] {
  return area.needs.flatMap((need): ReachRow[] => {
    const answering = members.filter(({ spec }) => answers(spec, need.need));
    const of = countedIn(need, answering);
    const counted = answering.map((member) => ({ member, starts: startsInAYear(member, of) }));
    const whole = rowOf(
      need,
      of,
      undefined,
      need.number,
      counted.map(({ starts }) => starts),
      answering,
    );
    const clusters = area.clusters.map((cluster) =>
      rowOf(
        need,
        of,
        { id: cluster.cluster, title: cluster.title },
        cluster.needs.find((each) => each.need === need.need)?.number ??
          unknown(need.title, {
            reason: "volume-unknown",
            what: `how many in ${cluster.title} have the need ${need.title}`,
            ref: cluster.at,
          }),
        counted.map(({ member, starts }) => inCluster(member, starts, cluster.cluster)),
        answering,
      ),
    );
    return [whole, ...clusters];
  });
}

/** Whether an intervention says that it answers a need. */
const answers = (spec: MemberAssessment["spec"], need: string): boolean =>
  (spec?.population?.needs?.items ?? []).some(({ value }) => value === need);

/** What the need is counted in: as written, else in what all who answer it count. Undefined: nobody can say. */
function countedIn(need: NeedAssessment, answering: readonly Serving[]): Unit | undefined {
  const written = inAYear(need.number).unit;
  if (written.powers.length > 0) return written;
  const nouns = new Set(answering.map(participantOf));
  const [only] = nouns;
  return nouns.size === 1 && only !== undefined && only !== "" ? unit([only, 1]) : undefined;
}

const participantOf = ({ spec }: Serving): string =>
  spec?.population?.unit?.value === undefined ? "" : baseName(spec.population.unit.value);

function rowOf(
  need: NeedAssessment,
  of: Unit | undefined,
  cluster: ReachRow["cluster"],
  number: Worked,
  starts: readonly Worked[],
  answering: readonly Serving[],
): ReachRow {
  // A cluster counts its need as the area does.
  const extra = { unit: of ?? inAYear(need.number).unit };
  const withNeed = number.unit.powers.length === 0 ? { ...number, ...extra } : inAYear(number);
  const served =
    answering.length === 0 ? given("Starting in a year", 0, extra) : sum("Starting in a year", starts, extra);
  const reach = quotient("Need reached", served, withNeed, { unit: { powers: [] } });
  const over = reach.value !== undefined && reach.value > 1 + 1e-9;
  return {
    need: need.need,
    title: need.title,
    cluster,
    withNeed,
    served,
    reach,
    unmet: over
      ? none("Need not reached", "more start than have it", [], extra)
      : difference("Need not reached", withNeed, served, extra),
    over,
    by: answering.map(({ intervention }) => intervention),
  };
}

/** Those who start in an average year of its delivery, counted as the need is: in families, or through `has` in children. */
function startsInAYear(member: Serving, of: Unit | undefined): Worked {
  const { spec, assessment, years, intervention, at } = member;
  const total = assessment?.figures.get("starts_total")?.worked;
  const label = `Start in ${intervention} in a year`;
  if (total?.value === undefined || years === undefined || years === 0)
    return unknown(label, { reason: "volume-unknown", what: `how many start in ${intervention}`, ref: at });
  const participant = participantOf(member);
  const noun = of?.powers.find(([, power]) => power > 0)?.[0];
  if (of === undefined || noun === undefined)
    return unknown(label, {
      reason: "volume-unknown",
      what: `in what the need is counted, as ${plural(participant || "participant")} or otherwise`,
      ref: at,
    });
  const period = given("Years of delivery in the portfolio", years, { unit: unit(["year", 1]) });
  const yearly = quotient(label, total, period);
  if (noun === participant) return { ...yearly, unit: of };
  const each = spec === undefined ? undefined : readVolumes(spec, undefined, []).whole.has.get(noun);
  if (each === undefined)
    return unknown(label, {
      reason: "volume-unknown",
      what: `how many ${plural(noun)} come with one ${participant || "participant"} of ${intervention} (${plural(noun)} have the need)`,
      ref: at,
    });
  return product(label, [yearly, each], { unit: of });
}

function inCluster(member: Serving, starts: Worked, cluster: string): Worked {
  if (member.clusters.length === 0)
    return unknown(starts.label, {
      reason: "volume-unknown",
      what: `the clusters in which ${member.intervention} starts`,
      ref: member.at,
    });
  const own = member.clusters.find((each) => each.cluster === cluster);
  return own === undefined
    ? given(starts.label, 0, { unit: starts.unit })
    : product(starts.label, [starts, own.share], { unit: starts.unit });
}
