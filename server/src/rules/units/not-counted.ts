import type { Place } from "../../syntax/types.ts";
import { nearestNoun, plural } from "../../values/index.ts";
import { isCalendar } from "../../values/units.ts";
import type { Fix } from "../types.ts";
import { unreadable } from "../unreadable.ts";
import { orList, said } from "../wording.ts";
import { lineRule } from "./line-problem.ts";

export const notCounted = lineRule("unit-not-counted", {
  code: "units/not-counted",
  severity: "warning",
  page: {
    title: "Unit that nobody has counted",
    what: "A cost is per something (a course, a school, a visit), and the spec does not say how many of them there are.",
    why: "The line cannot be multiplied out, so it is left out of every total. It is never taken as one.",
    fix: "Give the number under `delivery:`, such as `course: 12 courses`, or write the cost per something that is counted.",
    example: {
      invalid: `intervention: parent-groups
population:
  unit: family
costs:
  lines:
    - item: Room hire
      amount: £300/course
`,
      valid: `intervention: parent-groups
population:
  unit: family
delivery:
  course: 12 courses
costs:
  lines:
    - item: Room hire
      amount: £300/course
`,
    },
  },
  lacks: ({ noun }) => noun,
  say({ at, item, noun, known }, { spec }) {
    // It may well be what the population is counted in, which cannot be read.
    if (spec.kind === "intervention" && unreadable(spec.reading?.population?.unit)) return undefined;
    // What is counted in delivery is paid by the year, and nobody says for how many: each may run for a term, or for all of the period.
    if (isCalendar(noun))
      return {
        message: `${said(item)} is per ${noun} of each, and nobody says for how many ${plural(noun)}, so the line is not costed.`,
        help: `Multiply by how long each one lasts, such as "x 3 ${plural(noun)}", or write what all of them together cost in a year.`,
        label: `for how many ${plural(noun)}?`,
        fixes: [],
      };
    const near = nearestNoun(noun, known);
    const meant = near !== undefined && near !== noun ? near : undefined;
    return {
      message: `${said(item)} is per ${noun}, and nobody has counted the ${plural(noun)}, so the line is not costed.`,
      help:
        meant === undefined
          ? `Say how many there are under "delivery", such as "${noun}: 12 ${plural(noun)}"${known.length === 0 ? "" : `, or write the cost per ${orList(known)}`}.`
          : `Did you mean "${meant}"? Otherwise say how many ${plural(noun)} there are under "delivery".`,
      label: `how many ${plural(noun)}?`,
      fixes: meant === undefined ? [] : respell(at, noun, meant),
    };
  },
});

/** Only where the noun stands in the text as it was misspelt, once. */
function respell({ chunk, start, end }: Place, noun: string, meant: string): readonly Fix[] {
  const text = chunk.text.slice(start, end);
  const at = text.indexOf(noun);
  if (at === -1 || text.indexOf(noun, at + 1) !== -1) return [];
  const from = start + at;
  return [
    {
      title: `Write "${meant}" instead of "${noun}"`,
      certain: false,
      edits: [{ at: { chunk, start: from, end: from + noun.length }, text: meant }],
    },
  ];
}
