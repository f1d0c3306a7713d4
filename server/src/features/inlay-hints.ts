import type { Snapshot } from "../analysis/types.ts";
import type { Assessment, LineAssessment, StatedCheck } from "../model/assess/index.ts";
import { keyPlace } from "../model/key-place.ts";
import type { Spec } from "../model/spec.ts";
import { countedText } from "../report/lines.ts";
import { outcomePrices, shownWithLack } from "../report/outcome-price.ts";
import { lackText, missingText, rangeText, shown } from "../report/words.ts";
import type { ParsedFile, Place, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";

export interface HintPart {
  readonly text: string;
  /** Where the part comes from, when it is not this line. */
  readonly target?: { readonly path: FilePath; readonly span: Span };
}

export interface Hint {
  /** At the end of a line. */
  readonly offset: number;
  readonly parts: readonly HintPart[];
  readonly tooltip?: string;
}

/** Most hints in one answer: an editor asks for what is on screen. */
const most = 500;

/** Figures beside the lines they belong to, number first: what each line comes to, headlines on their blocks, verdicts on printed figures. */
export function inlayHints(snapshot: Snapshot, path: FilePath, span: Span): readonly Hint[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  const hints: Hint[] = [];
  const put = (at: Place | undefined, ...parts: readonly (HintPart | undefined)[]): void => {
    const kept = parts.filter((part) => part !== undefined);
    if (at === undefined || kept.length === 0 || hints.length >= most) return;
    const offset = lineEnd(parsed, parsed.spanOf(at).start);
    if (offset >= span.start && offset <= span.end) hints.push({ offset, parts: kept });
  };
  // A long spec has many lines, and few on screen: only their hints are worded.
  const isShown = (at: Place): boolean => {
    const { start } = parsed.spanOf(at);
    return start <= span.end && lineEnd(parsed, start) >= span.start;
  };
  for (const { spec, assessment } of snapshot.assessments(path)) {
    headlineHints(spec, assessment, put);
    for (const line of assessment.lines) if (isShown(line.at)) put(line.at, ...lineParts(snapshot, line, assessment));
    for (const benefit of assessment.benefits)
      if (benefit.origin === "given")
        put(
          benefit.at,
          benefit.total.value === undefined && benefit.amount?.value !== undefined
            ? undefined
            : { text: shown(benefit.total) },
          benefit.leftOut === undefined
            ? undefined
            : { text: benefit.total.value === undefined ? "not added" : " · not added" },
        );
    const prices = outcomePrices(assessment);
    for (const [at, outcome] of assessment.outcomes.entries()) {
      const price = prices[at];
      const { expected } = outcome.result;
      if (expected.value === undefined && !outcome.noEffectShown) continue;
      const range = rangeText(expected);
      put(
        outcome.claim.effect?.$ ?? outcome.at,
        { text: `${shown(expected)}${range === "" ? "" : ` (${range})`}` },
        outcome.noEffectShown
          ? { text: " · no effect shown" }
          : price?.value === undefined
            ? undefined
            : { text: ` · ${shownWithLack(price)}` },
      );
    }
    for (const { stated } of [assessment, ...assessment.scenarios.flatMap((each) => each.assessment ?? [])])
      for (const check of stated) put(check.at, statedPart(check));
  }
  return hints;
}

type Put = (at: Place | undefined, ...parts: readonly (HintPart | undefined)[]) => void;

function headlineHints(spec: Spec, assessment: Assessment, put: Put): void {
  if (spec.kind !== "intervention") return;
  const year = assessment.priceYear === undefined ? "prices as printed" : `${assessment.priceYear} prices`;
  const total = assessment.figures.get("cost_total");
  const starter = assessment.figures.get("cost_per_starter");
  const ratio = assessment.figures.get("bcr");
  const known = [total, starter].filter((figure) => figure?.value !== undefined);
  if (known.length > 0) {
    const lacks = total?.value === undefined ? "" : missingText(total);
    put(keyPlace(spec.reading, "costs"), {
      text: `${known.map((figure) => (figure === undefined ? "" : shown(figure))).join(" · ")} · ${year}${lacks === "" ? "" : ` · ${lacks}`}`,
    });
  }
  if (ratio?.value !== undefined || ratio?.none !== undefined) {
    const lacks = missingText(ratio);
    put(keyPlace(spec.reading, "benefits") ?? keyPlace(spec.reading, "outcomes"), {
      text: `${ratio.value === undefined ? `ratio ${shown(ratio)}` : `£${ratio.value.toFixed(2)} for each £1`}${lacks === "" ? "" : ` · ${lacks}`}`,
    });
  }
}

function lineParts(
  snapshot: Snapshot,
  line: LineAssessment,
  assessment: Assessment,
): readonly (HintPart | undefined)[] {
  if (line.total.value === undefined && line.perStarter.value === undefined)
    return line.problem === undefined && line.total.missing.length === 0 ? [] : [{ text: "not costed" }];
  const figure = line.total.value === undefined ? line.perStarter : line.total;
  const counted = countedText(line, assessment);
  const id = line.line.unit_cost?.value?.kind === "ref" ? line.line.unit_cost.value.id : undefined;
  const [definition] = id === undefined ? [] : snapshot.index.definitions("unit-cost", id);
  const price = line.unitCost?.entry.value?.text;
  return [
    { text: `${shown(figure)}${line.total.value === undefined ? " per starter" : ""}` },
    definition === undefined || price === undefined
      ? undefined
      : { text: ` · at ${price}`, target: { path: definition.path, span: definition.span } },
    counted === "" ? undefined : { text: ` · ${counted}` },
  ];
}

function statedPart({ verdict }: StatedCheck): HintPart | undefined {
  switch (verdict.kind) {
    case "agrees":
      return { text: "agrees" };
    case "disagrees":
      return { text: `${shown(verdict.worked)} by its lines` };
    case "incomplete":
      return { text: `${shown(verdict.worked)} without what is unknown` };
    case "not known":
      return { text: `not checked: ${lackText(verdict)}` };
    case "not checked":
      return undefined;
  }
}

/** Offset of the end of the line that holds an offset, before its line break. */
function lineEnd(parsed: ParsedFile, offset: number): number {
  let end = offset;
  while (end < parsed.text.length && parsed.text[end] !== "\n" && parsed.text[end] !== "\r") end++;
  return end;
}
