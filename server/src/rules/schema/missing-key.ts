import type { EntryNode, MappingNode, ParsedFile, Place } from "../../syntax/types.ts";
import { isBroken } from "../trouble.ts";
import type { FileContext, Fix } from "../types.ts";
import { andList, sentence } from "../wording.ts";
import { schemaRule } from "./issue.ts";

export const missingKey = schemaRule("missing-key", {
  severity: "error",
  page: {
    title: "Missing key",
    what: "A part of the document lacks a key without which it means nothing.",
    why: "A cost line without its item, or a value without its amount, cannot be counted or reviewed.",
    fix: "Add the key. Write `unknown` where the source does not say.",
    example: {
      invalid: `intervention: parent-groups
costs:
  lines:
    - amount: £46,000
`,
      valid: `intervention: parent-groups
costs:
  lines:
    - item: Licence
      amount: £46,000
`,
    },
  },
  say({ place, data: { keys, inside } }, context) {
    if (isBroken(context.parsed, documentOf(context, place) ?? (context.parsed.documents[0] as never)))
      return undefined;
    const names = keys.map(({ name }) => `"${name}"`);
    const first = keys[0];
    return {
      message: `${holder(place, inside)} lacks ${andList(names)}.`,
      help: keys
        .map(
          ({ name, doc, example }) =>
            `${name}: ${sentence(doc)}${example === undefined ? "" : ` For example: ${example}`}`,
        )
        .join(" "),
      label: first === undefined ? "incomplete" : `no ${names.join(", ")}`,
      fixes: insertion(
        context.parsed,
        place,
        keys.map(({ name }) => name),
      ),
    };
  },
});

/** The mapping by the key it hangs on; an item of a list has none of its own. */
function holder({ chunk, start, end }: Place, inside: string | undefined): string {
  if (inside === undefined) return "This document";
  return chunk.text.slice(start, end) === inside ? `"${inside}"` : `This item of "${inside}"`;
}

function documentOf({ parsed }: FileContext, place: Place) {
  return parsed.pathAt(parsed.spanOf(place).start)?.document;
}

/** Adds the keys, empty, where the mapping begins; after its first key at the top of a document, where the head key must stay first. */
function insertion(parsed: ParsedFile, place: Place, names: readonly string[]): readonly Fix[] {
  const mapping = mappingAt(parsed, place);
  const first = mapping?.entries[0];
  if (mapping === undefined || first === undefined || mapping.hasAlias) return [];
  const title = `Add ${andList(names.map((name) => `"${name}"`))}`;
  const at = (offset: number): Place => ({ chunk: first.chunk, start: offset, end: offset });
  if (mapping.flow)
    return [
      { title, certain: false, edits: [{ at: at(first.start), text: names.map((name) => `${name}: , `).join("") }] },
    ];
  const indent = " ".repeat(parsed.positionAt(parsed.spanOf(first.key).start).character);
  const lines = names.map((name) => `${name}: ${parsed.eol}${indent}`).join("");
  return [{ title, certain: false, edits: [{ at: at(first.start), text: lines }] }];
}

/** The mapping that lacks something, from the key it hangs on or from its own first key. */
function mappingAt(parsed: ParsedFile, place: Place): MappingNode | undefined {
  const nodes = parsed.pathAt(parsed.spanOf(place).start)?.nodes ?? [];
  const entry = nodes.findLast(
    (node): node is EntryNode =>
      node.kind === "entry" && node.key.start === place.start && node.key.chunk === place.chunk,
  );
  if (entry?.value.kind === "mapping") return entry.value;
  return nodes.findLast((node): node is MappingNode => node.kind === "mapping" && node.entries[0] === entry);
}
