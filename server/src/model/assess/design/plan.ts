/** An evaluation plan as numbers for the sums of power (schemas/FORMAT.md, "Power"). Sizes are taken after attrition. */
import type { BlockEffects, PowerDesign } from "../../../evidence/power/designs.ts";
import type { PowerTest } from "../../../evidence/power/power.ts";
import type { Intervention } from "../../../schema/kinds/intervention.ts";
import type { Field } from "../../../schema/shape.ts";
import type { Quantity, Share } from "../../../values/types.ts";
import type { Impossible, Lacking, PlanReading } from "./types.ts";

type Evaluation = NonNullable<Intervention["evaluation"]>;

/** Values of intraclass correlation that are put in where it is not known: those usual in schools and services. */
export const usualIcc = [0.05, 0.1, 0.15, 0.2] as const;

const UNUSUAL: Readonly<Partial<Record<string, string>>> = {
  crossover: "a crossover trial: its power hangs on how alike two measurements of one person are",
};

/** Reads a plan. What is not said is missing and never guessed; what is usual (power 80%, 5% two-sided) is said to be taken. */
export function readPlan(evaluation: Evaluation): PlanReading {
  const say = new Sayer(evaluation);
  const kind = kindOf(evaluation);
  const design = evaluation.design?.value ?? "";
  const base = {
    kind,
    notComputed: UNUSUAL[design],
    test: testOf(evaluation, say),
    taken: say.taken,
    impossible: say.impossible,
    missing: say.missing,
    notes: say.notes,
  };
  const nothing = { design: undefined, withIcc: undefined, noun: "participant", kept: 1, size: undefined };
  if (kind === undefined) return { ...base, ...nothing };
  const clusters = kind === "individual" || kind === "blocked" ? undefined : say.total("clusters", evaluation.clusters);
  const participants = clusters === undefined ? say.total("participants", evaluation.participants) : undefined;
  const people = 1 - (say.share(evaluation.attrition) ?? 0);
  const kept = clusters === undefined ? people : 1 - (say.share(evaluation.cluster_attrition) ?? 0);
  const build = builderOf(kind, evaluation, say, people, kept);
  const icc = say.within("icc", evaluation.icc, 0, 1);
  const needsIcc = kind !== "individual" && kind !== "blocked";
  if (needsIcc && icc === undefined) say.lack("icc", "the intraclass correlation (`icc`)");
  const field = clusters === undefined ? evaluation.participants : evaluation.clusters;
  const ready = build !== undefined && say.impossible.length === 0;
  const only = say.missing.length === 1 && say.missing[0]?.key === "icc";
  return {
    ...base,
    design: ready && say.missing.length === 0 ? build(icc ?? 0) : undefined,
    withIcc: ready && only ? build : undefined,
    noun:
      nounOf(field) ??
      (needsIcc ? (evaluation.randomise?.value ?? "cluster") : (nounOf(evaluation.per_cluster) ?? "participant")),
    kept,
    size:
      field?.value === undefined || (clusters ?? participants) === undefined
        ? undefined
        : {
            at: field.$,
            key: clusters === undefined ? "participants" : "clusters",
            perArm: isPerArm(field),
            aliased: field.$definition !== undefined,
          },
  };
}

function kindOf({ design, blocks, groups }: Evaluation): PowerDesign["kind"] | undefined {
  switch (design?.value) {
    case "rct":
      return blocks === undefined ? "individual" : "blocked";
    case "blocked-rct":
      return "blocked";
    case "cluster-rct":
      return groups !== undefined ? "three-level" : blocks !== undefined ? "blocked-cluster" : "cluster";
    case "stepped-wedge":
      return "stepped-wedge";
    default:
      return undefined;
  }
}

type Build = (icc: number) => PowerDesign;

