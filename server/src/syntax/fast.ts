/** The fast parser: js-yaml's events made into our nodes. It refuses (undefined) whatever is not plainly well formed; the careful parser then looks. */
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import {
  afterBracket,
  afterColon,
  afterDash,
  afterProperties,
  blockScalarEnd,
  makeAlias,
  makeEmpty,
  makeEntry,
  makeMapping,
  makeScalar,
  makeSequence,
  NO_PROPERTIES,
  type Properties,
  skipSpace,
} from "./build.ts";
import { MAX_DEPTH } from "./limits.ts";
import type { AliasNode, Chunk, EntryNode, ScalarNode, SyntaxNode } from "./types.ts";

/** Why the fast parser would not have a chunk. */
export interface Refusal {
  /** What js-yaml said, or undefined when we ourselves would not take what it gave. */
  readonly reason: string | undefined;
  readonly at: number;
}

export type FastParse = { readonly root: SyntaxNode | undefined } | { readonly refused: Refusal };

/** Parses one chunk that holds one document. `input` is the chunk's text, or a copy of equal length with its line breaks made plain. Never throws. */
export function parseFast(chunk: Chunk, input: string): FastParse {
  let events: Event[];
  try {
    events = parseEvents(input, { maxDepth: MAX_DEPTH });
  } catch (error) {
    return { refused: refusalOf(error) };
  }
  if (events.length === 0) return { root: undefined };
  const reader = new Reader(chunk, input, events);
  const root = reader.document();
  return reader.refused ? { refused: { reason: undefined, at: 0 } } : { root };
}

/** js-yaml throws its own exception with a mark; anything else it could throw is refused alike, and the careful parser decides. */
function refusalOf(error: unknown): Refusal {
  const { reason, mark } = error as { reason?: unknown; mark?: { position?: unknown } };
  return {
    reason: typeof reason === "string" ? reason : "unreadable",
    at: typeof mark?.position === "number" ? mark.position : 0,
  };
}

type Ranges = Pick<ScalarEvent, "anchorStart" | "anchorEnd">;

class Reader {
  refused = false;
  readonly #chunk: Chunk;
  readonly #text: string;
  readonly #events: readonly Event[];
  #next = 0;

  constructor(chunk: Chunk, text: string, events: readonly Event[]) {
    this.#chunk = chunk;
    this.#text = text;
    this.#events = events;
  }

  document(): SyntaxNode | undefined {
    const first = this.#events[this.#next++];
    if (first?.type !== EVENT_ID.DOCUMENT || first.directives.length > 0) return this.#refuse();
    const from = first.explicitStart ? skipSpace(this.#text, 0) + 3 : 0;
    const root = this.#node(from, 0);
    if (this.#events[this.#next]?.type !== EVENT_ID.POP || this.#next + 1 !== this.#events.length)
      return this.#refuse();
    if (root.kind === "scalar" && root.style === "empty" && root.anchor === undefined) return undefined;
    return root;
  }

  #refuse(): undefined {
    this.refused = true;
    return undefined;
  }

  /** The next node, which begins after `from`, behind the sign `after` (a colon, a dash or nothing). */
  #node(from: number, after: number): SyntaxNode {
    const event = this.#events[this.#next++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event, from, after);
      case EVENT_ID.ALIAS:
        return this.#alias(event);
      case EVENT_ID.MAPPING:
        return this.#mapping(event);
      case EVENT_ID.SEQUENCE:
        return this.#sequence(event);
      default:
        this.refused = true;
        return makeEmpty(this.#chunk, from, NO_PROPERTIES);
    }
  }

