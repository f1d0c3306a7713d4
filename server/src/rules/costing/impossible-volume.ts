import { equalUnits, formatNumber } from "../../values/index.ts";
import type { Quantity, Share } from "../../values/types.ts";
import type { DocumentContext, DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const spec = (completes: string): string =>
  withLines("    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n").replace(
    "starts: 60 families/year\n",
    `starts: 60 families/year\n  completes: ${completes}\n`,
  );

/** More complete than start, or nobody starts. */
export const impossibleVolume: DocumentRule = {
  code: "costing/impossible-volume",
  severity: "error",
  scope: "document",
  page: {
    title: "Numbers of participants that cannot be",
    what: "More participants complete than start, more start than are offered a place, or none start at all.",
    why: "Costs are divided and multiplied by these numbers. The cost of one who completes would come out below the cost of one who starts.",
    fix: "Compare both with the source. Of a service that has not begun, write how many are planned to start, or `unknown`.",
    standard: "CHEERS 2022, item 6",
    example: { file: "a.intervention.yaml", invalid: spec("75 families/year"), valid: spec("45 families/year") },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention") return;
    const { starts, completes, offered } = spec.reading?.population ?? {};
    const begun = plain(starts?.value);
    if (starts === undefined || begun === undefined) return;
    if (begun.value === 0) {
      report({
        at: starts.$,
        message: `${starts.text} start: with nobody served, no cost of one participant can be worked out.`,
        help: "Write how many start or are planned to start, or `unknown`.",
      });
      return;
    }
    const fewer = completes === undefined ? undefined : fewerStart(context, starts.text);
    if (completes !== undefined && fewer !== undefined)
      report({
        at: completes.$,
        message: `${completes.text} complete, but only ${fewer} start: more cannot complete than start.`,
        help: "Compare both numbers with the source.",
        related: [{ at: starts.$, label: "how many start" }],
      });
    const places = plain(offered?.value);
    if (offered !== undefined && places !== undefined && isAbove(begun, places))
      report({
        at: starts.$,
        message: `${starts.text} start, but only ${offered.text} are offered a place: more cannot start than are offered one.`,
        help: "Compare both numbers with the source.",
        related: [{ at: offered.$, label: "how many are offered a place" }],
      });
  },
};

/**
 * How many start, in words, where more complete. Numbers of one unit tell without the figures, which are worked out where one is a total
 * and the other a number a year or a course.
 */
function fewerStart({ spec, assessment }: DocumentContext, written: string): string | undefined {
  const { starts, completes } = (spec.kind === "intervention" && spec.reading?.population) || {};
  const [begun, done] = [plain(starts?.value), plain(completes?.value)];
  if (begun === undefined || done === undefined) return undefined;
  if (equalUnits(done.unit, begun.unit)) return isAbove(done, begun) ? written : undefined;
  if (done.range !== undefined || begun.range !== undefined) return undefined;
  const figures = assessment()?.figures;
  const [all, whole] = [figures?.get("completes_total")?.value, figures?.get("starts_total")?.value];
  if (all === undefined || whole === undefined || all <= whole * (1 + 1e-9)) return undefined;
  return `${written} (${formatNumber(whole)} in all)`;
}

/** Whether the first is above the second, whatever their ranges leave open; never where their units differ. */
const isAbove = (a: Quantity, b: Quantity): boolean =>
  equalUnits(a.unit, b.unit) && (a.range?.low ?? a.value) > (b.range?.high ?? b.value);

/** A number of its own, no share and no limit. */
const plain = (value: Quantity | Share | { readonly kind: "word" } | undefined): Quantity | undefined =>
  value?.kind === "quantity" && value.bound === undefined && !value.about ? value : undefined;
