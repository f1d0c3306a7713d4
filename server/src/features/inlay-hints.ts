import type { Snapshot } from "../analysis/types.ts";
import { keyPlace } from "../model/key-place.ts";
import { outcomePrices, shownWithLack } from "../report/outcome-price.ts";
import { rangeText, shown } from "../report/words.ts";
import type { ParsedFile, Place, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { type HintKind, showAll } from "./display.ts";
import { benefitParts, costParts, type HintPart, lineParts, returnParts, statedPart } from "./hint-parts.ts";

export type { HintPart } from "./hint-parts.ts";

export interface Hint {
  /** At the end of a line. */
  readonly offset: number;
  /** Where what it speaks of begins. */
  readonly of: number;
  readonly parts: readonly HintPart[];
}

/** Most hints in one answer: an editor asks for what is on screen. */
const most = 500;

/** Figures beside the lines they belong to, number first: what each line comes to, headlines on their blocks, verdicts on printed figures. `kinds`: those that are shown. */
export function inlayHints(
  snapshot: Snapshot,
  path: FilePath,
  span: Span,
  kinds: ReadonlySet<HintKind> = showAll.hints,
): readonly Hint[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined || kinds.size === 0) return [];
  const hints: Hint[] = [];
  const put = (at: Place | undefined, parts: readonly (HintPart | undefined)[]): void => {
    const kept = parts.filter((part): part is HintPart => part !== undefined && kinds.has(part.kind));
    if (at === undefined || kept.length === 0 || hints.length >= most) return;
    const of = parsed.spanOf(at).start;
    const offset = lineEnd(parsed, of);
    if (offset >= span.start && offset <= span.end) hints.push({ offset, of, parts: kept });
  };
  // A long spec has many lines, and few on screen: only their hints are worded.
  const isShown = (at: Place): boolean => {
    const { start } = parsed.spanOf(at);
    return start <= span.end && lineEnd(parsed, start) >= span.start;
  };
  for (const { spec, assessment } of snapshot.assessments(path)) {
    if (spec.kind === "intervention") {
      put(keyPlace(spec.reading, "costs"), costParts(assessment));
      put(keyPlace(spec.reading, "benefits") ?? keyPlace(spec.reading, "outcomes"), returnParts(assessment));
    }
    for (const line of assessment.lines) if (isShown(line.at)) put(line.at, lineParts(snapshot, line, assessment));
    for (const benefit of assessment.benefits) if (benefit.origin === "given") put(benefit.at, benefitParts(benefit));
    const prices = outcomePrices(assessment);
    for (const [at, outcome] of assessment.outcomes.entries()) {
      const price = prices[at];
      const { expected } = outcome.result;
      if (expected.value === undefined && !outcome.noEffectShown) continue;
      const range = rangeText(expected);
      put(outcome.claim.effect?.$ ?? outcome.at, [
        { kind: "outcomes", text: `${shown(expected)}${range === "" ? "" : ` (${range})`}` },
        outcome.noEffectShown
          ? { kind: "outcomes", text: "no effect shown" }
          : price?.value === undefined
            ? undefined
            : { kind: "outcomes", text: shownWithLack(price) },
      ]);
    }
    for (const { stated } of [assessment, ...assessment.scenarios.flatMap((each) => each.assessment ?? [])])
      for (const check of stated) put(check.at, [statedPart(check)]);
  }
  return hints;
}

/** Offset of the end of the line that holds an offset, before its line break. */
function lineEnd(parsed: ParsedFile, offset: number): number {
  let end = offset;
  while (end < parsed.text.length && parsed.text[end] !== "\n" && parsed.text[end] !== "\r") end++;
  return end;
}
