import type { DocumentRule } from "../types.ts";

/** A study is older than the age set in the project. */
export const oldEvidence: DocumentRule = {
  code: "evidence/old",
  severity: "information",
  scope: "document",
  page: {
    title: "Evidence older than the set age",
    what: "A study was published longer ago than `standards: oldest_evidence:` allows (15 years when nothing is set).",
    why: "Usual services, thresholds and families' lives change. What beat usual services then may not beat them now.",
    fix: "Look for a newer study. If the old one still holds, say why in `notes:`.",
    standard: "GMCA cost-benefit guidance 2014, age of data",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: scott-2001\ndesign: rct\nsample: 141 children\nsource:\n  year: 2001\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
      valid:
        "study: west-2021\ndesign: rct\nsample: 1,173 pupils\nsource:\n  year: 2021\nresults:\n  - outcome: early-language\n    effect: no difference\n",
    },
  },
  check({ spec, settings, asOf }, report) {
    if (spec.kind !== "study" || spec.reading?.source?.$kind !== "object") return;
    const field = spec.reading.source.year;
    const published = field?.value?.year;
    if (field === undefined || published === undefined) return;
    const age = asOf.year - published;
    if (age <= settings.standards.oldestEvidenceYears) return;
    report({
      at: field.$,
      message: `This study is ${age} years old; evidence older than ${settings.standards.oldestEvidenceYears} years is pointed out here.`,
      help: "Look for a newer study, or say in `notes:` why this one still holds.",
    });
  },
};
