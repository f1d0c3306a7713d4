/** What must be said of a body of evidence besides its figure. */

import type { SizedEffect } from "../../../evidence/index.ts";
import type { OutcomeClaim } from "../../../schema/kinds/intervention.ts";
import { randomisedDesigns } from "../../designs.ts";
import type { CitedStudy, Pool } from "./body-types.ts";

/** `a`, `a or b`, `a, b or c`. */
const orList = (ids: readonly string[]): string =>
  ids.length < 2 ? (ids[0] ?? "") : `${ids.slice(0, -1).join(", ")} or ${ids.at(-1)}`;

/** Half of the variation or more between studies is too much for one figure to stand for all (Cochrane Handbook 10.10.2: 50%). */
const muchVariation = 0.5;

/** What is claimed, of which intervention. */
interface Asked {
  readonly claim: OutcomeClaim;
  readonly claimed: SizedEffect | undefined;
  readonly intervention: string | undefined;
  /** Studies without which the others would show no effect. */
  readonly carrying: readonly string[];
}

/** Sentences, the gravest first. */
export function remarksOn(
  cited: readonly CitedStudy[],
  pool: Pool | undefined,
  { claim, claimed, intervention, carrying }: Asked,
): readonly string[] {
  const used = cited.filter(({ pooled }) => pooled !== undefined);
  return [
    ...(used.length === 1 ? ["It rests on one study: another might find something else."] : []),
    ...(carrying.length === 0 ? [] : [`Without ${orList(carrying)} the others together would show no effect.`]),
    ...outside(claim, claimed, pool),
    ...(pool === undefined ? [] : poolRemarks(pool)),
    ...developerRemark(used),
    ...differing(used),
    ...designs(used),
    ...clustering(used),
    ...otherIntervention(used, intervention),
    ...(claim.measure === undefined ? [] : otherMeasure(used, claim.measure.text)),
  ];
}

function poolRemarks({ random, studies, smallStudies, prediction, effect }: Pool): string[] {
  const { i2 } = random.heterogeneity;
  const out: string[] = [];
  if (studies === 2) out.push("With two studies, how far effects differ between places can hardly be told.");
  if (i2 >= muchVariation)
    out.push(
      `The studies differ by more than chance (${Math.round(i2 * 100)}% of the variation): one figure does not stand for all.`,
    );
  if (prediction !== undefined && crosses(effect, prediction))
    out.push("The prediction interval includes no effect: in a new place it may not work.");
  if (smallStudies.kind === "too few")
    out.push(`Too few studies (${studies}) to test whether small ones that found nothing are missing.`);
  else if (smallStudies.p < 0.1)
    out.push("Smaller studies show larger effects (Egger's test): some that found nothing may be missing.");
  return out;
}

const crosses = (
  { scale, low, high }: Pool["effect"],
  prediction: { readonly low: number; readonly high: number },
): boolean => {
  const none = scale === "RR" || scale === "OR" || scale === "HR" ? 1 : 0;
  const shows = low !== undefined && high !== undefined && (low > none || high < none);
  return shows && prediction.low <= none && prediction.high >= none;
};

/** A claim outside the interval of its studies together is another claim than they make. */
function outside({ effect }: OutcomeClaim, claimed: SizedEffect | undefined, pool: Pool | undefined): string[] {
  const { low, high } = pool?.effect ?? {};
  if (claimed === undefined || low === undefined || high === undefined) return [];
  return claimed.value >= low && claimed.value <= high
    ? []
    : [`The effect claimed, ${effect?.text ?? ""}, lies outside what the studies show together.`];
}

function developerRemark(used: readonly CitedStudy[]): string[] {
  if (used.length === 0) return [];
  const led = used.map(({ study }) => study?.developer_led?.value);
  if (led.every((each) => each === true))
    return [`${used.length === 1 ? "The study was" : "Every study was"} led by those who devised it.`];
  const unsaid = led.filter((each) => each === undefined).length;
  return unsaid === 0 || led.some((each) => each === false)
    ? []
    : ["Whether those who devised it led the studies is not said."];
}

/** Different measures and times are compared only with this said. */
function differing(used: readonly CitedStudy[]): string[] {
  if (used.length < 2) return [];
  const measures = valuesOf(used.map(({ chosen }) => chosen?.effect.result.measure?.text ?? "not said"));
  const times = valuesOf(used.map(({ chosen }) => chosen?.effect.result.at?.text ?? "not said"));
  return [
    ...(measures.length > 1 ? [`They measure the outcome differently: ${measures.join("; ")}.`] : []),
    ...(times.length > 1 ? [`They measure at different times: ${times.join("; ")}.`] : []),
  ];
}

const valuesOf = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

function designs(used: readonly CitedStudy[]): string[] {
  const trials = used.filter(({ study }) => randomisedDesigns.has(study?.design?.value ?? "")).length;
  if (used.length === 0 || trials === used.length) return [];
  return trials === 0
    ? ["None of them is randomised."]
    : [`${trials} of ${used.length} are randomised; the others may be confounded.`];
}

function clustering(used: readonly CitedStudy[]): string[] {
  const of = (kind: string): string[] =>
    used.filter(({ chosen }) => chosen?.effect.clustering === kind).map(({ id }) => id);
  const ignored = of("ignored");
  const unsaid = used
    .filter(
      ({ chosen, study }) =>
        chosen?.effect.clustering === "not said" && (study?.design?.value ?? "").includes("cluster"),
    )
    .map(({ id }) => id);
  return [
    ...(ignored.length > 0 ? [`The interval of ${ignored.join(", ")} ignores clustering and is too narrow.`] : []),
    ...(unsaid.length > 0 ? [`Whether the interval of ${unsaid.join(", ")} allows for clustering is not said.`] : []),
  ];
}

function otherIntervention(used: readonly CitedStudy[], intervention: string | undefined): string[] {
  if (intervention === undefined) return [];
  const others = used.filter(({ study }) => {
    const named = (study?.interventions?.items ?? []).map(({ value }) => value);
    return named.length > 0 && !named.includes(intervention);
  });
  return others.length === 0 ? [] : [`${others.map(({ id }) => id).join(", ")} evaluated another intervention.`];
}

function otherMeasure(used: readonly CitedStudy[], measure: string): string[] {
  const others = used.filter(({ chosen }) => {
    const own = chosen?.effect.result.measure?.text;
    return own !== undefined && own !== measure;
  });
  return others.length === 0 ? [] : [`${others.map(({ id }) => id).join(", ")} used another measure than the claim's.`];
}
