/** Text with places to fill in. What stands in a place until it is filled in is valid by itself. */
export interface Placeholder {
  /** What stands there until something else is typed. */
  readonly text: string;
  /** Offered in its stead; the first is `text`. */
  readonly choices?: readonly string[];
}

export type Snippet = readonly (string | Placeholder)[];

/** The snippet with every place left as it is. */
export const plainText = (snippet: Snippet): string =>
  snippet.map((part) => (typeof part === "string" ? part : part.text)).join("");

/** As the protocol writes snippets: `${1:text}`, `${2|a,b|}`, with what is special in it escaped. */
export function snippetText(snippet: Snippet): string {
  let place = 0;
  return snippet
    .map((part) => {
      if (typeof part === "string") return escaped(part, /[\\$}]/g);
      place++;
      if (part.choices !== undefined && part.choices.length > 1)
        return `\${${place}|${part.choices.map((each) => escaped(each, /[\\$},|]/g)).join(",")}|}`;
      return `\${${place}:${escaped(part.text, /[\\$}]/g)}}`;
    })
    .join("");
}

const escaped = (text: string, special: RegExp): string => text.replace(special, "\\$&");

/** Whether anything in it is to be filled in. */
export const hasPlaces = (snippet: Snippet): boolean => snippet.some((part) => typeof part !== "string");
