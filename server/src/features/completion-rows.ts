import type { ParsedFile } from "../syntax/types.ts";

/**
 * One line as far as completion needs it. Read from the text, not from the tree: the line being typed is the one that does not
 * parse yet.
 */
export interface Row {
  readonly line: number;
  /** Column of the first character that is not space. */
  readonly indent: number;
  /** Columns of the dashes before the content. */
  readonly dashes: readonly number[];
  /** Column where the content after the dashes stands, or would stand. */
  readonly column: number;
  /** Content without the comment after it. */
  readonly content: string;
  /** Unquoted; undefined when the content is not `key:`. */
  readonly key: string | undefined;
  /** Column of the colon. */
  readonly colon: number;
  /** What follows the colon, trimmed. */
  readonly value: string;
  readonly blank: boolean;
  /** `---` or `...`. */
  readonly boundary: boolean;
}

/** The lines of a file, read one by one when asked for. */
export interface Rows {
  readonly count: number;
  text(line: number): string;
  /** Column of the first character that is not space; -1 for lines that hold nothing but space and comment. */
  indent(line: number): number;
  row(line: number): Row;
}

export function rowsOf(parsed: ParsedFile): Rows {
  const count = parsed.positionAt(parsed.text.length).line + 1;
  const text = (line: number): string => {
    const start = parsed.offsetAt({ line, character: 0 });
    const end = line + 1 < count ? parsed.offsetAt({ line: line + 1, character: 0 }) : parsed.text.length;
    return parsed.text.slice(start, end).replace(/[\r\n]+$/, "");
  };
  return {
    count,
    text,
    indent(line) {
      let at = parsed.offsetAt({ line, character: 0 });
      const start = at;
      while (parsed.text[at] === " ") at++;
      const first = parsed.text[at];
      return first === undefined || first === "\n" || first === "\r" || first === "#" ? -1 : at - start;
    },
    row: (line) => readRow(text(line), line),
  };
}

const keyPattern = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s:#"'[\]{}][^:#]*?)\s*:(?=\s|$)/;

export function readRow(text: string, line: number): Row {
  const comment = commentStart(text);
  const body = comment === undefined ? text : text.slice(0, comment);
  const indent = body.length - body.trimStart().length;
  const dashes: number[] = [];
  let column = indent;
  for (;;) {
    const dash = /^-(\s+|$)/.exec(body.slice(column));
    if (dash === null || (column === 0 && /^-{3}/.test(body))) break;
    dashes.push(column);
    column += Math.max(dash[0].length, 1);
  }
  const content = body.slice(column).trimEnd();
  const key = keyPattern.exec(content);
  return {
    line,
    indent,
    dashes,
    column,
    content,
    key: key?.[1] === undefined ? undefined : unquoted(key[1]),
    colon: key === null ? -1 : column + key[0].length - 1,
    value: key === null ? "" : content.slice(key[0].length).trim(),
    blank: body.trim() === "",
    boundary: /^(?:---|\.\.\.)(?:\s|$)/.test(text),
  };
}

const unquoted = (key: string): string => (/^["']/.test(key) ? key.slice(1, -1) : key);

/** Column of the `#` that begins a comment; one inside quotes or inside a word begins none. */
export function commentStart(line: string): number | undefined {
  let quote: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const here = line[at];
    const before = line[at - 1];
    if (quote !== undefined) {
      if (here === "\\" && quote === '"') at++;
      else if (here === quote) quote = undefined;
    } else if ((here === '"' || here === "'") && (before === undefined || /[\s[{,:-]/.test(before))) quote = here;
    else if (here === "#" && (before === undefined || /\s/.test(before))) return at;
  }
  return undefined;
}

/** The next line that holds something; undefined at the end of the document. */
export function nextRow(rows: Rows, line: number): Row | undefined {
  for (let at = line + 1; at < rows.count; at++) if (rows.indent(at) >= 0) return boundless(rows.row(at));
  return undefined;
}

/** The line before it that holds something; undefined at the start of the document. */
export function previousRow(rows: Rows, line: number): Row | undefined {
  for (let at = line - 1; at >= 0; at--) if (rows.indent(at) >= 0) return boundless(rows.row(at));
  return undefined;
}

const boundless = (row: Row): Row | undefined => (row.boundary ? undefined : row);
