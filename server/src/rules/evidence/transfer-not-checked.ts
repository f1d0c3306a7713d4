import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { citedReadings, saysWhy } from "./cited.ts";

/** Whether evidence carries over cannot be checked: one finding for the spec, with what is missing. */
export const transferNotChecked: DocumentRule = {
  code: "evidence/transfer-not-checked",
  severity: "information",
  scope: "document",
  page: {
    title: "Whether the evidence carries over is not checked",
    what: "The country or the ages of a study cited are not recorded, or those of the intervention are not, so that the two cannot be compared. It is said once for a spec.",
    why: "An effect found elsewhere, or at another age, may not be had here. Wellspent compares what is written and never guesses the rest.",
    fix: "Record `country:` and `ages:` of the studies, `ages:` of the population, and `country:` in `wellspent.yaml`; or say under `transfer:` of the outcome why the evidence holds.",
    standard: "GRADE, indirectness; CHEERS 2022, items 5 and 6",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\ncountry: England\npopulation:\n  unit: family\noutcomes:\n  - outcome: offending\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\nresults:\n  - outcome: offending\n    effect: RR 0.60 (0.40 to 0.90)\n",
      valid:
        "intervention: a\ncountry: England\npopulation:\n  unit: family\noutcomes:\n  - outcome: offending\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ncountry: England\ndesign: rct\nresults:\n  - outcome: offending\n    effect: RR 0.60 (0.40 to 0.90)\n",
    },
  },
  check(context, report) {
    const { spec, settings } = context;
    if (spec.kind !== "intervention") return;
    const here = spec.reading?.country?.value ?? settings.country;
    const ages = spec.reading?.population?.ages?.value;
    const claims = (spec.reading?.outcomes?.items ?? []).filter(
      (claim) => claim.evidence !== undefined && !saysWhy(claim),
    );
    const studies = claims.map((claim) => citedReadings(context, claim));
    const at = claims[studies.findIndex((each) => each.length > 0)]?.evidence;
    const all = new Map(studies.flat().map((each) => [each.id, each]));
    if (at === undefined || all.size === 0) return;
    const without = (key: "country" | "ages"): readonly string[] =>
      [...all.values()].filter(({ study }) => study[key]?.value === undefined).map(({ id }) => `"${id}"`);
    const countries = here === undefined ? [] : without("country");
    const years = ages === undefined ? [] : without("ages");
    const both = countries.length > 0 && countries.join() === years.join();
    const lacking = [
      ...(here === undefined ? ["the country of the intervention"] : []),
      ...(both
        ? named("the country and ages", countries)
        : [...named("the country", countries), ...named("the ages", years)]),
    ];
    if (lacking.length === 0) return;
    report({
      at: at.$,
      message: `Whether the evidence carries over is not checked: ${andList(lacking)} ${lacking.length === 1 && years.length === 0 ? "is" : "are"} not recorded.`,
      help: "Record `country:` and `ages:` where they are missing, or say under `transfer:` why the evidence holds here.",
    });
  },
};

const most = 3;
const named = (what: string, ids: readonly string[]): string[] =>
  ids.length === 0
    ? []
    : [
        `${what} of ${ids.length > most ? `${ids.slice(0, most - 1).join(", ")} and ${ids.length - most + 1} more` : andList(ids)}`,
      ];