/** How a design is made once its intraclass correlation is known; undefined while something else is not. */
function builderOf(
  kind: PowerDesign["kind"],
  evaluation: Evaluation,
  say: Sayer,
  people: number,
  kept: number,
): Build | undefined {
  const { explained, covariates } = evaluation;
  const treated = treatedOf(evaluation);
  const within = say.within("explained.individual", explained?.individual, 0, 1) ?? 0;
  const between = say.within("explained.cluster", explained?.cluster, 0, 1) ?? 0;
  const own = say.whole("covariates.individual", covariates?.individual) ?? 0;
  const above = say.whole("covariates.cluster", covariates?.cluster) ?? 0;
  if (kind === "individual") {
    const participants = say.needed("participants", evaluation.participants, "how many take part (`participants`)");
    return participants === undefined
      ? undefined
      : () => ({ kind, treated, participants: participants * people, explained: within, covariates: own });
  }
  const blocks = kind === "blocked" || kind === "blocked-cluster" ? say.blocks(kind) : undefined;
  if (kind === "blocked") {
    const perBlock = say.perBlock(blocks?.number);
    if (blocks === undefined || perBlock === undefined) return undefined;
    const { number, effects } = blocks;
    const counted = effects.kind === "random" ? above : own;
    return () => ({
      kind,
      treated,
      blocks: number,
      perBlock: perBlock * people,
      explained: within,
      effects,
      covariates: counted,
    });
  }
  const clusters = say.needed("clusters", evaluation.clusters, "how many clusters there are (`clusters`)");
  const sizeVariation = say.within("size_variation", evaluation.size_variation, 0, 10) ?? 0;
  if (kind === "three-level") {
    const { groups } = evaluation;
    const each = say.needed("groups.per_cluster", groups?.per_cluster, "how many groups each cluster has");
    const size = say.needed("groups.size", groups?.size, "how many people each group has");
    const groupIcc = say.within("groups.icc", groups?.icc, 0, 1);
    if (groupIcc === undefined) say.lack("groups.icc", "the correlation within groups (`icc` under `groups`)");
    const middle = say.within("explained.group", explained?.group, 0, 1) ?? 0;
    if (clusters === undefined || each === undefined || size === undefined || groupIcc === undefined) return undefined;
    return (icc) => ({
      kind,
      treated,
      clusters: clusters * kept,
      groups: each,
      perGroup: size * people,
      icc,
      groupIcc,
      explained: { cluster: between, group: middle, individual: within },
      covariates: above,
      sizeVariation,
    });
  }
  const perCluster = say.perCluster(clusters);
  if (kind === "stepped-wedge") {
    const wedge = say.wedge(clusters);
    if (clusters === undefined || perCluster === undefined || wedge === undefined) return undefined;
    return (icc) => ({
      kind,
      treated: 0.5,
      clusters: clusters * kept,
      steps: wedge.steps,
      perPeriod: (perCluster * people) / (wedge.steps + 1),
      icc,
      overTime: wedge.overTime,
      explained: { cluster: between, individual: within },
      covariates: above,
    });
  }
  if (clusters === undefined || perCluster === undefined) return undefined;
  const both = {
    treated,
    perCluster: perCluster * people,
    explained: { cluster: between, individual: within },
    covariates: above,
    sizeVariation,
  };
  if (kind === "cluster") return (icc) => ({ ...both, kind, clusters: clusters * kept, icc });
  if (blocks === undefined) return undefined;
  const { number, effects } = blocks;
  return (icc) => ({ ...both, kind, blocks: number, clusters: (clusters * kept) / number, icc, effects });
}

function treatedOf({ allocation }: Evaluation): number {
  const value = allocation?.value;
  return value === undefined ? 0.5 : value.intervention / (value.intervention + value.control);
}

function testOf(evaluation: Evaluation, say: Sayer): PowerTest {
  const { power, significance, multiplier, primary_tests: several } = evaluation;
  const wanted = say.share(power);
  if (wanted === undefined) say.taken.push("power 80%");
  if (significance?.value === undefined) say.taken.push("5%, two-sided");
  const tests = several?.correction?.value === "none" ? 1 : (say.whole("primary_tests.number", several?.number) ?? 1);
  return {
    power: wanted ?? 0.8,
    level: significance?.value?.level ?? 0.05,
    sides: significance?.value?.sides ?? 2,
    tests: Math.max(1, tests),
    multiplier: multiplier?.value ?? "t",
  };
}

const isPerArm = (field: Field<Quantity>): boolean =>
  field.value?.unit.powers.some(([base, power]) => base === "arm" && power === -1) ?? false;

const nounOf = (field: Field<Quantity> | undefined): string | undefined =>
  field?.value?.unit.powers.find(([, power]) => power > 0)?.[0];

/** Reads fields, and keeps what is missing, impossible, or taken as usual. */
class Sayer {
  readonly missing: Lacking[] = [];
  readonly impossible: Impossible[] = [];
  readonly taken: string[] = [];
  readonly notes: string[] = [];
  readonly #evaluation: Evaluation;

  constructor(evaluation: Evaluation) {
    this.#evaluation = evaluation;
  }

  lack(key: string, what: string): void {
    if (!this.missing.some((each) => each.key === key)) this.missing.push({ key, what });
  }

