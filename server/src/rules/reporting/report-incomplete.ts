import { reportGaps } from "../../model/assess/plan/index.ts";
import { byChecklist, fewTopics } from "../checklist-words.ts";
import type { DocumentRule } from "../types.ts";

/** A reported evaluation whose report leaves out what a report of a trial should say. */
export const reportIncomplete: DocumentRule = {
  code: "reporting/report-incomplete",
  severity: "information",
  scope: "document",
  page: {
    title: "Report of an evaluation that leaves something out",
    what: "An evaluation of the project is reported, and the study that reports it does not record what CONSORT asks of the report of a trial.",
    why: "Those who read the report later, to decide or to pool, can only use what it says.",
    fix: "Record the points in the study. If the report leaves them out, ask for them before it is final.",
    standard: "CONSORT 2025",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: matched\n  stage: reported\n  report: smith-2026\n---\nstudy: smith-2026\ndesign: rct\nsample: 120 families\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: matched\n  stage: reported\n  report: smith-2026\n---\nstudy: smith-2026\ndesign: matched\nsample: 120 families\nresults:\n  - outcome: child-behaviour\n    effect: no difference\n",
    },
  },
  check({ spec, index, read }, report) {
    if (spec.kind !== "intervention" || spec.reading?.evaluation?.stage?.value !== "reported") return;
    const field = spec.reading.evaluation.report;
    const [definition] = field?.value === undefined ? [] : index.definitions("study", field.value);
    const study = definition === undefined ? undefined : read("study", definition);
    if (field === undefined || definition === undefined || study === undefined) return;
    const gaps = reportGaps(study);
    if (gaps.length === 0) return;
    report({
      at: field.$,
      message: `What is recorded of "${field.text}" leaves out what CONSORT 2025 asks of a report: ${fewTopics(gaps)}.`,
      help: `Record them in the study, or ask for them before the report is final. ${byChecklist(gaps).join(" ")}`,
      related: [{ at: { path: definition.path, span: definition.span }, label: "the study" }],
    });
  },
};

/** An evaluation said to be reported, without the study that reports it. */
export const noReport: DocumentRule = {
  code: "reporting/no-report",
  severity: "warning",
  scope: "document",
  page: {
    title: "Reported evaluation without its report",
    what: "An evaluation is marked as reported, but no study of the project is named as its report.",
    why: "What was learnt with the council's money should stand beside the plan, whichever way it came out.",
    fix: "Describe the report as a study and name it under `evaluation: report:`.",
    standard: "CONSORT 2025",
    example: {
      file: "a.intervention.yaml",
      invalid: "intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: matched\n  stage: reported\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: matched\n  stage: reported\n  report: smith-2026\n",
    },
  },
  check({ spec }, report) {
    const evaluation = spec.kind === "intervention" ? spec.reading?.evaluation : undefined;
    if (evaluation?.stage?.value !== "reported" || evaluation.$keys.has("report")) return;
    report({
      at: evaluation.stage.$,
      message: "This evaluation is reported, but the study that reports it is not named.",
      help: "Describe the report as a study and name it under `report:`.",
    });
  },
};
