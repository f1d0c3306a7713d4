/** A text as an editor takes it that gives the lines after the first the indentation of the line they are put into. */
export interface Indented {
  /** How many characters of what is replaced, from its start, stay as they are. */
  readonly kept: number;
  readonly text: string;
}

/**
 * Takes from a text the indentation that such an editor adds by itself. `line`: the line as it stands; `column`: where the text is
 * put. An indentation that stands already stays, as editors look for it both before and after they put the text in.
 */
export function withoutIndent(line: string, column: number, text: string): Indented {
  const spaces = (of: string): number => /^ */.exec(of)?.[0].length ?? 0;
  const kept = column === 0 ? Math.min(spaces(line), spaces(text)) : 0;
  const added = column === 0 ? kept : spaces(line);
  const [first = "", ...later] = text.slice(kept).split(/\r?\n/);
  const rest = later.map((each) => each.slice(Math.min(added, spaces(each))));
  return { kept, text: [first, ...rest].join("\n") };
}
