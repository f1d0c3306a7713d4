import { type Torn, tornBelow } from "../../syntax/torn.ts";
import type { Place } from "../../syntax/types.ts";
import type { FileRule, Fix } from "../types.ts";
import { said } from "../wording.ts";
import { quoted } from "./quote.ts";

export const tornByComma: FileRule = {
  code: "syntax/torn-by-comma",
  severity: "error",
  scope: "file",
  page: {
    title: "Value torn by a comma",
    what: "Inside `{}` or `[]` a comma ends a value, so `[£1,200]` is `£1` and `200`, and a sentence ends at its first comma.",
    why: "What is left of the amount would be a thousandth of the one that was meant, so it is not used: whatever rests on it is not known.",
    fix: 'Put the value in quotation marks (`"£1,200"`), or write each key on a line of its own.',
    example: {
      invalid: `unit_costs: local
entries:
  - {entry: licence, value: £46,000}
`,
      valid: `unit_costs: local
entries:
  - {entry: licence, value: "£46,000"}
`,
    },
  },
  check({ parsed, structure }, report) {
    for (const document of parsed.documents) {
      if (document.root === undefined) continue;
      const found = tornBelow(document.root);
      if (found.length === 0) continue;
      // A single value in brackets is one fault, and without the brackets nothing is torn.
      const wrong = structure(document).filter(({ code }) => code === "wrong-type");
      for (const torn of found) {
        if (wrong.some(({ place }) => isInside(torn.value, place))) continue;
        const whole = wholeText(torn);
        report({
          at: torn.value,
          message:
            torn.sort === "number"
              ? `The comma ends the value here: only ${said(torn.value.text)} would be left of ${said(whole)}, so it is not used.`
              : `The comma ends the value here: only ${said(torn.value.text)} of ${said(whole)} is read.`,
          help: "Inside brackets a value that holds a comma needs quotation marks; or write each key on a line of its own.",
          label: torn.sort === "number" ? "torn" : `read as ${said(torn.value.text)}`,
          related: torn.parts.slice(0, 1).map((part) => ({ at: part, label: "torn off" })),
          fixes: quoteWhole(torn, whole),
        });
      }
    }
  },
};

const isInside = (place: Place, around: Place): boolean =>
  place.chunk === around.chunk && place.start > around.start && place.end < around.end;

const lastOf = (torn: Torn) => torn.parts.at(-1) ?? torn.value;

function wholeText(torn: Torn): string {
  return torn.value.chunk.text.slice(torn.value.start, lastOf(torn).end);
}

function quoteWhole(torn: Torn, whole: string): readonly Fix[] {
  if (/[\r\n]/.test(whole)) return [];
  return [
    {
      title: `Write ${quoted(whole)}`,
      certain: torn.sort === "number",
      edits: [{ at: { chunk: torn.value.chunk, start: torn.value.start, end: lastOf(torn).end }, text: quoted(whole) }],
    },
  ];
}
