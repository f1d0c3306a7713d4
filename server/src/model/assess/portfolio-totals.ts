/** What a portfolio's cost is made of, by whose money, which service, which need and which place: groups that each add up to its cost. */
import { countedPart, countedShare } from "../../costing/parties.ts";
import { given, product, sum, type Worked } from "../../costing/worked.ts";
import type { Stage } from "../../data/types.ts";
import { needLevel, strand } from "../../schema/kinds/common.ts";
import type { Shape } from "../../schema/shape.ts";
import type { Unit } from "../../values/types.ts";
import { payersOf } from "./costs.ts";
import { placeReference } from "./places/reference.ts";
import type { MemberAssessment, PortfolioFrame, SharedAssessment } from "./portfolio-types.ts";

export type Groups = ReadonlyMap<string, Worked>;
interface Money {
  readonly unit: Unit;
}

/** The group of what names no payer, or belongs to no one strand. */
export const notKnown = "not known";
const notAllocated = "shared, not allocated";

/** Cost by payer: what each pays of the interventions' own lines, and of the shared costs, each once. In money of the portfolio's price year. */
export function byPayer(
  members: readonly MemberAssessment[],
  shared: readonly SharedAssessment[],
  money: Money,
): Groups {
  const parts = new Parts();
  for (const { own, years, assessment, intervention } of members) {
    const paid = [...(assessment?.figures.values() ?? [])].filter(({ id }) => id === "cost_by_payer");
    if (years === 0) continue;
    // A cost in other prices is left out of the total, and so of its parts.
    if (own.value === undefined || paid.length === 0) parts.add(payerOf(paid), own);
    else for (const { of = notKnown, worked } of paid) parts.add(of, { ...worked, label: intervention });
  }
  for (const { countedByPayer } of shared) for (const [payer, part] of countedByPayer) parts.add(payer, part);
  return parts.sums((payer) => `Cost paid by ${payer}`, money);
}

const payerOf = (paid: readonly { readonly of?: string }[]): string =>
  paid.length === 1 ? (paid[0]?.of ?? notKnown) : notKnown;

/** Strands and levels of need in the order of the format. */
const wordsOf = ({ scalar }: Shape<unknown>): readonly string[] =>
  scalar?.kind === "word" ? Object.keys(scalar.words) : [];
const order = { strand: wordsOf(strand), needLevel: wordsOf(needLevel) };

/**
 * Cost by a fact of each intervention, its strand or its level of need: its own lines with its shares of the shared costs; what no
 * intervention carries stands apart.
 */
export function byFact(
  fact: "strand" | "needLevel",
  members: readonly MemberAssessment[],
  shared: readonly SharedAssessment[],
  money: Money,
): Groups {
  const parts = new Parts();
  for (const member of members) parts.add(member[fact] ?? notKnown, member.cost);
  addUnallocated(parts, shared);
  return parts.sums((group) => `Cost of ${group}`, money, order[fact]);
}

/** Cost by cluster: each intervention's cost with its shares, in proportion to where its participants start. */
export function byCluster(
  members: readonly MemberAssessment[],
  shared: readonly SharedAssessment[],
  money: Money,
): Groups {
  const parts = new Parts();
  for (const { cost, clusters, intervention } of members) {
    const known = clusters.every(({ share }) => share.value !== undefined);
    if (clusters.length === 0 || cost.value === undefined || !known) {
      parts.add(notKnown, cost);
      continue;
    }
    let placed = 0;
    for (const { cluster, share } of clusters) {
      placed += share.value ?? 0;
      parts.add(cluster, product(intervention, [cost, share], money));
    }
    const rest = 1 - placed;
    if (Math.abs(rest) > 1e-9)
      parts.add(notKnown, product(intervention, [cost, given("Share whose cluster is not known", rest)], money));
  }
  addUnallocated(parts, shared);
  return parts.sums((cluster) => `Cost in ${cluster}`, money);
}

const stages = { early: "early help", late: "late intervention", neither: "neither, or not said" } as const;

/** Cost of early help and of late intervention, as the table places strands or levels of need; what it does not place stands apart. */
export function byStage(
  fact: "strand" | "needLevel",
  members: readonly MemberAssessment[],
  shared: readonly SharedAssessment[],
  money: Money,
): Groups {
  const { strands, needLevels } = placeReference.earlyAndLate;
  const table: Readonly<Partial<Record<string, Stage>>> = fact === "strand" ? strands : needLevels;
  const parts = new Parts();
  for (const member of members) {
    const group = member[fact];
    parts.add(stages[(group === undefined ? undefined : table[group]) ?? "neither"], member.cost);
  }
  addUnallocated(parts, shared);
  return parts.sums((stage) => `Cost of ${stage}`, money, Object.values(stages));
}

/**
 * Cost by line of the section 251 return: each cost line under the line that it names, else that of its intervention in the portfolio;
 * shared costs under theirs, each once.
 */
export function bySpendLine(
  members: readonly MemberAssessment[],
  shared: readonly SharedAssessment[],
  frame: PortfolioFrame,
  money: Money,
): Groups {
  const parts = new Parts();
  for (const member of members) {
    const otherwise = member.member.spend_line?.value ?? notKnown;
    const named = (member.assessment?.lines ?? []).some(({ line }) => line.spend_line?.value !== undefined);
    if (!named || member.own.value === undefined || member.years === 0) parts.add(otherwise, member.own);
    else for (const [line, part] of lineParts(member, frame)) parts.add(line ?? otherwise, part);
  }
  for (const { shared: node, counted } of shared)
    if (counted !== undefined) parts.add(node.spend_line?.value ?? notKnown, counted);
  return parts.sums((line) => `Cost on ${line}`, money);
}

/** The lines of an intervention as its cost counts them, with the line of the return that each names. */
function lineParts(
  { assessment }: MemberAssessment,
  { context }: PortfolioFrame,
): readonly (readonly [line: string | undefined, part: Worked])[] {
  if (assessment === undefined) return [];
  const { perspective, appraisal } = assessment;
  return assessment.lines.flatMap(({ line, unitCost, item, at, total, additional }) => {
    if (appraisal.costs === "budget" && !additional) return [];
    const counts = countedShare(item, at, payersOf(line, unitCost), perspective, context.data.parties, "pays");
    const part = countedPart(total, counts);
    return part === undefined ? [] : [[line.spend_line?.value, { ...part, label: item }] as const];
  });
}

function addUnallocated(parts: Parts, shared: readonly SharedAssessment[]): void {
  for (const { unallocated } of shared)
    if (unallocated.value === undefined || unallocated.value !== 0) parts.add(notAllocated, unallocated);
}

/** Parts of a sum by the group that they fall into. */
class Parts {
  readonly #parts = new Map<string, Worked[]>();

  add(group: string, part: Worked): void {
    const known = this.#parts.get(group);
    if (known === undefined) this.#parts.set(group, [part]);
    else known.push(part);
  }

  /** The groups in the order given, then in the order in which they were met; what belongs to none last. */
  sums(label: (group: string) => string, money: Money, order: readonly string[] = []): Groups {
    const rank = (group: string): number => {
      if (group === notAllocated) return order.length + 2;
      if (group === notKnown) return order.length + 1;
      const at = order.indexOf(group);
      return at < 0 ? order.length : at;
    };
    const groups = [...this.#parts].sort(([a], [b]) => rank(a) - rank(b));
    return new Map(groups.map(([group, parts]) => [group, sum(label(group), parts, money)]));
  }
}
