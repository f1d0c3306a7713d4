import { equalUnits } from "../../values/index.ts";
import type { Quantity, Share } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";
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
    what: "More participants complete than start, or none start at all.",
    why: "Costs are divided and multiplied by these numbers. The cost of one who completes would come out below the cost of one who starts.",
    fix: "Compare both with the source. Of a service that has not begun, write how many are planned to start, or `unknown`.",
    standard: "CHEERS 2022, item 6",
    example: { file: "a.intervention.yaml", invalid: spec("75 families/year"), valid: spec("45 families/year") },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    const { starts, completes } = spec.reading?.population ?? {};
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
    const done = plain(completes?.value);
    if (completes === undefined || done === undefined || !equalUnits(done.unit, begun.unit)) return;
    if ((done.range?.low ?? done.value) <= (begun.range?.high ?? begun.value)) return;
    report({
      at: completes.$,
      message: `${completes.text} complete, but only ${starts.text} start: more cannot complete than start.`,
      help: "Compare both numbers with the source.",
      related: [{ at: starts.$, label: "how many start" }],
    });
  },
};

/** A number of its own, no share and no limit. */
const plain = (value: Quantity | Share | { readonly kind: "word" } | undefined): Quantity | undefined =>
  value?.kind === "quantity" && value.bound === undefined && !value.about ? value : undefined;
