import type { Snapshot } from "../analysis/types.ts";
import { isLibraryId } from "../model/read.ts";
import type { Spec } from "../model/spec.ts";
import { walk } from "../model/walk.ts";
import { kinds } from "../schema/kinds/index.ts";
import { wordsOf } from "../schema/lookup.ts";
import type { KindDescription, ScalarShape, Shape } from "../schema/shape.ts";
import type { ParsedFile, ScalarNode, Span } from "../syntax/types.ts";
import { type Mark, type TokenClass, tokens as valueTokens } from "../values/index.ts";
import type { Form } from "../values/types.ts";
import type { FilePath } from "../workspace/types.ts";

/** Types that every theme colours, so that nothing has to be declared for them. */
export const tokenTypes = ["keyword", "class", "enumMember", "number", "type", "operator"] as const;
/** What a number is, for themes that want to tell them apart; `declaration` where an id is defined. */
export const tokenModifiers = ["declaration", "money", "percentage", "year", "estimate"] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
}

const classes: Readonly<Record<TokenClass, readonly [TokenType, TokenModifier?]>> = {
  money: ["number", "money"],
  number: ["number"],
  unit: ["type"],
  percent: ["number", "percentage"],
  year: ["number", "year"],
  estimate: ["number", "estimate"],
  word: ["enumMember"],
  operator: ["operator"],
};

/** Head keys, ids, references and every part of a figure, in order; within a span only, when one is given. */
export function semanticTokens(snapshot: Snapshot, path: FilePath, within?: Span): readonly SemanticToken[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  const found: SemanticToken[] = [];
  const put = (span: Span, type: TokenType, modifier?: TokenModifier): void => {
    if (span.end <= span.start || (within !== undefined && (span.end <= within.start || span.start >= within.end)))
      return;
    found.push({ span, type, ...(modifier === undefined ? {} : { modifier }) });
  };
  for (const spec of snapshot.specs(path)) {
    headKey(parsed, spec, put);
    if (spec.reading === undefined) continue;
    walk(kinds[spec.kind].shape as Shape<unknown>, spec.reading, {
      field({ field, scalar }) {
        // Through an alias the figure stands elsewhere, and is coloured there.
        if (field.$definition !== undefined || field.$node.kind !== "scalar") return;
        scalarTokens(parsed, field.$node, scalar, put);
      },
      mapKey(visit, map) {
        if (map.keyRef !== undefined) put(parsed.spanOf(visit.place), "class");
      },
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start).filter((each, index, all) => isFree(each, all[index - 1]));
}

type Put = (span: Span, type: TokenType, modifier?: TokenModifier) => void;

/** A place read twice (through a merge) is coloured once. */
const isFree = (each: SemanticToken, before: SemanticToken | undefined): boolean =>
  before === undefined || each.span.start >= before.span.end;

function headKey(parsed: ParsedFile, spec: Spec, put: Put): void {
  const { head } = kinds[spec.kind] as KindDescription<unknown>;
  const root = spec.document.root;
  if (head === undefined || root?.kind !== "mapping") return;
  const entry = root.entries.find((each) => each.key.text === head);
  if (entry !== undefined) put(parsed.spanOf(entry.key), "keyword");
}

function scalarTokens(parsed: ParsedFile, node: ScalarNode, scalar: ScalarShape, put: Put): void {
  if (!node.exact || node.text === "") return;
  const whole = parsed.spanOf(node);
  const quote = node.style === "single" || node.style === "double" ? 1 : 0;
  const inside = { start: whole.start + quote, end: whole.start + quote + node.text.length };
  const isOneWord = Object.hasOwn(wordsOf(scalar), node.text.trim());
  const form = "form" in scalar ? scalar.form : undefined;
  if (isOneWord) put(inside, "enumMember");
  else if (scalar.kind === "define") put(inside, "class", "declaration");
  else if (scalar.kind === "ref" || (scalar.kind === "value-or-ref" && isLibraryId(node.text.trim())))
    put(inside, "class");
  else if (form !== undefined) figureTokens(node.text, form, inside.start, put);
}

function figureTokens(text: string, form: Form, start: number, put: Put): void {
  for (const mark of joined(valueTokens(form, text))) {
    const [type, modifier] = classes[mark.class];
    put({ start: start + mark.start, end: start + mark.end }, type, modifier);
  }
}

/** `2023-24`, `£1,200` and `35%` are one to the eye. */
function joined(marks: readonly Mark[]): readonly Mark[] {
  const whole: Mark[] = [];
  for (const mark of marks) {
    const before = whole.at(-1);
    const percent = before?.class === "number" && mark.class === "percent";
    if (before !== undefined && before.end === mark.start && (before.class === mark.class || percent))
      whole[whole.length - 1] = { class: mark.class, start: before.start, end: mark.end };
    else whole.push(mark);
  }
  return whole;
}
