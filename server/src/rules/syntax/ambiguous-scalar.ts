import type { Field, ScalarShape } from "../../schema/shape.ts";
import type { Place, ScalarNode } from "../../syntax/types.ts";
import type { DocumentRule, Fix } from "../types.ts";
import { asFlag } from "./yes-no.ts";

/** Looks only where the reading matters: at numbers, words, flags, ids and the keys that name something. A text may say `no`. */
export const ambiguousScalar: DocumentRule = {
  code: "syntax/ambiguous-scalar",
  severity: "warning",
  scope: "document",
  page: {
    title: "Value that programs read differently",
    what: "YAML has two editions in use. `no`, `on` and `y` are false or true in the one and words in the other; `012` is ten or twelve; `1:1` is sixty-one.",
    why: "Two people with two programs would see two different figures in the same file.",
    fix: "Write `true` or `false`; write numbers without leading zeros; put anything else in quotation marks.",
    standard: "YAML 1.1 and YAML 1.2, tag resolution of plain scalars",
    example: {
      invalid: `study: start-2018
developer_led: yes
`,
      valid: `study: start-2018
developer_led: true
`,
    },
  },
  check(context, report) {
    const { twofold, mapKeys } = context.fields();
    for (const { field, scalar } of twofold) {
      const node = field.$node;
      if (node.kind !== "scalar") continue;
      const doubt = doubtOf(node, scalar, field);
      if (doubt !== undefined) report({ at: field.$, ...doubt });
    }
    for (const { key, place, map } of mapKeys) {
      // A key outside a closed list of words is reported as that.
      if (map.words !== undefined && !Object.hasOwn(map.words, key)) continue;
      if (asFlag(key) === undefined || place.chunk.text.slice(place.start, place.end) !== key) continue;
      report({
        at: place,
        message: `The name "${key}" is read as ${asFlag(key) ? "true" : "false"} by some programs.`,
        help: "Put it in quotation marks, or choose another name.",
        fixes: [quote(place, key)],
      });
    }
  },
};

interface Doubt {
  readonly message: string;
  readonly help: string;
  readonly fixes: readonly Fix[];
}

function doubtOf(node: ScalarNode, scalar: ScalarShape, field: Field<unknown>): Doubt | undefined {
  const text = node.text.trim();
  const flag = asFlag(text);
  if (scalar.kind === "flag") {
    if (flag === undefined) return undefined;
    return {
      message: `"${text}" is a word to some programs and ${flag ? "true" : "false"} to others.`,
      help: `Write ${flag ? "true" : "false"}.`,
      fixes: [{ title: `Write ${flag ? "true" : "false"}`, certain: true, edits: [{ at: node, text: String(flag) }] }],
    };
  }
  if (scalar.kind === "ref" || scalar.kind === "define") {
    if (flag === undefined && !isOldNumber(text)) return undefined;
    return {
      message: `The id "${text}" is not read as text by every program.`,
      help: "Put it in quotation marks, or choose another id.",
      fixes: [quote(node, text)],
    };
  }
  if (scalar.kind !== "value" || field.value === undefined) return undefined;
  if (/^[-+]?0\d+$/.test(text) && eights(text) !== String(Number(text)))
    return {
      message: `"${text}" is ${Number(text)} to some programs and, counted in eights, ${eights(text)} to others.`,
      help: "Write the number without the leading zero.",
      fixes: [{ title: `Write ${Number(text)}`, certain: true, edits: [{ at: node, text: String(Number(text)) }] }],
    };
  if (/^\d+:[0-5]?\d(?::[0-5]?\d)*$/.test(text))
    return {
      message: `"${text}" is counted in sixties by some programs: they read ${sixties(text)}.`,
      help: text.split(":").length === 2 ? `Write "${text.replace(":", " to ")}".` : "Put it in quotation marks.",
      fixes: [quote(node, text)],
    };
  return undefined;
}

const isOldNumber = (text: string): boolean => /^0\d+$/.test(text) || /^\d+:[0-5]?\d$/.test(text);

const quote = (at: Place, text: string): Fix => ({
  title: "Put it in quotation marks",
  certain: true,
  edits: [{ at, text: `"${text}"` }],
});

const eights = (text: string): string => (/[89]/.test(text) ? "no number" : String(Number.parseInt(text, 8)));

const sixties = (text: string): number => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
