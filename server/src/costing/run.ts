/** One pass over a case at given volumes: the whole service, or one participant. */
import type { Unit } from "../values/types.ts";
import { unit } from "../values/units.ts";
import { addedOnce, type BenefitKind, type BenefitResult, type LeftOut } from "./benefits.ts";
import type { AppraisalSettings, CaseInput } from "./case.ts";
import { type CostFrame, type CostInput, type CostResult, costLine } from "./costs.ts";
import { type Discounter, discounter } from "./discounting.ts";
import { type BenefitInput, type GivenBenefit, givenBenefit } from "./given-benefits.ts";
import { valuedOutcome } from "./outcome-values.ts";
import {
  type ClaimInput,
  claimedOutcome,
  type OutcomeFrame,
  type OutcomeProblem,
  type OutcomeResult,
} from "./outcomes.ts";
import { type CountedShare, countedPart, countedShare, type PartyTable, type Perspective } from "./parties.ts";
import type { Prices } from "./price-years.ts";
import type { Volumes } from "./volumes.ts";
import { difference, lacking, type NoneReason, none, relabel, sum, type Worked } from "./worked.ts";

export interface Run {
  readonly volumes: Volumes;
  /** Unit of every sum of money in it. */
  readonly money: Unit;
  readonly lines: readonly CostResult[];
  readonly comparator: CostResult | undefined;
  readonly given: readonly GivenBenefit[];
  readonly outcomes: readonly OutcomeResult[];
  /** Given and worked out, in order. */
  readonly benefits: readonly BenefitResult[];
  readonly outcomeProblems: readonly OutcomeProblem[];
  readonly discounter: Discounter;
  /** What the outcomes were worked out in. */
  readonly frame: OutcomeFrame;
  /** How much of a line or benefit counts under a perspective; the same answer, and the same object, however often asked. */
  shareOf(of: CostResult | BenefitResult, perspective: Perspective): CountedShare;
  /** Sums already worked out. */
  readonly sums: Map<CostOf, Map<string, Worked>>;
}

/** What was worked out for the same volumes, prices and settings, by its input. */
export interface Known<Input, Result> {
  get(input: Input): Result | undefined;
  set(input: Input, result: Result): void;
}

/** Lines, benefits and claims already worked out. */
export interface KnownResults {
  readonly lines: Known<CostInput, CostResult>;
  readonly benefits: Known<BenefitInput, GivenBenefit>;
  readonly claims: Known<ClaimInput, ClaimResult>;
}

/** What a claim comes to, and what that is worth. */
export interface ClaimResult {
  readonly outcome: OutcomeResult;
  readonly valued: ReturnType<typeof valuedOutcome>;
}

function claimResult(claim: ClaimInput, frame: OutcomeFrame): ClaimResult {
  const outcome = claimedOutcome(claim, frame);
  return { outcome, valued: valuedOutcome(outcome, frame) };
}

function once<Input, Result, Frame>(
  input: Input,
  frame: Frame,
  work: (input: Input, frame: Frame) => Result,
  known: Known<Input, Result> | undefined,
): Result {
  const held = known?.get(input);
  if (held !== undefined) return held;
  const made = work(input, frame);
  known?.set(input, made);
  return made;
}

/** Works every line, outcome and benefit out. */
export function runCase(
  input: CaseInput,
  volumes: Volumes,
  prices: Prices,
  settings: AppraisalSettings,
  known?: KnownResults,
): Run {
  const discounts = discounter(settings.schedule, settings.flows);
  const frame: CostFrame & OutcomeFrame = {
    volumes,
    siteVolumes: volumes.perParticipant ? new Map() : input.siteVolumes,
    siteNames: volumes.perParticipant ? undefined : input.siteNames,
    prices,
    discounter: discounts,
    healthDiscounter:
      settings.healthSchedule === undefined || !input.claims.some(({ kind }) => kind === "qaly")
        ? undefined
        : discounter(settings.healthSchedule, settings.flows),
    capital: settings.capital,
    workingYear: settings.workingYear,
    horizon: settings.horizon,
  };
  const claims = input.claims.map((claim) => once(claim, frame, claimResult, known?.claims));
  const outcomes = claims.map(({ outcome }) => outcome);
  const given = input.benefits.map((benefit) => once(benefit, frame, givenBenefit, known?.benefits));
  return {
    volumes,
    money: unit([prices.currency, 1]),
    lines: input.costs.map((line) => once(line, frame, costLine, known?.lines)),
    comparator: input.comparator.kind === "amount" ? costLine(input.comparator.line, frame) : undefined,
    given,
    outcomes,
    benefits: [...given, ...claims.flatMap(({ valued }) => valued.benefits)],
    outcomeProblems: [...outcomes.flatMap((one) => one.problems), ...claims.flatMap(({ valued }) => valued.problems)],
    discounter: discounts,
    frame,
    shareOf: sharesUnder(settings.parties),
    sums: new Map(),
  };
}

function sharesUnder(table: PartyTable): Run["shareOf"] {
  const known = new Map<Perspective, Map<CostResult | BenefitResult, CountedShare>>();
  return (of, perspective) => {
    const held = known.get(perspective) ?? new Map<CostResult | BenefitResult, CountedShare>();
    known.set(perspective, held);
    const found = held.get(of);
    if (found !== undefined) return found;
    const made =
      "input" in of && "payers" in of.input
        ? countedShare(of.input.name, of.input.ref, of.input.payers, perspective, table, "pays")
        : countedShare(
            (of as BenefitResult).name,
            (of as BenefitResult).ref,
            (of as BenefitResult).gains,
            perspective,
            table,
            "gains",
          );
    held.set(of, made);
    return made;
  };
}