  #refuse(field: Field<unknown>, must: string): undefined {
    if (!this.impossible.some(({ at }) => at === field.$))
      this.impossible.push({ at: field.$, text: field.text, must });
    return undefined;
  }

  /** A number from `least` up to, but not at, `below`. */
  within(_key: string, field: Field<Quantity> | undefined, least: number, below: number): number | undefined {
    const value = field?.value?.value;
    if (field === undefined || value === undefined) return undefined;
    return value >= least && value < below ? value : this.#refuse(field, `at least ${least} and below ${below}`);
  }

  whole(_key: string, field: Field<Quantity> | undefined): number | undefined {
    const value = field?.value?.value;
    if (field === undefined || value === undefined) return undefined;
    return Number.isInteger(value) && value >= 0 ? value : this.#refuse(field, "a whole number");
  }

  share(field: Field<Share> | undefined): number | undefined {
    const value = field?.value?.value;
    if (field === undefined || value === undefined) return undefined;
    return value >= 0 && value < 1 ? value : this.#refuse(field, "from 0% to under 100%");
  }

  /** All arms together: `58 schools/arm` is 116. */
  total(_key: string, field: Field<Quantity> | undefined): number | undefined {
    const value = field?.value?.value;
    if (field === undefined || value === undefined) return undefined;
    if (!(value > 0)) return this.#refuse(field, "above zero");
    return isPerArm(field) ? 2 * value : value;
  }

  needed(key: string, field: Field<Quantity> | undefined, what: string): number | undefined {
    const found = this.total(key, field);
    if (found === undefined) this.lack(key, what);
    return found;
  }

  /** As written, or everybody over the clusters. */
  perCluster(clusters: number | undefined): number | undefined {
    const { per_cluster: written, participants } = this.#evaluation;
    const own = this.total("per_cluster", written);
    if (own !== undefined) return own;
    const all = this.total("participants", participants);
    if (all !== undefined && clusters !== undefined) {
      this.notes.push("people in each cluster: all of them over the clusters");
      return all / clusters;
    }
    this.lack("per_cluster", "how many people each cluster has (`per_cluster`)");
    return undefined;
  }

  /** Starts of a stepped wedge, and how alike its clusters stay; what is taken of it is said. */
  wedge(clusters: number | undefined): { readonly steps: number; readonly overTime: number } | undefined {
    const { steps: written, cluster_autocorrelation: alike } = this.#evaluation;
    const steps = this.whole("steps", written);
    if (steps === undefined) this.lack("steps", "at how many times clusters start (`steps`)");
    this.notes.push("other people in each period, and as many clusters at each start");
    if (alike === undefined) this.taken.push("clusters as alike over time as at one time");
    const overTime = alike === undefined ? 1 : this.within("cluster_autocorrelation", alike, 0, 1 + 1e-9);
    if (written === undefined || steps === undefined || overTime === undefined) return undefined;
    if (steps < 2 || (clusters !== undefined && steps > clusters))
      return this.#refuse(written, "from 2 up to the number of clusters");
    return { steps, overTime };
  }

  /** Blocks as written; of people randomised within clusters, the clusters are the blocks. */
  blocks(kind: "blocked" | "blocked-cluster"): { readonly number: number; readonly effects: BlockEffects } | undefined {
    const { blocks, clusters, icc } = this.#evaluation;
    const number =
      this.total("blocks.number", blocks?.number) ??
      (kind === "blocked" ? this.total("clusters", clusters) : undefined);
    if (number === undefined) this.lack("blocks.number", "how many blocks there are (`number` under `blocks`)");
    if (blocks?.effects?.value !== "random")
      return number === undefined ? undefined : { number, effects: { kind: "fixed" } };
    const alike = this.within("blocks.icc", blocks.icc ?? (kind === "blocked" ? icc : undefined), 0, 1);
    const variation = this.within("blocks.effect_variation", blocks.effect_variation, 0, 100);
    if (alike === undefined)
      this.lack("blocks.icc", "what share of the variance lies between blocks (`icc` under `blocks`)");
    if (variation === undefined)
      this.lack("blocks.effect_variation", "how much the effect varies among blocks (`effect_variation`)");
    return number === undefined || alike === undefined || variation === undefined
      ? undefined
      : { number, effects: { kind: "random", icc: alike, variation } };
  }

  perBlock(blocks: number | undefined): number | undefined {
    const { per_cluster: written, participants } = this.#evaluation;
    const own = this.total("per_cluster", written);
    if (own !== undefined) return own;
    const all = this.total("participants", participants);
    if (all === undefined) this.lack("participants", "how many take part (`participants`)");
    return all === undefined || blocks === undefined ? undefined : all / blocks;
  }
}
