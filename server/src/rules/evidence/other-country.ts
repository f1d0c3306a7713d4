import { compareCountries } from "../../model/assess/evidence/index.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { citedReadings, saysWhy } from "./cited.ts";

/** Every study of a claim was done in another country than the intervention is delivered in. */
export const otherCountry: DocumentRule = {
  code: "evidence/other-country",
  severity: "warning",
  scope: "document",
  page: {
    title: "Evidence from another country",
    what: "The spec, or `wellspent.yaml`, says in which country the intervention is delivered, and every study cited for an outcome was done in another. Within the United Kingdom this is only pointed out.",
    why: "What a programme adds depends on what is there without it: services, schools and law differ between countries. Several programmes that worked abroad added nothing to usual services here.",
    fix: "Cite a study from here, or say under `transfer:` of the outcome why the evidence holds here.",
    standard: "GRADE, indirectness; EIF evidence standards",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\ncountry: England\npopulation:\n  unit: family\noutcomes:\n  - outcome: offending\n    evidence: [borduin-1995]\n---\nstudy: borduin-1995\ncountry: United States\ndesign: rct\nresults:\n  - outcome: offending\n    effect: RR 0.60 (0.40 to 0.90)\n",
      valid:
        "intervention: a\ncountry: England\npopulation:\n  unit: family\noutcomes:\n  - outcome: offending\n    transfer: Usual services there were youth offending teams much like ours\n    evidence: [borduin-1995]\n---\nstudy: borduin-1995\ncountry: United States\ndesign: rct\nresults:\n  - outcome: offending\n    effect: RR 0.60 (0.40 to 0.90)\n",
    },
  },
  check(context, report) {
    const { spec, settings } = context;
    if (spec.kind !== "intervention") return;
    const here = spec.reading?.country?.value ?? settings.country;
    if (here === undefined) return;
    for (const claim of spec.reading?.outcomes?.items ?? []) {
      if (saysWhy(claim) || claim.evidence === undefined) continue;
      const studies = citedReadings(context, claim);
      const places = studies.map(({ study }) => study.country?.value);
      // A study that does not say its country may be the one from here.
      if (places.length === 0 || places.some((place) => place === undefined)) continue;
      const found = places.map((place) => compareCountries(here, place as string));
      if (found.includes("same")) continue;
      const near = found.includes("near");
      report({
        at: claim.evidence.$,
        severity: near ? "information" : "warning",
        message: `The intervention is delivered in ${here}, but ${studies.length === 1 ? "the study" : "every study"} cited for "${claim.outcome?.text || "this outcome"}" was done in ${andList([...new Set(places as string[])])}.`,
        help: "Cite a study from here, or say under `transfer:` why the evidence holds here.",
        related: studies.map(({ definition }) => ({
          at: { path: definition.path, span: definition.span },
          label: "the study",
        })),
      });
    }
  },
};