/** Which of a line's worked values to add. */
export type CostOf = (line: CostResult) => Worked;
export const cash: CostOf = (line) => line.total;
export const onePurchase: CostOf = (line) => line.single;
export const cashCorrected: CostOf = (line) => line.corrected;
export const charged: CostOf = (line) => line.charged;
export const present: CostOf = (line) => line.presentValue;
export const presentUncorrected: CostOf = (line) => line.presentValueUncorrected;

/** The lines of a view as they count under a perspective, each with its counted part. */
export function countedLines(
  run: Run,
  of: CostOf,
  settings: AppraisalSettings,
  options: { readonly view?: "economic" | "budget"; readonly perspective?: Perspective } = {},
): readonly { readonly line: CostResult; readonly part: Worked }[] {
  const view = options.view ?? settings.view;
  const perspective = options.perspective ?? settings.perspective;
  const counted: { line: CostResult; part: Worked }[] = [];
  for (const line of run.lines) {
    if (view === "budget" && !line.input.additional) continue;
    const part = countedPart(of(line), run.shareOf(line, perspective));
    if (part !== undefined) counted.push({ line, part });
  }
  return counted;
}

/** Sum of the lines of a view under a perspective. */
export function costSum(
  label: string,
  run: Run,
  of: CostOf,
  settings: AppraisalSettings,
  options: { readonly view?: "economic" | "budget"; readonly perspective?: Perspective } = {},
): Worked {
  const key = `${options.view ?? settings.view} ${options.perspective ?? settings.perspective}`;
  const held = run.sums.get(of) ?? new Map<string, Worked>();
  run.sums.set(of, held);
  const known = held.get(key);
  if (known !== undefined) return relabel(known, label);
  const parts = countedLines(run, of, settings, options).map(({ part }) => part);
  const total = sum(label, parts, { unit: run.money });
  held.set(key, total);
  return total;
}

/** A title as it stands inside a sentence; names that begin with capitals keep them. */
const inside = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** Lines less the perspective's part of the comparator for the same starters. An unknown one leaves the lines, with that missing. */
export function incremental(
  label: string,
  run: Run,
  input: CaseInput,
  lines: Worked,
  of: CostOf,
  perspective: Perspective,
): Worked {
  switch (input.comparator.kind) {
    case "amount": {
      if (run.comparator === undefined) return lines;
      const other = countedPart(of(run.comparator), run.shareOf(run.comparator, perspective));
      if (other === undefined) return relabel(lines, label);
      const net = `${label}, less what ${inside(run.comparator.input.name)} would cost`;
      if (other.value === undefined) return lacking({ ...lines, label }, other.missing);
      return lines.value === undefined ? relabel(lines, label) : difference(net, lines, other, { unit: lines.unit });
    }
    case "unknown":
      return lacking({ ...lines, label }, [input.comparator.missing]);
    default:
      return relabel(lines, label);
  }
}

/** Benefits that count under a perspective, each once, with the part of each that counts; and why the others do not. */
export interface Selection {
  readonly added: readonly { readonly benefit: BenefitResult; readonly part: Worked }[];
  readonly leftOut: ReadonlyMap<BenefitResult, LeftOut>;
}

export function selectBenefits(
  run: Run,
  benefits: readonly BenefitResult[],
  of: (benefit: BenefitResult) => Worked,
  settings: AppraisalSettings,
  perspective: Perspective = settings.perspective,
): Selection {
  const leftOut = new Map<BenefitResult, LeftOut>();
  const inside: { benefit: BenefitResult; part: Worked }[] = [];
  for (const benefit of benefits) {
    // What one party gives and another gets is no gain to both together.
    if (benefit.transfer && perspective === "society") {
      leftOut.set(benefit, { reason: "transfer" });
      continue;
    }
    const part = countedPart(of(benefit), run.shareOf(benefit, perspective));
    if (part === undefined) leftOut.set(benefit, { reason: "outside-perspective" });
    else inside.push({ benefit, part });
  }
  const decided = addedOnce(inside.map(({ benefit }) => benefit));
  const added = inside.filter(({ benefit }) => {
    const why = decided.get(benefit);
    if (why !== undefined) leftOut.set(benefit, why);
    return why === undefined;
  });
  return { added, leftOut };
}

/** Sum of a selection; none, and why, when it is empty although there are benefits. `kind` where those of one kind alone are added. */
export function benefitSum(label: string, run: Run, selection: Selection, kind?: BenefitKind): Worked {
  const extra = { unit: run.money };
  if (selection.added.length > 0)
    return sum(
      label,
      selection.added.map(({ part }) => part),
      extra,
    );
  return none(label, whyNoBenefit(selection, kind), [], extra);
}

/** Why nothing is added although there are benefits: no effect is shown, there is none of the kind, or others have them. */
export function whyNoBenefit({ leftOut }: Selection, kind?: BenefitKind): NoneReason {
  const reasons = new Set([...leftOut.values()].map(({ reason }) => reason));
  if (reasons.has("no-effect-shown")) return "no effect shown";
  if (kind === "fiscal") return "no fiscal benefit";
  return reasons.has("outside-perspective") ? "no benefit in this perspective" : "no benefit";
}
