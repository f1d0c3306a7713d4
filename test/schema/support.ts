import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkStructure, type SchemaIssue, type StructureCache } from "../../server/src/schema/check.ts";
import { parse, toPlain } from "../../server/src/syntax/index.ts";
import type { ParsedFile } from "../../server/src/syntax/types.ts";

const folder = fileURLToPath(new URL("./fixtures", import.meta.url));

/** Published cases written as specs; fixtures/README.md says what they are. */
export const fixtures: readonly { readonly name: string; readonly text: string }[] = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }));

export interface Found {
  readonly code: SchemaIssue["code"];
  readonly text: string;
  readonly start: number;
  readonly data: SchemaIssue["data"];
  readonly related?: string;
}

/** Structural findings of a text, each with the text it points at. */
export function found(text: string, path = "x.intervention.yaml", cache?: StructureCache): readonly Found[] {
  return foundIn(parse(text), path, cache);
}

export function foundIn(parsed: ParsedFile, path: string, cache?: StructureCache): readonly Found[] {
  return parsed.documents
    .flatMap((document) => checkStructure(document, path, toPlain, cache))
    .map(({ code, place, related, data }) => {
      const { start, end } = parsed.spanOf(place);
      const other = related === undefined ? undefined : parsed.spanOf(related);
      const extra = other === undefined ? {} : { related: parsed.text.slice(other.start, other.end) };
      return { code, text: parsed.text.slice(start, end), start, data, ...extra };
    });
}

/** A text with one place marked by « and », and where that place is. */
export function marked(source: string): { readonly text: string; readonly start: number; readonly at: string } {
  const start = source.indexOf("«");
  const end = source.indexOf("»");
  return {
    text: source.replace("«", "").replace("»", ""),
    start,
    at: source.slice(start + 1, end),
  };
}
