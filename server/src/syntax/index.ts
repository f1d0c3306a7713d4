/**
 * Text to documents, nodes, places and comments.
 *
 * This room is the only importer of YAML parsers (`js-yaml` for speed, `yaml` for what is broken), and imports nothing else of ours.
 * It never throws on any text and does no input or output. Deliberately not here: what a key means, what a value says
 * (`values`), the wording of findings (`rules`), and any state that outlives a `ParsedFile`.
 */
export { parse } from "./parse.ts";
export { toPlain } from "./plain.ts";
export type * from "./types.ts";
