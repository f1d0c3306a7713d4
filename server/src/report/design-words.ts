/** What a plan can find, in words: one line for lenses and hints, and the parts of a worksheet. */
import type { Detectable } from "../evidence/power/power.ts";
import type { DesignAssessment, ExpectedEffect, PlanReading } from "../model/assess/design/index.ts";
import { expectedText, neededText, powerText, sdText } from "../model/assess/design/words.ts";
import { formatNumber, formatPercent } from "../values/format.ts";
import { plural } from "../values/nouns.ts";
import { listed } from "./words.ts";

/** The expected effect that is hardest to find. */
export const hardest = (expected: readonly ExpectedEffect[]): ExpectedEffect | undefined =>
  [...expected].sort((a, b) => sizeOf(a) - sizeOf(b))[0];

const sizeOf = ({ size }: ExpectedEffect): number =>
  size.kind === "needs" ? Number.POSITIVE_INFINITY : Math.abs(size.sd);

/** The plan in one line. */
export function designLine(design: DesignAssessment): string {
  const { plan, detectable, expected } = design;
  if (plan.notComputed !== undefined) return `power not worked out for ${plan.notComputed.split(":")[0]}`;
  if (detectable === undefined) return `power not known: ${whyNotKnown(design)}`;
  const one = hardest(expected);
  if (one === undefined) return `finds an effect of g ${sdText(detectable.effect)} or more`;
  if (one.size.kind === "needs")
    return `finds an effect of g ${sdText(detectable.effect)} or more; whether it finds ${one.text} needs ${one.size.lacking.what}`;
  const found = sdText(detectable.effect, one.size.sd);
  // `g 0.31 or more, expected 0.20` reads at a glance; another metric is named.
  const wanted = one.size.from === "" ? sdText(one.size.sd, detectable.effect) : expectedText(one, detectable.effect);
  const finds = `finds g ${found} or more, expected ${wanted}`;
  if (one.enough === true)
    return `large enough for the effect expected: ${finds}; power ${one.power === undefined ? "not known" : powerText(one.power)}`;
  return `too small for the effect expected: ${finds}; ${moreNeeded(one, plan)}`;
}

/** `52 schools needed`, or that no number is enough. */
export const moreNeeded = ({ recruit }: ExpectedEffect, plan: PlanReading): string =>
  recruit === undefined ? `no number of ${plural(plan.noun)} is enough` : `${neededText(plan, recruit)} needed`;

/** Why nothing can be said. */
export function whyNotKnown({ plan }: DesignAssessment): string {
  if (plan.impossible.length > 0) return listed(plan.impossible.map(({ text, must }) => `"${text}" has to be ${must}`));
  if (plan.missing.length > 0) return `it needs ${listed(plan.missing.map(({ what }) => what))}`;
  return `too few ${plural(plan.noun)} for any test`;
}

/** M with the quantiles it is made of. */
export function multiplierText({ multiplier, freedom }: Detectable, { test }: PlanReading): string {
  const quantiles =
    test.multiplier === "normal" ? "normal quantiles" : `t quantiles with ${formatNumber(freedom)} degrees of freedom`;
  const level = formatPercent(test.level);
  const several = test.tests > 1 ? ` shared by ${test.tests} primary outcomes` : "";
  const sides = test.sides === 1 ? "one-sided" : "two-sided";
  return `M ${formatNumber(multiplier, { places: 3 })}: ${quantiles}, power ${powerText(test.power)}, ${level} ${sides}${several}`;
}

/** The formula of the standard error, by design. */
export function formulaOf({ kind, design }: PlanReading): string {
  const random = design !== undefined && "effects" in design && design.effects.kind === "random";
  const blocks = random ? "tau + " : "";
  switch (kind) {
    case "individual":
      return "M x sqrt((1 - R1) / (p (1 - p) n))";
    case "blocked":
      return `M x sqrt(${random ? "icc omega / B + (1 - icc) " : ""}(1 - R1) / (p (1 - p) B n))`;
    case "cluster":
      return "M x sqrt(icc (1 + cv^2) (1 - R2) / (p (1 - p) J) + (1 - icc) (1 - R1) / (p (1 - p) J n))";
    case "three-level":
      return "M x sqrt(icc (1 + cv^2) (1 - R3) / (p (1 - p) K) + icc2 (1 - R2) / (p (1 - p) K J) + (1 - icc - icc2) (1 - R1) / (p (1 - p) K J n))";
    case "blocked-cluster":
      return `M x sqrt(${blocks}icc (1 + cv^2) (1 - R2) / (p (1 - p) B J) + (1 - icc) (1 - R1) / (p (1 - p) B J n))`;
    case "stepped-wedge":
      return "M x sqrt(J a (a + T b) / ((J U - W) a + (U^2 + J T U - T W - J V) b)), a = (1 - icc) (1 - R1) / n + icc (1 - R2) (1 - r), b = icc (1 - R2) r";
    default:
      return "";
  }
}

/** The numbers that stand for the letters of the formula, after attrition. */
export function lettersOf({
  design,
}: PlanReading): readonly (readonly [letter: string, value: string, meaning: string])[] {
  if (design === undefined) return [];
  // In a stepped wedge every cluster gets it in the end.
  const rows: (readonly [string, string, string])[] =
    design.kind === "stepped-wedge" ? [] : [["p", formatPercent(design.treated), "share that gets the intervention"]];
  const count = (letter: string, value: number, meaning: string) => rows.push([letter, formatNumber(value), meaning]);
  switch (design.kind) {
    case "individual":
      count("n", design.participants, "participants analysed");
      count("R1", design.explained, "share of variance explained");
      break;
    case "blocked":
      count("B", design.blocks, "blocks");
      count("n", design.perBlock, "participants analysed in each");
      count("R1", design.explained, "share of variance explained");
      if (design.effects.kind === "random") {
        count("icc", design.effects.icc, "share of variance between blocks");
        count("omega", design.effects.variation, "variance of the effect among blocks over that");
      }
      break;
    case "cluster":
      count("J", design.clusters, "clusters analysed, all arms");
      count("n", design.perCluster, "participants analysed in each");
      break;
    case "three-level":
      count("K", design.clusters, "clusters analysed, all arms");
      count("J", design.groups, "groups in each");
      count("n", design.perGroup, "participants analysed in each group");
      count("icc2", design.groupIcc, "share of variance between groups");
      count("R3", design.explained.cluster, "explained between clusters");
      count("R2", design.explained.group, "explained between groups");
      break;
    case "stepped-wedge":
      count("J", design.clusters, "clusters analysed");
      count("T", design.steps + 1, "periods");
      count("n", design.perPeriod, "participants analysed in each cluster and period");
      count("r", design.overTime, "how alike clusters stay from one period to another");
      break;
    case "blocked-cluster":
      count("B", design.blocks, "blocks");
      count("J", design.clusters, "clusters analysed in each block");
      count("n", design.perCluster, "participants analysed in each");
      if (design.effects.kind === "random")
        count(
          "tau",
          (design.effects.icc * design.effects.variation) / design.blocks,
          "variance of the effect among blocks / B",
        );
      break;
  }
  if ("icc" in design) {
    count("icc", design.icc, "intraclass correlation");
    if (design.kind !== "three-level") count("R2", design.explained.cluster, "explained between clusters");
    count("R1", design.explained.individual, "explained within clusters");
    if ("sizeVariation" in design && design.sizeVariation > 0)
      count("cv", design.sizeVariation, "variation of the sizes of clusters");
  }
  return rows;
}
