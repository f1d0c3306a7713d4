import type { Snapshot } from "../analysis/types.ts";
import type { ParsedFile, ScalarNode, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";

/** Ever wider spans around an offset, innermost first: word, text inside quotes, value, entry, item, block, document, file. */
export function selection(snapshot: Snapshot, path: FilePath, offset: number): readonly Span[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  const found = parsed.pathAt(offset);
  const nodes = found?.nodes ?? [];
  const innermost = nodes.at(-1);
  const spans: Span[] = innermost?.kind === "scalar" ? insideScalar(parsed, innermost, offset) : [];
  for (const node of nodes.toReversed()) spans.push(parsed.spanOf(node));
  spans.push({ start: 0, end: parsed.text.length });
  return widening(spans, offset);
}

/** The word under the cursor (an id with its hyphens, a figure with its sign), then the text without its quotes. */
function insideScalar(parsed: ParsedFile, node: ScalarNode, offset: number): Span[] {
  const whole = parsed.spanOf(node);
  const spans: Span[] = [];
  for (const match of parsed.text.slice(whole.start, whole.end).matchAll(/[^\s/"'(),[\]{}]+/g)) {
    const start = whole.start + match.index;
    if (start <= offset && offset <= start + match[0].length) spans.push({ start, end: start + match[0].length });
  }
  if (node.style === "single" || node.style === "double") spans.push({ start: whole.start + 1, end: whole.end - 1 });
  return spans.slice(0, 1).concat(spans.slice(-1));
}

/** Each span strictly wider than the one before it, as the protocol asks. */
function widening(spans: readonly Span[], offset: number): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    const holds = span.start <= offset && offset <= span.end;
    const wider =
      last === undefined ||
      (span.start <= last.start && span.end >= last.end && span.end - span.start > last.end - last.start);
    if (holds && wider) kept.push(span);
  }
  return kept;
}
