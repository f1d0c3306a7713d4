import type { Visit } from "../../model/walk.ts";
import type { Field } from "../../schema/shape.ts";
import { brokenChunks } from "../../syntax/broken.ts";
import { isTornPart } from "../../syntax/torn.ts";
import type { Place, ScalarNode } from "../../syntax/types.ts";
import type { ValueProblem } from "../../values/types.ts";
import { byId, isPath } from "../path-for-id.ts";
import { quoted } from "../syntax/quote.ts";
import { firstLine } from "../trouble.ts";
import type { DocumentContext, DocumentRule, Fix, Report, RuleCode, RulePage, Severity } from "../types.ts";
import { said, sentence } from "../wording.ts";

type Reason = Exclude<ValueProblem["reason"], "empty">;

interface ValueRule {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly page: RulePage;
  /** A few words under the range. */
  readonly label?: string;
  /** What to do where no form can be offered for certain; else a form that would be read is shown. */
  readonly help?: string;
  /** Ways to write it that would be read, where only the source says which is meant. */
  meant?(text: string): readonly string[];
}

/** A rule that reports every value which the grammar refused for one reason, at the very character where that is known. */
export function valueRule(reason: Reason, rule: ValueRule): DocumentRule {
  return {
    code: rule.code,
    severity: rule.severity,
    scope: "document",
    page: rule.page,
    check(context, report) {
      for (const { field, problem } of refused(context))
        if (problem.reason === reason) report(reportOf(context, field, problem, rule));
    },
  };
}

interface Refused {
  readonly field: Field<unknown>;
  readonly problem: ValueProblem;
}

/** Values that could not be read: each once, though an alias may bring it to several places; none in text that is broken or torn. */
function refused(context: DocumentContext): readonly Refused[] {
  const { parsed } = context;
  const direct = context.fields().troubled.filter(hasProblem);
  if (direct.length === 0) return [];
  const broken = brokenChunks(parsed);
  const written = new Set(
    direct.filter(({ field }) => field.$definition === undefined).map(({ field }) => field.$node),
  );
  const seen = new Set<unknown>();
  return direct.flatMap(({ field }) => {
    const problem = field.problem as ValueProblem;
    if (broken.has(field.$node.chunk)) return [];
    if (field.$definition !== undefined && (written.has(field.$node) || seen.has(field.$node))) return [];
    seen.add(field.$node);
    const path = parsed.pathAt(parsed.spanOf(field.$node).start);
    return path !== undefined && isTornPart(path.nodes, field.$node) ? [] : [{ field, problem }];
  });
}

const hasProblem = ({ field }: Visit): boolean =>
  field.problem !== undefined && "span" in field.problem && field.problem.reason !== "empty";

function reportOf(context: DocumentContext, field: Field<unknown>, problem: ValueProblem, rule: ValueRule): Report {
  const through = field.$definition !== undefined;
  const cut = followedByComment(field)
    ? " What follows the # is a comment and is not read; a value with a # in it needs quotation marks."
    : "";
  if (problem.reason === "unreadable" && isPath(field.text))
    return { at: field.$, message: `${said(field.text)} is a path, and a figure or an id belongs here.`, help: byId };
  return {
    at: through ? field.$ : placeIn(field, problem),
    message: sentence(problem.message),
    help: `${whatToWrite(problem, rule)}${cut}`,
    ...(rule.label === undefined ? {} : { label: rule.label }),
    ...(through ? { related: [{ at: field.$definition, label: "written here" }] } : {}),
    fixes: through
      ? []
      : [
          ...fixTo(context, field, problem.suggestion, true),
          ...(rule.meant?.(field.text) ?? []).flatMap((text) => fixTo(context, field, text, false)),
        ],
  };
}

function whatToWrite({ suggestion, found, example }: ValueProblem, rule: ValueRule): string {
  if (suggestion !== undefined) return `Write "${suggestion}".`;
  if (found === "nothing known") return "Write `unknown`: it stays in sight, and is never counted as zero.";
  return rule.help ?? `Write for example "${example}".`;
}

/** The characters at fault inside a scalar that stands in the file as it reads; else the scalar, cut to its first line. */
function placeIn(field: Field<unknown>, { span }: Pick<ValueProblem, "span">): Place {
  const node = field.$node;
  if (node.kind !== "scalar" || !node.exact) return firstLine(field.$);
  const from = node.start + (node.style === "plain" ? 0 : 1);
  const length = node.text.length;
  const start = Math.max(0, Math.min(span.start, length - 1));
  const end = Math.max(start + 1, Math.min(span.end, length));
  return { chunk: node.chunk, start: from + start, end: from + end };
}

function followedByComment({ $node: node }: Field<unknown>): boolean {
  return (
    node.kind === "scalar" && node.style === "plain" && /^[ \t]+#/.test(node.chunk.text.slice(node.end, node.end + 40))
  );
}

function fixTo(
  context: DocumentContext,
  field: Field<unknown>,
  suggestion: string | undefined,
  certain: boolean,
): readonly Fix[] {
  const node = field.$node;
  if (suggestion === undefined || node.kind !== "scalar" || node.style === "literal" || node.style === "folded")
    return [];
  return [
    {
      title: `Write "${suggestion}"`,
      certain,
      edits: [{ at: node, text: asWritten(suggestion, node, isInFlow(context, node)) }],
    },
  ];
}

/** A value as it must be written where the old one stood: in its marks, or in new ones where a comma would tear it. */
function asWritten(text: string, node: ScalarNode, inFlow: boolean): string {
  if (node.style === "single") return `'${text.replaceAll("'", "''")}'`;
  if (node.style === "double" || (inFlow && /[,[\]{}]/.test(text))) return quoted(text);
  return text;
}

function isInFlow({ parsed }: DocumentContext, node: ScalarNode): boolean {
  const path = parsed.pathAt(parsed.spanOf(node).start);
  return path?.nodes.some((each) => (each.kind === "mapping" || each.kind === "sequence") && each.flow) === true;
}
