/** A budget shared out among clusters by a stated formula: the parts add up to the whole, or are not known. */
import { given, type Missing, product, quotient, sum, unknown, type Worked } from "../../../costing/worked.ts";
import type { Area } from "../../../schema/kinds/area.ts";
import { ceiling, lackOf, quantityOf, shareOfField } from "../values.ts";
import type { ClusterAssessment, DevolvedAssessment, DevolvedBase } from "./area-types.ts";
import { peopleOf } from "./people.ts";

type Cluster = Omit<ClusterAssessment, "devolved" | "share">;

/** The budget and what it is shared out by. */
export function readDevolved(area: Area): DevolvedAssessment | undefined {
  const { devolved } = area;
  if (devolved === undefined) return undefined;
  const { budget, by } = devolved;
  return {
    at: (budget ?? devolved).$,
    budget:
      budget?.value === undefined
        ? unknown(
            "Devolved budget",
            budget === undefined
              ? { reason: "amount-unknown", what: "the devolved budget", ref: devolved.$ }
              : lackOf(budget, "the devolved budget"),
          )
        : quantityOf("Devolved budget", ceiling(budget.value), budget),
    by:
      by === undefined
        ? []
        : by.$kind === "map"
          ? by.entries.flatMap(({ key, value }) =>
              value.value === undefined || !isBase(key) ? [] : [[key, value.value.value] as const],
            )
          : by.value === undefined || !isBase(by.value)
            ? []
            : [[by.value, 1]],
    need: devolved.need?.value,
  };
}

const isBase = (text: string): text is DevolvedBase => text === "population" || text === "need" || text === "shares";

/** What the weights of the formula, or the clusters' given shares, come to: 1 when they are right. */
export const weightsTotal = ({ by }: DevolvedAssessment): number => by.reduce((so, [, weight]) => so + weight, 0);

/** Each cluster's share of the budget, and its part. Where one base is not known for one cluster, no share is. */
export function shareOut(
  devolved: DevolvedAssessment,
  area: Area,
  clusters: readonly Cluster[],
): readonly { readonly share: Worked; readonly part: Worked }[] {
  const wrong = Math.abs(weightsTotal(devolved) - 1) > 1e-9;
  const parts = devolved.by.map(([base, weight]) => {
    const bases = clusters.map((cluster) => baseOf(base, cluster, devolved, area));
    const whole = sum(`All clusters: ${base}`, bases);
    return bases.map((own) => {
      if (whole.missing.length > 0) return unknown(`Share by ${base}`, whole.missing);
      return product(`Share by ${base}`, [given(`Weight of ${base}`, weight), quotient(base, own, whole)]);
    });
  });
  return clusters.map((cluster, at) => {
    const label = `Share of ${cluster.title}`;
    const own = parts.flatMap((each) => each[at] ?? []);
    const missing: Missing = {
      reason: "setting-unknown",
      what: "a formula whose weights come to 100%",
      ref: devolved.at,
    };
    // Of a sum the known part would be given out as if it were all.
    const lacks = own.flatMap((part) => part.missing);
    const share =
      lacks.length > 0
        ? unknown(label, lacks)
        : wrong || own.length === 0
          ? unknown(label, missing)
          : own.length === 1
            ? (own[0] as Worked)
            : sum(label, own);
    return {
      share,
      part: product(`Budget of ${cluster.title}`, [devolved.budget, share], { unit: devolved.budget.unit }),
    };
  });
}

function baseOf(base: DevolvedBase, cluster: Cluster, { need }: DevolvedAssessment, area: Area): Worked {
  const lack = (what: string): Worked =>
    unknown(cluster.title, { reason: "volume-unknown", what, ref: cluster.at }, { ref: cluster.at });
  switch (base) {
    case "population":
      return (
        peopleOf(cluster.population, area.devolved?.ages?.value)?.number ??
        lack(`the population of ${cluster.title} that the budget is shared out by`)
      );
    case "need":
      return (
        cluster.needs.find((one) => one.need === need)?.number ??
        lack(`how many in ${cluster.title} have the need that the budget is shared out by`)
      );
    case "shares": {
      const field = cluster.node.share;
      if (field?.value === undefined) return lack(`the share of ${cluster.title}`);
      return shareOfField(cluster.title, field.value, field);
    }
  }
}