  #alias(event: Ranges): AliasNode {
    return makeAlias(
      this.#chunk,
      event.anchorStart - 1,
      event.anchorEnd,
      this.#text.slice(event.anchorStart, event.anchorEnd),
    );
  }

  #scalar(event: ScalarEvent, from: number, after: number): ScalarNode {
    if (event.tagStart !== -1) this.refused = true;
    const props = this.#properties(event);
    if (event.valueStart === -1)
      return makeEmpty(this.#chunk, afterProperties(this.#text, this.#behind(from, after), props), props);
    switch (event.style) {
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED: {
        const style = event.style === SCALAR_STYLE.SINGLE_QUOTED ? "single" : "double";
        const text = getScalarValue(this.#text, event);
        return makeScalar(this.#chunk, event.valueStart - 1, event.valueEnd + 1, style, text, event.fast, props);
      }
      case SCALAR_STYLE.LITERAL_BLOCK:
      case SCALAR_STYLE.FOLDED_BLOCK: {
        const style = event.style === SCALAR_STYLE.LITERAL_BLOCK ? "literal" : "folded";
        const start = skipSpace(this.#text, afterProperties(this.#text, this.#behind(from, after), props));
        const end = blockScalarEnd(this.#text, start, event.valueEnd);
        return makeScalar(this.#chunk, start, end, style, getScalarValue(this.#text, event), false, props);
      }
      default: {
        // js-yaml calls a value of one line "not fast" when blank lines follow it.
        const exact = event.fast || !/[\r\n]/.test(this.#text.slice(event.valueStart, event.valueEnd));
        return makeScalar(
          this.#chunk,
          event.valueStart,
          event.valueEnd,
          "plain",
          getScalarValue(this.#text, event),
          exact,
          props,
        );
      }
    }
  }

  /** Just behind the colon or dash that follows `from`; `from` itself when a flow mapping leaves the colon out. */
  #behind(from: number, after: number): number {
    if (after === 0) return from;
    return Math.max(from, after === 58 ? afterColon(this.#text, from) : afterDash(this.#text, from));
  }

  #mapping(event: Event & { start: number; tagStart: number; style: number } & Ranges): SyntaxNode {
    if (event.tagStart !== -1) this.refused = true;
    const flow = event.style === 2;
    const braces = flow && this.#text.charCodeAt(event.start) === 123;
    const entries: EntryNode[] = [];
    let end = braces ? event.start + 1 : event.start;
    while (!this.refused && this.#events[this.#next]?.type !== EVENT_ID.POP) {
      const entry = this.#entry(flow);
      if (entry === undefined) break;
      end = entry.end;
      entries.push(entry);
    }
    this.#next += 1;
    if (braces) end = afterBracket(this.#text, end, 125);
    const start = braces ? event.start : (entries[0]?.start ?? event.start);
    return makeMapping(this.#chunk, start, end, flow, entries, this.#properties(event));
  }

  #entry(flow: boolean): EntryNode | undefined {
    const event = this.#events[this.#next++];
    // A key that is empty, or no scalar, and one behind a `?`, are for the careful parser.
    if (event?.type !== EVENT_ID.SCALAR || event.valueStart === -1) return this.#refuse();
    const key = this.#scalar(event, 0, 0);
    if (!flow && !this.#colonFollows(key.end)) return this.#refuse();
    const value = this.#node(key.end, 58);
    return makeEntry(this.#chunk, key, value, value.end);
  }

  #colonFollows(from: number): boolean {
    let at = from;
    let ch = this.#text.charCodeAt(at);
    while (ch === 32 || ch === 9) ch = this.#text.charCodeAt(++at);
    return ch === 58;
  }

  #sequence(event: Event & { start: number; tagStart: number; style: number } & Ranges): SyntaxNode {
    if (event.tagStart !== -1) this.refused = true;
    const flow = event.style === 2;
    const items: SyntaxNode[] = [];
    let end = flow ? event.start + 1 : event.start;
    while (!this.refused && this.#events[this.#next]?.type !== EVENT_ID.POP) {
      const item = this.#node(end, flow ? 0 : 45);
      end = item.end;
      items.push(item);
    }
    this.#next += 1;
    if (flow) end = afterBracket(this.#text, end, 93);
    return makeSequence(this.#chunk, event.start, end, flow, items, this.#properties(event));
  }

  #properties(event: Ranges): Properties {
    if (event.anchorStart === -1) return NO_PROPERTIES;
    return { anchor: this.#text.slice(event.anchorStart, event.anchorEnd) };
  }
}
