import type { Snapshot } from "../analysis/types.ts";
import { designOf, expectedIn } from "../model/assess/design/index.ts";
import { evidenceSources } from "../model/assess/evidence/index.ts";
import { keyPlace } from "../model/key-place.ts";
import { outcomePrices } from "../report/outcome-price.ts";
import type { ParsedFile, Place, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { type HintKind, showAll } from "./display.ts";
import {
  benefitParts,
  chainParts,
  chainShares,
  costParts,
  designParts,
  expectedParts,
  type HintPart,
  lineParts,
  outcomeParts,
  returnParts,
  statedPart,
} from "./hint-parts.ts";

import { placeHints } from "./place-hints.ts";

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
  // A long spec has many lines, and few on screen: only their hints are worked out and worded.
  const put = (at: Place | undefined, parts: () => readonly (HintPart | undefined)[]): void => {
    if (at === undefined || hints.length >= most) return;
    const of = parsed.spanOf(at).start;
    if (of > span.end) return;
    const offset = lineEnd(parsed, of);
    if (offset < span.start || offset > span.end) return;
    const kept = parts().filter((part): part is HintPart => part !== undefined && kinds.has(part.kind));
    if (kept.length > 0) hints.push({ offset, of, parts: kept });
  };
  placeHints(snapshot, path, put);
  for (const { spec, assessment } of snapshot.assessments(path)) {
    if (spec.kind === "intervention") {
      put(keyPlace(spec.reading, "costs"), () => costParts(assessment));
      put(keyPlace(spec.reading, "benefits") ?? keyPlace(spec.reading, "outcomes"), () => returnParts(assessment));
    }
    if (spec.kind === "intervention" && spec.reading?.evaluation !== undefined) {
      const { reading } = spec;
      const { evaluation } = spec.reading;
      let design: { readonly made: ReturnType<typeof designOf> } | undefined;
      const made = () => {
        design ??= { made: designOf(reading, evidenceSources(snapshot)) };
        return design.made;
      };
      put(evaluation.design?.$, () => designParts(made()));
      for (const [at, field] of expectedIn(evaluation).entries()) put(field.$, () => expectedParts(made(), at));
    }
    for (const line of assessment.lines) put(line.at, () => lineParts(snapshot, line, assessment));
    for (const benefit of assessment.benefits)
      if (benefit.origin === "given") put(benefit.at, () => benefitParts(benefit));
    let prices: ReturnType<typeof outcomePrices> | undefined;
    for (const [at, outcome] of assessment.outcomes.entries())
      put(outcome.claim.effect?.$ ?? outcome.at, () => {
        prices ??= outcomePrices(assessment);
        return outcomeParts(outcome, prices[at]);
      });
    for (const { claim, result } of assessment.outcomes)
      for (const share of chainShares) put(claim[share]?.$, () => chainParts(result, share));
    for (const { stated } of [assessment, ...assessment.scenarios.flatMap((each) => each.assessment ?? [])])
      for (const check of stated) put(check.at, () => [statedPart(check)]);
  }
  return hints;
}

/** Offset of the end of the line that holds an offset, before its line break. */
function lineEnd(parsed: ParsedFile, offset: number): number {
  let end = offset;
  while (end < parsed.text.length && parsed.text[end] !== "\n" && parsed.text[end] !== "\r") end++;
  return end;
}
