import { type Gap, planGaps } from "../../model/assess/plan/index.ts";
import type { SyntaxNode } from "../../syntax/types.ts";
import { byChecklist, fewTopics } from "../checklist-words.ts";
import type { DocumentContext, DocumentRule, Fix, Reporter } from "../types.ts";
import { counted } from "../wording.ts";

/** What checklists ask of an evaluation at its stage and it does not say: one finding an evaluation. */
export const planIncomplete: DocumentRule = {
  code: "evaluation/plan-incomplete",
  severity: "information",
  scope: "document",
  page: {
    title: "Evaluation plan that leaves something open",
    what: "An evaluation plan does not say what the checklists in force ask of a plan at its stage. What only a report can hold is never asked of a plan, and nothing of one that is reported.",
    why: "What is not settled before the results are known gets settled by them. Who decides on which result, what is counted as harm and who speaks for the children belong in the plan.",
    fix: "Answer each point under `evaluation:`; `none` is an answer. Choose the checklists with `standards: checklists:` in `wellspent.yaml`.",
    standard: "SPIRIT 2025; TIDieR; CHEERS 2022; Magenta Book 2020 (topics from memory, not verified)",
    example: {
      files: { "wellspent.yaml": "root: true\nstandards:\n  checklists: [children]\n" },
      file: "a.intervention.yaml",
      invalid: "intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: before-after\n  stage: planned\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\nevaluation:\n  design: before-after\n  stage: planned\n  harms: Re-referrals, counted from records\n  subgroups:\n    - none\n  voice: Young people's panel\n  equalities: Completed 2026-02\n  impact_assessment: Completed 2026-02\n  decision:\n    who: Leadership team\n    stop: No change after 18 months\n",
    },
  },
  check(context, report) {
    const { spec, settings } = context;
    if (spec.kind !== "intervention" || spec.reading?.evaluation === undefined) return;
    const gaps = planGaps(spec.reading, settings.standards.checklists);
    if (gaps.length === 0) return;
    say(context, gaps, report);
  },
};

function say(context: DocumentContext, gaps: readonly Gap[], report: Reporter): void {
  const { spec } = context;
  if (spec.kind !== "intervention" || spec.reading?.evaluation === undefined) return;
  const { evaluation, intervention, $keys } = spec.reading;
  const stage = evaluation.stage?.value ?? "planned";
  report({
    at: $keys.get("evaluation") ?? evaluation.$,
    // Once registered the gaps can no longer be closed without saying so.
    severity: stage === "planned" ? "information" : "warning",
    message: `As recorded here, the evaluation plan of "${intervention?.text || "this intervention"}" (${stage}) leaves open: ${fewTopics(gaps)}.`,
    help: `${byChecklist(gaps).join(" ")} The report lists all; \`none\` is an answer where there is none.`,
    fixes: fixes(context, gaps),
  });
}

/** Adds the keys, empty, so that each shows its own help; those of the evaluation and those beside it. */
function fixes(context: DocumentContext, gaps: readonly Gap[]): readonly Fix[] {
  const { spec } = context;
  if (spec.kind !== "intervention" || spec.reading?.evaluation === undefined) return [];
  const keys = gaps.map(({ key }) => key.split("."));
  const inside = keys.flatMap(([first, name, deeper]) =>
    first === "evaluation" && name !== undefined && deeper === undefined ? [name] : [],
  );
  const beside = keys.flatMap(([name, deeper]) => (name !== undefined && deeper === undefined ? [name] : []));
  const edits = [
    ...insert(context, spec.reading.evaluation.$node, inside),
    ...insert(context, spec.document.root, beside),
  ];
  return edits.length === 0
    ? []
    : [
        {
          title: `Add ${counted(inside.length + beside.length, "key", "keys")} for what the plan leaves open`,
          certain: false,
          edits,
        },
      ];
}

/** After the first key, which in a document is its head. */
function insert({ parsed }: DocumentContext, node: SyntaxNode | undefined, names: readonly string[]): Fix["edits"] {
  if (node?.kind !== "mapping" || node.flow || node.hasAlias || names.length === 0) return [];
  const [first, second] = node.entries;
  if (first === undefined || second === undefined) return [];
  const indent = " ".repeat(parsed.positionAt(parsed.spanOf(second.key).start).character);
  const text = names.map((name) => `${name}:${parsed.eol}${indent}`).join("");
  return [{ at: { chunk: second.chunk, start: second.start, end: second.start }, text }];
}
