import type { DocumentRule } from "../types.ts";
import { place } from "./example.ts";

/** An area lists a need without saying how many have it. */
export const notMeasured: DocumentRule = {
  code: "need/not-measured",
  severity: "information",
  scope: "document",
  page: {
    title: "Need that is not measured",
    what: "An area lists a need and does not say how many have it: neither a number nor a share of the population.",
    why: "Without it nobody can tell how many of those in need are reached, how many are not, or how a budget should be shared out by need.",
    fix: "Write `number:`, or `share:` of the population, with its year and source. `unknown` stays a finding, for it stays unknown.",
    example: {
      file: "a.area.yaml",
      invalid: place({ need: "number: unknown" }),
      valid: place(),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "area") return;
    for (const { need, number, share, title } of spec.reading?.needs?.items ?? []) {
      if (need?.value === undefined || number?.value !== undefined || share?.value !== undefined) continue;
      // What is written and cannot be read is another finding's.
      if ([number, share].some((field) => field?.problem !== undefined && field.problem.reason !== "empty")) continue;
      report({
        at: (number ?? share ?? need).$,
        message: `How many have the need "${title?.text ?? need.text}" is not known, so nobody can tell how many of them are reached.`,
        help: "Write `number:`, or `share:` of the population, with its year and source.",
      });
    }
  },
};
