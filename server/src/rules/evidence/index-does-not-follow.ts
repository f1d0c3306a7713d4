import { monthsOfProgress } from "../../data/index.ts";
import { indexAgrees, indexRange, monthsAgree, monthsOf } from "../../evidence/index.ts";
import type { StudyResult } from "../../schema/kinds/study.ts";
import { formatNumber } from "../../values/index.ts";
import type { Quantity } from "../../values/types.ts";
import type { DocumentRule, Report } from "../types.ts";
import { said } from "../wording.ts";

/** A printed improvement index or number of months is not what the effect beside it comes to. */
export const indexDoesNotFollow: DocumentRule = {
  code: "evidence/index-does-not-follow",
  severity: "information",
  scope: "document",
  page: {
    title: "Index or months that do not follow from the effect",
    what: "A result prints a standardised effect, and beside it an improvement index (percentile points) or months of progress that the effect does not come to.",
    why: "Commissioners read the index and the months, evaluators the effect. If the two differ, one was worked out from another effect (adjusted, of another measure) or misprinted.",
    fix: "Look up which effect the index or the months were worked out from, and note it in `notes:`.",
    standard: "What Works Clearinghouse, improvement index; EEF Toolkit, months of progress",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: rct\nsample: 120 children\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (95% CI 0.01 to 0.75)\n    improvement_index: 25\n",
      valid:
        "study: day-2012\ndesign: rct\nsample: 116 children\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (95% CI 0.01 to 0.75)\n    improvement_index: 15\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study") return;
    for (const result of spec.reading?.results?.items ?? []) {
      const effect = result.effect?.value;
      if (effect?.kind !== "estimate" || (effect.metric !== "d" && effect.metric !== "g")) continue;
      if (effect.about || effect.bound !== undefined) continue;
      const size = { value: Math.abs(effect.value), half: 0.5 * 10 ** effect.written.finest };
      checkIndex(result, size, report);
      checkMonths(result, size, report);
    }
  },
};

interface Size {
  readonly value: number;
  readonly half: number;
}

const exact = (value: Quantity | undefined): value is Quantity =>
  value !== undefined && !value.about && value.bound === undefined && value.range === undefined;

function checkIndex(
  { improvement_index: field, effect }: StudyResult,
  size: Size,
  report: (each: Report) => void,
): void {
  const printed = field?.value;
  if (field === undefined || !exact(printed)) return;
  const half = 0.5 * 10 ** printed.written.finest;
  if (indexAgrees(size, { value: Math.abs(printed.value), half })) return;
  const { low, high } = indexRange(size);
  const range = `${formatNumber(low, { places: 0 })}${Math.round(low) === Math.round(high) ? "" : ` to ${formatNumber(high, { places: 0 })}`}`;
  report({
    at: field.$,
    label: `the effect gives ${range}`,
    message: `An improvement index of ${field.text} is printed, but ${said(effect?.text ?? "")} comes to ${range} percentile points.`,
    help: "Look up which effect the index was worked out from, and note it in `notes:`.",
  });
}

/** Tables differ between editions: only months that no rounding and no table nearby gives are pointed out. */
function checkMonths({ months: field, effect }: StudyResult, size: Size, report: (each: Report) => void): void {
  const printed = field?.value;
  if (field === undefined || !exact(printed)) return;
  const months = Math.abs(printed.value);
  const given = monthsOf(size.value, monthsOfProgress);
  if (given === undefined || Math.abs(given - months) <= 1 || monthsAgree(size, months, [monthsOfProgress])) return;
  report({
    at: field.$,
    label: `the table gives ${given}`,
    message: `${field.text} months of progress are printed, but ${said(effect?.text ?? "")} is ${given} by the EEF's table (edition: ${monthsOfProgress.edition}).`,
    help: "Look up which effect and which edition of the table the months were worked out from, and note it in `notes:`.",
  });
}
