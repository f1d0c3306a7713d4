import { nearestNoun, plural } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { lineRule } from "./line-problem.ts";

const ofSpec = lineRule("volume-unit", {
  code: "units/volume-unit",
  severity: "error",
  page: {
    title: "Number of something else than participants",
    what: "How many start, complete or could be served is given in another unit than the one the spec counts.",
    why: "Costs per participant are multiplied by this number. Sixty children are not sixty families.",
    fix: "Write the number in the unit of `population: unit:`, or change that unit. How many children a family has belongs under `has:`.",
    example: {
      invalid: `intervention: parent-groups
population:
  unit: family
  starts: 60 children/year
`,
      valid: `intervention: parent-groups
population:
  unit: family
  has: 1.5 children/family
  starts: 40 families/year
`,
    },
  },
  say: sayOf,
});

/** In a spec, and where a portfolio says how many start in an intervention that counts something else. */
export const volumeUnit: DocumentRule = {
  ...ofSpec,
  check(context, report) {
    ofSpec.check(context, report);
    for (const { member, assessment } of context.portfolio()?.members ?? [])
      for (const problem of assessment?.problems ?? []) {
        if (problem.reason !== "volume-unit" || problem.at !== member.starts?.$) continue;
        const words = sayOf(problem);
        if (words !== undefined) report({ at: problem.at, ...words });
      }
  },
};

function sayOf({ noun, participant }: { readonly noun: string; readonly participant: string }) {
  // That nothing is counted yet is said once, where `unit:` is missing.
  if (participant === "") return undefined;
  const near = nearestNoun(noun, [participant]);
  return {
    message: `This counts ${plural(noun)}, but the spec counts ${plural(participant)}, so it cannot be used.`,
    help:
      near !== undefined && near !== noun
        ? `Did you mean "${plural(participant)}"?`
        : `Write the number of ${plural(participant)}, or change "unit" under "population".`,
    label: `${plural(noun)}, not ${plural(participant)}`,
  };
}
