import type { Snapshot } from "../analysis/types.ts";
import { isLibraryId } from "../model/read.ts";
import { kinds } from "../schema/kinds/index.ts";
import { stepInto, wordsOf } from "../schema/lookup.ts";
import type { KindDescription, ScalarShape, Shape } from "../schema/shape.ts";
import type { ParsedFile, ScalarNode, Span, SyntaxNode } from "../syntax/types.ts";
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

/** Parts of values, by the node they stand in. Nodes outlive edits around them, so a keystroke reads again what it touched. */
export type TokenMemory = WeakMap<ScalarNode, { readonly form: Form; readonly marks: readonly Mark[] }>;
export const createTokenMemory = (): TokenMemory => new WeakMap();

/** Head keys, ids, references and every part of a figure, in order; within a span only, when one is given. */
export function semanticTokens(
  snapshot: Snapshot,
  path: FilePath,
  within?: Span,
  memory: TokenMemory = createTokenMemory(),
): readonly SemanticToken[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  const found: SemanticToken[] = [];
  const seen = (span: Span): boolean => within === undefined || (span.end > within.start && span.start < within.end);
  const put: Put = (span, type, modifier) => {
    if (span.end > span.start && seen(span))
      found.push({ span, type, ...(modifier === undefined ? {} : { modifier }) });
  };
  // By the tree alone: what an alias stands for is coloured where it is written.
  const visit = (shape: Shape<unknown>, node: SyntaxNode): void => {
    if (node.kind === "alias" || !seen(parsed.spanOf(node))) return;
    if (node.kind === "scalar") {
      if (shape.scalar !== undefined) scalarTokens(parsed, node, shape.scalar, memory, put);
    } else if (node.kind === "sequence") {
      const item = shape.list?.item;
      if (item !== undefined) for (const each of node.items) visit(item, each);
    } else
      for (const entry of node.entries) {
        const inner = stepInto(shape, entry.key.text);
        if (shape.object === undefined && shape.map?.keyRef !== undefined) put(parsed.spanOf(entry.key), "class");
        if (inner !== undefined) visit(inner, entry.value);
      }
  };
  for (const spec of snapshot.specs(path)) {
    const { head, shape } = kinds[spec.kind] as KindDescription<unknown>;
    const { root } = spec.document;
    if (root?.kind !== "mapping") continue;
    const entry = root.entries.find((each) => each.key.text === head);
    if (entry !== undefined) put(parsed.spanOf(entry.key), "keyword");
    visit(shape, root);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

type Put = (span: Span, type: TokenType, modifier?: TokenModifier) => void;

function scalarTokens(parsed: ParsedFile, node: ScalarNode, scalar: ScalarShape, memory: TokenMemory, put: Put): void {
  if (!node.exact || node.text === "") return;
  const whole = parsed.spanOf(node);
  const quote = node.style === "single" || node.style === "double" ? 1 : 0;
  const inside = { start: whole.start + quote, end: whole.start + quote + node.text.length };
  const isOneWord = /^[a-z]/i.test(node.text) && Object.hasOwn(wordsOf(scalar), node.text.trim());
  const form = "form" in scalar ? scalar.form : undefined;
  if (isOneWord) put(inside, "enumMember");
  else if (scalar.kind === "define") put(inside, "class", "declaration");
  else if (scalar.kind === "ref" || (scalar.kind === "value-or-ref" && isLibraryId(node.text.trim())))
    put(inside, "class");
  else if (form !== undefined) {
    const known = memory.get(node);
    const marks = known?.form === form ? known.marks : joined(valueTokens(form, node.text));
    if (known?.form !== form) memory.set(node, { form, marks });
    for (const mark of marks) {
      const [type, modifier] = classes[mark.class];
      put({ start: inside.start + mark.start, end: inside.start + mark.end }, type, modifier);
    }
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
