import { read } from "../../values/index.ts";
import { valueRule } from "./value-problem.ts";

export const barePercent = valueRule("bare-percent", {
  code: "units/bare-percent",
  severity: "error",
  page: {
    title: "Effect as a percentage alone",
    what: "An effect is written as a percentage and does not say of what.",
    why: "From 40% down by 10 is 30% if points are meant and 36% if it is relative: the benefit can differ several times over.",
    fix: "Write `-3 points` for percentage points, or `-32% relative` for a share of the rate without the intervention.",
    example: {
      invalid: `intervention: parent-groups
outcomes:
  - outcome: child-behaviour
    effect: -32%
`,
      valid: `intervention: parent-groups
outcomes:
  - outcome: child-behaviour
    effect: -32% relative
`,
    },
  },
  label: "points or relative?",
  // `-30% (95% CI -40% to -20%)`: the level of the interval stays in per cent.
  meant: (text) =>
    [
      text.replace("%", "% relative"),
      text.replace("%", " points").replace(/([\d.]+)%(?!\s*(?:CI|CrI|confidence|interval))/gi, "$1"),
    ].filter((each) => read("effect", each).ok),
  help: "Look in the source: points are the difference between two rates, relative is a share of the rate without the intervention.",
});
