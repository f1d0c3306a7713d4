import { wordsIn } from "../../model/assess/evidence/index.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { citedReadings, saysWhy } from "./cited.ts";

const spec = (place: string): string =>
  `intervention: a\ndelivered_in: home\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-behaviour\n    evidence: [day-2012]\n---\nstudy: day-2012\ndelivered_in: ${place}\ndesign: rct\nresults:\n  - outcome: child-behaviour\n    effect: d 0.38 better (0.01 to 0.75)\n`;

/** The studies of a claim were done in other kinds of place than the intervention is delivered in. */
export const otherSetting: DocumentRule = {
  code: "evidence/other-setting",
  severity: "information",
  scope: "document",
  page: {
    title: "Evidence from another kind of place",
    what: "The spec and every study cited for an outcome say in what kind of place the intervention is delivered, and none is the same. Where one side is custody or a residential home and the other is not, it is a warning.",
    why: "Who comes, how often and what goes on around it depend on the place: what works in a clinic that parents choose to visit may not at home, and what works in a locked unit may not outside.",
    fix: "Cite a study from such a place, or say under `transfer:` of the outcome why the evidence holds in it.",
    standard: "GRADE, indirectness; TIDieR 7",
    example: { file: "a.intervention.yaml", invalid: spec("clinic"), valid: spec("[home, clinic]") },
  },
  check(context, report) {
    if (context.spec.kind !== "intervention") return;
    const written = context.spec.reading?.delivered_in;
    const here = wordsIn(written);
    if (here === undefined || written === undefined) return;
    for (const claim of context.spec.reading?.outcomes?.items ?? []) {
      if (saysWhy(claim) || claim.evidence === undefined) continue;
      const studies = citedReadings(context, claim);
      const places = studies.map(({ study }) => wordsIn(study.delivered_in));
      // A study that does not say may be the one from such a place.
      if (places.length === 0 || places.includes(undefined)) continue;
      const there = [...new Set(places.flatMap((each) => each ?? []))];
      if (there.some((place) => here.includes(place))) continue;
      report({
        at: claim.evidence.$,
        severity: here.some(isClosed) === there.some(isClosed) ? "information" : "warning",
        message: `The intervention is delivered ${andList(here.map(named))}; the evidence cited for "${claim.outcome?.text || "this outcome"}" is of delivery ${andList(there.map(named))}.`,
        help: "Cite a study from such a place, or say under `transfer:` why the evidence holds in it.",
        related: [
          { at: written.$, label: "delivered here" },
          ...studies.map(({ definition: { path, span } }) => ({ at: { path, span }, label: "the study" })),
        ],
      });
    }
  },
};

/** Where children live apart from their families. */
const isClosed = (place: string): boolean => place === "custody" || place === "residential";

const words: Readonly<Record<string, string>> = {
  home: "at home",
  school: "in schools",
  "early-years": "in early years settings",
  clinic: "in clinics",
  community: "in the community",
  residential: "in residential homes",
  custody: "in custody",
  court: "in courts",
  office: "at the offices of the service",
  online: "online",
};
const named = (place: string): string => words[place] ?? place;
