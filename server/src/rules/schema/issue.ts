import type { SchemaCode, SchemaIssue } from "../../schema/issues.ts";
import { brokenChunks } from "../../syntax/broken.ts";
import { insideCurly } from "../../syntax/curly.ts";
import { isTornPart } from "../../syntax/torn.ts";
import type { Chunk, Place } from "../../syntax/types.ts";
import { isOnOddLine } from "../syntax/odd-space.ts";
import { firstLine } from "../trouble.ts";
import type { FileContext, FileRule, Report, RulePage, Severity } from "../types.ts";

type IssueOf<C extends SchemaCode> = Extract<SchemaIssue, { readonly code: C }>;

interface SchemaRule<C extends SchemaCode> {
  readonly severity: Severity;
  readonly page: RulePage;
  /** What a related place is, when it is not the text that an alias stands for. */
  readonly relatedLabel?: string;
  /** The words for one fact; undefined keeps silent. Fixes are dropped where the text stands behind an alias. */
  say(issue: IssueOf<C>, context: FileContext): Omit<Report, "at"> | undefined;
}

/**
 * A rule that puts one kind of structural fact into words. Silent where the text is broken as YAML or a comma tore a value,
 * because those have a finding of their own that says what really happened.
 */
export function schemaRule<C extends SchemaCode>(code: C, rule: SchemaRule<C>): FileRule {
  return {
    code: `schema/${code}`,
    severity: rule.severity,
    scope: "file",
    page: rule.page,
    check(context, report) {
      const issues = context.parsed.documents.flatMap((document) =>
        context.structure(document).filter((issue) => issue.code === code),
      );
      if (issues.length === 0) return;
      const broken = brokenChunks(context.parsed);
      const told = new Told();
      for (const issue of issues) {
        if (broken.has(issue.place.chunk) || isTorn(context, issue) || isOnOddLine(issue.place) || isCurly(issue))
          continue;
        const words = rule.say(issue as IssueOf<C>, context);
        if (
          words !== undefined &&
          told.first(issue.related !== undefined && !rule.relatedLabel ? issue.related : issue.place)
        )
          report({ at: firstLine(issue.place), ...words, ...related(issue, words, rule.relatedLabel) });
      }
    },
  };
}

/** A value that is read as it is meant; the marks have a finding of their own. */
const isCurly = ({ code, place: { chunk, start, end } }: SchemaIssue): boolean =>
  code !== "unknown-key" &&
  code !== "misplaced-key" &&
  insideCurly(chunk.text.slice(start, end).replace(/^(["'])(.*)\1$/s, "$2")) !== undefined;

/** Places that have been reported: what stands behind an alias is one fault, however many places use it. */
class Told {
  readonly #starts = new Map<Chunk, Set<number>>();

  first({ chunk, start }: Place): boolean {
    const starts = this.#starts.get(chunk) ?? new Set<number>();
    this.#starts.set(chunk, starts);
    if (starts.has(start)) return false;
    starts.add(start);
    return true;
  }
}

function isTorn({ parsed }: FileContext, issue: SchemaIssue): boolean {
  const path = parsed.pathAt(parsed.spanOf(issue.place).start);
  return path !== undefined && isTornPart(path.nodes, issue.place);
}

function related(issue: SchemaIssue, words: Omit<Report, "at">, label: string | undefined): Partial<Report> {
  if (issue.related === undefined) return {};
  const places = [...(words.related ?? []), { at: issue.related, label: label ?? "written here" }];
  return label === undefined ? { related: places, fixes: [] } : { related: places };
}
