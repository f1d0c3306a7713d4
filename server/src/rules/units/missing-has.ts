import { plural } from "../../values/index.ts";
import { said } from "../wording.ts";
import { lineRule } from "./line-problem.ts";

/** What an outcome may count that is no person or thing. */
const measured: ReadonlySet<string> = new Set(["point", "qaly", "QALY", "score"]);

export const missingHas = lineRule("missing-has", {
  code: "units/missing-has",
  severity: "warning",
  page: {
    title: "How many one participant brings is not said",
    what: "A cost or an outcome is per child, say, while the spec counts families, and nothing says how many children a family has.",
    why: "Without that number nothing can be multiplied out, so the cost or the outcome is not known. It is never taken as one, even where one is meant.",
    fix: "Write it under `population:`, such as `has: 1.5 children/family`.",
    example: {
      invalid: `intervention: parent-groups
population:
  unit: family
costs:
  lines:
    - item: Creche
      amount: £300/child
`,
      valid: `intervention: parent-groups
population:
  unit: family
  has: 1.5 children/family
costs:
  lines:
    - item: Creche
      amount: £300/child
`,
    },
  },
  lacks: ({ noun }) => noun,
  say({ item, noun, participant }) {
    // A score or a year of life is no one whom a participant brings.
    if (measured.has(noun)) return undefined;
    // An outcome has no item: the problem then carries what it counts.
    const what = item === noun ? "This outcome" : said(item);
    return {
      message: `${what} is counted per ${noun}, but this spec counts ${plural(participant)}, and does not say how many ${plural(noun)} one ${participant} has.`,
      help: `Write it under \`population:\`, such as \`has: 1.5 ${plural(noun)}/${participant}\`. Where it is always one: \`has: 1 ${noun}/${participant}\`.`,
      label: `${plural(noun)} per ${participant}?`,
    };
  },
});
