import { effectText, onLine, type SizedEffect } from "../../evidence/index.ts";
import { onScale, readEstimate, readResult } from "../../model/assess/evidence/index.ts";
import { inOwnPoints } from "../../model/effects.ts";
import type { Outcome } from "../../schema/kinds/outcome.ts";
import type { DocumentContext, DocumentRule, Where } from "../types.ts";
import { said } from "../wording.ts";
import { citedReadings } from "./cited.ts";

/** A claim is better than any study cited for it allows. */
export const claimLarger: DocumentRule = {
  code: "evidence/claim-larger",
  severity: "warning",
  scope: "document",
  page: {
    title: "Claim larger than its evidence",
    what: "An effect is claimed that is better than the favourable end of the interval of every study cited for it (or, where none prints an interval, better than all of them found).",
    why: "Money is counted on an effect that nobody has found. Effects tend to shrink when a programme leaves the trial, not to grow.",
    fix: "Claim what the studies found, with its interval, or cite the study that found more.",
    standard: "Green Book 2022, 6.4; GRADE",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    effect: RR 0.50\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (0.65 to 0.98)\n---\noutcome: child-enters-care\nbetter: lower\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    effect: RR 0.80 (0.65 to 0.98)\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\nresults:\n  - outcome: child-enters-care\n    effect: RR 0.80 (0.65 to 0.98)\n---\noutcome: child-enters-care\nbetter: lower\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention") return;
    for (const claim of spec.reading?.outcomes?.items ?? []) {
      const stated = claim.effect?.value;
      if (claim.effect === undefined || stated?.kind !== "estimate" || stated.bound !== undefined) continue;
      const outcome = outcomeOf(context, claim.outcome?.value);
      const written = inOwnPoints(stated, outcome?.kind?.value);
      const own = readEstimate(written, {
        better: outcome?.better?.value,
        kind: outcome?.kind?.value,
        p: undefined,
        sides: 2,
        sizes: undefined,
      });
      if (own.sign === undefined) continue;
      const found = resultsFor(context, claim, outcome, own.effect.scale);
      if (found === undefined || found.length === 0) continue;
      const sign = own.sign;
      const slack = 0.5 * 10 ** written.written.finest;
      const isBeyond = ({ effect }: Found): boolean => {
        const end = sign === 1 ? (effect.high ?? effect.value) : (effect.low ?? effect.value);
        return sign * (own.effect.value - end) > slack + 1e-9;
      };
      const withEnds = found.filter(({ effect }) => effect.low !== undefined);
      const judged = withEnds.length > 0 ? withEnds : found;
      // A study without an interval may have found more.
      if (!found.every(isBeyond) || sign * onLine(own.effect.scale, own.effect.value) <= 0) continue;
      report({
        at: claim.effect.$,
        label: "better than any study found",
        message: `${said(claim.effect.text, 60)} is claimed for "${claim.outcome?.text || "this outcome"}", which is better than ${judged.length === 1 ? "the study cited allows" : "any of the studies cited allows"}: ${list(judged)}.`,
        help: "Claim what the studies found, with its interval, or cite the study that found more.",
        related: judged.map(({ at }) => ({ at, label: "the study" })),
      });
    }
  },
};

interface Found {
  readonly effect: SizedEffect;
  /** As the study prints it. */
  readonly text: string;
  readonly at: Where;
}

function outcomeOf({ index, read }: DocumentContext, id: string | undefined): Outcome | undefined {
  const definition = id === undefined ? undefined : index.definitions("outcome", id)[0];
  return definition === undefined ? undefined : read("outcome", definition);
}

/** Every compared result on the outcome, on the claim's scale; undefined where one cannot be brought there: it may be the one that shows it. */
function resultsFor(
  context: DocumentContext,
  claim: Parameters<typeof citedReadings>[1],
  outcome: Outcome | undefined,
  scale: SizedEffect["scale"],
): readonly Found[] | undefined {
  const id = claim.outcome?.value;
  const cited = citedReadings(context, claim);
  if (cited.length < (claim.evidence?.items.length ?? 0)) return undefined;
  const found: Found[] = [];
  for (const { study, definition } of cited)
    for (const result of study.results?.items ?? []) {
      if (result.outcome?.value !== id) continue;
      const read = readResult(study, result, outcome);
      if (read.kind === "null in words" || read.kind === "not measured" || read.kind === "change over time") continue;
      const placed = onScale(read, scale);
      if (placed?.conversion.kind !== "converted") return undefined;
      found.push({
        effect: placed.conversion.effect,
        text: result.effect?.text ?? effectText(placed.conversion.effect),
        at: { path: definition.path, span: definition.span },
      });
    }
  return found;
}

const list = (found: readonly Found[]): string => {
  const texts = found.map(({ text }) => said(text));
  return texts.length > 2 ? `${texts.slice(0, 2).join(", ")} and ${texts.length - 2} more` : texts.join(" and ");
};
