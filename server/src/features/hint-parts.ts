import type { Snapshot } from "../analysis/types.ts";
import type { Figure } from "../costing/figure.ts";
import type { Worked } from "../costing/worked.ts";
import type { DesignAssessment } from "../model/assess/design/index.ts";
import { powerText, sdText } from "../model/assess/design/words.ts";
import type {
  Assessment,
  BenefitAssessment,
  LineAssessment,
  OutcomeAssessment,
  StatedCheck,
} from "../model/assess/index.ts";
import { moreNeeded, whyNotKnown } from "../report/design-words.ts";
import { countedText } from "../report/lines.ts";
import { shownWithLack } from "../report/outcome-price.ts";
import { moneyAlone, participantOf } from "../report/participant.ts";
import { forEachOne, lackText, missingText, noReturnText, rangeText, shown } from "../report/words.ts";
import type { Span } from "../syntax/types.ts";
import { unit } from "../values/units.ts";
import type { FilePath } from "../workspace/types.ts";
import type { HintKind } from "./display.ts";

/** A piece of a hint. The pieces of a line stand one after the other, with a dot between. */
export interface HintPart {
  readonly kind: HintKind;
  readonly text: string;
  /** Where the part comes from, when it is not this line. */
  readonly target?: { readonly path: FilePath; readonly span: Span };
}

/** Cost of the whole, and of one participant, at the price year they are in. */
export function costParts(assessment: Assessment): readonly HintPart[] {
  const total = assessment.figures.get("cost_total");
  const known = [total, assessment.figures.get("cost_per_starter")].filter(
    (figure): figure is Figure => figure?.value !== undefined,
  );
  if (known.length === 0) return [];
  const year = assessment.priceYear === undefined ? "prices as printed" : `${assessment.priceYear} prices`;
  // Where the whole is not known, what stands there is the cost of one.
  const lacks = known[0] === undefined ? "" : missingText(known[0]);
  return [...known.map((figure) => shown(figure)), year, lacks]
    .filter((text) => text !== "")
    .map((text) => ({ kind: "totals", text }));
}

/** What each pound returns, or why nothing can be said. */
export function returnParts(assessment: Assessment): readonly HintPart[] {
  const ratio = assessment.figures.get("bcr");
  if (ratio === undefined || (ratio.value === undefined && ratio.none === undefined)) return [];
  const head =
    ratio.value === undefined
      ? noReturnText(ratio)
      : forEachOne(ratio.value, unit([assessment.currency, 1])).join(" for each ");
  return [head, missingText(ratio)].filter((text) => text !== "").map((text) => ({ kind: "totals", text }));
}

/** What a cost line comes to, the price it rests on, and how much of it is added. */
export function lineParts(
  snapshot: Snapshot,
  line: LineAssessment,
  assessment: Assessment,
): readonly (HintPart | undefined)[] {
  if (line.total.value === undefined && line.perStarter.value === undefined)
    return line.problem === undefined && line.total.missing.length === 0 ? [] : [{ kind: "lines", text: "not costed" }];
  const counted = countedText(line, assessment);
  const id = line.line.unit_cost?.value?.kind === "ref" ? line.line.unit_cost.value.id : undefined;
  const [definition] = id === undefined ? [] : snapshot.index.definitions("unit-cost", id);
  const price = line.unitCost?.entry.value?.text;
  return [
    { kind: "lines", text: line.total.value === undefined ? eachText(line.perStarter, assessment) : shown(line.total) },
    definition === undefined || price === undefined
      ? undefined
      : { kind: "unitCosts", text: `at ${price}`, target: { path: definition.path, span: definition.span } },
    counted === "" ? undefined : { kind: "lines", text: counted },
  ];
}

/** `£417/family`, whether what is worked out for one participant names it or not. */
const eachText = (each: Worked, assessment: Assessment): string =>
  `${shown({ ...each, unit: moneyAlone(each.unit) })}/${participantOf(assessment)}`;

/** What a benefit that was valued already comes to, and whether it is added. */
export function benefitParts({ total, amount, leftOut }: BenefitAssessment): readonly (HintPart | undefined)[] {
  return [
    total.value === undefined && amount?.value !== undefined ? undefined : { kind: "benefits", text: shown(total) },
    leftOut === undefined ? undefined : { kind: "benefits", text: "not added" },
  ];
}

/** The shares of a claim, in the order of the chain. */
export const chainShares = ["need", "engagement", "retention"] as const;

/** How many are left after a share of those affected: `400 children in need`. */
export function chainParts(
  { reached, input }: OutcomeAssessment["result"],
  upTo: (typeof chainShares)[number],
): readonly HintPart[] {
  const [affected] = reached.operands;
  const before = chainShares.slice(0, chainShares.indexOf(upTo) + 1).map((share) => input[share]);
  const left = before.reduce(
    (so, share) =>
      share === undefined ? so : so === undefined || share.value === undefined ? undefined : so * share.value,
    affected?.value,
  );
  if (affected === undefined || left === undefined) return [];
  const words = { need: "in need", engagement: "engage", retention: "stay" };
  return [{ kind: "outcomes", text: `${shown({ value: left, unit: affected.unit })} ${words[upTo]}` }];
}

/** How many outcomes are expected, with their range, and what one costs. */
export function outcomeParts(outcome: OutcomeAssessment, price: Figure | undefined): readonly (HintPart | undefined)[] {
  const { expected } = outcome.result;
  if (expected.value === undefined && !outcome.noEffectShown) return [];
  const range = rangeText(expected);
  return [
    { kind: "outcomes", text: `${shown(expected)}${range === "" ? "" : ` (${range})`}` },
    outcome.noEffectShown
      ? { kind: "outcomes", text: "no effect shown" }
      : price?.value === undefined
        ? undefined
        : { kind: "outcomes", text: shownWithLack(price) },
  ];
}

/** Whether a printed figure is what its lines come to. */
export function statedPart({ verdict }: StatedCheck): HintPart | undefined {
  switch (verdict.kind) {
    case "agrees":
      return { kind: "stated", text: "agrees" };
    case "disagrees":
      return { kind: "stated", text: `${shown(verdict.worked)} by its lines` };
    case "incomplete":
      return { kind: "stated", text: `${shown(verdict.worked)} without what is unknown` };
    case "not known":
      return { kind: "stated", text: `not checked: ${lackText(verdict)}` };
    case "not checked":
      return undefined;
  }
}

/** The smallest effect that a plan finds, or what that hangs on. */
export function designParts(design: DesignAssessment | undefined): readonly HintPart[] {
  if (design === undefined) return [];
  const { plan, detectable } = design;
  if (detectable !== undefined) return [{ kind: "power", text: `finds g ${sdText(detectable.effect)} or more` }];
  if (plan.notComputed !== undefined) return [{ kind: "power", text: "power not worked out" }];
  // A sketch whose sums have not begun.
  return plan.size === undefined ? [] : [{ kind: "power", text: `power not known: ${whyNotKnown(design)}` }];
}

/** The chance of finding an expected effect, and what it takes. */
export function expectedParts(design: DesignAssessment | undefined, at: number): readonly (HintPart | undefined)[] {
  const expected = design?.expected[at];
  if (design?.detectable === undefined || expected?.power === undefined) return [];
  return [
    { kind: "power", text: `power ${powerText(expected.power)}` },
    expected.enough === true ? undefined : { kind: "power", text: moreNeeded(expected, design.plan) },
  ];
}
