import type { NodeSort } from "../../schema/issues.ts";
import { patterns } from "../../schema/names.ts";
import type { Place } from "../../syntax/types.ts";
import { asFlag } from "../syntax/yes-no.ts";
import type { Fix } from "../types.ts";
import { orList, said } from "../wording.ts";
import { schemaRule } from "./issue.ts";

const names: Readonly<Record<NodeSort, string>> = {
  text: "a single value",
  number: "a number",
  "true or false": "`true` or `false`",
  mapping: "keys and values below it",
  list: "a list",
  nothing: "nothing",
};

export const wrongType = schemaRule("wrong-type", {
  severity: "error",
  page: {
    title: "Value of the wrong sort",
    what: "There is a list where one value is wanted, or one value where a list or further keys are wanted.",
    why: "The value cannot be read, so it counts nowhere.",
    fix: "Write it as the example shows. A list has one item a line, each after a hyphen and a space.",
    example: {
      invalid: `outcome: child-enters-care
title:
  - A child enters care
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  say({ place, data: { key, expected, found, example, meant } }) {
    if (expected.includes("true or false") && asFlag(place.chunk.text.slice(place.start, place.end)) !== undefined)
      return undefined;
    return {
      message: `${isItem(place) ? `An item of ${said(key)}` : said(key)} takes ${orList(expected.map((sort) => names[sort]))}; here it has ${names[found]}, which cannot be read.`,
      help:
        meant === undefined || !isItem(place) ? howTo(key, expected, example) : `Is a colon missing? Write "${meant}".`,
      fixes: asList(place, expected, found),
    };
  },
});

/** Whether the node stands behind the hyphen of a list, not behind a key. */
const isItem = ({ chunk, start }: Place): boolean =>
  /(?:^|\n)[ \t]*-[ \t]+$/.test(chunk.text.slice(Math.max(0, start - 80), start));

/** One id where a list of them is wanted: brackets are all that it lacks. */
function asList(place: Place, expected: readonly NodeSort[], found: NodeSort): readonly Fix[] {
  const text = place.chunk.text.slice(place.start, place.end);
  if (found !== "text" || !expected.includes("list") || !ID.test(text)) return [];
  return [{ title: "Write it as a list of one", certain: true, edits: [{ at: place, text: `[${text}]` }] }];
}

const ID = new RegExp(patterns.id);

function howTo(key: string, expected: readonly NodeSort[], example: string | undefined): string {
  if (example !== undefined && !example.includes("\n")) return `Write for example: ${key}: ${example}`;
  if (expected.includes("list")) return "Write one item a line below it, each indented and after a hyphen and a space.";
  if (expected.includes("mapping"))
    return `Write its keys below it, one a line, each indented by two spaces${example === undefined ? "" : `: for example ${linesOf(example)}`}.`;
  return "Write one value after the colon.";
}

const linesOf = (example: string): string =>
  example
    .split("\n")
    .filter((line) => !line.startsWith(" "))
    .map((line) => `\`${line}\``)
    .join(" and ");
