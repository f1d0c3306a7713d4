import { projectParts } from "../../model/assess/index.ts";
import { keyPlace } from "../../model/key-place.ts";
import { formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const hub = (usual: string): string =>
  `    - item: Family hub\n      resource: premises\n      timing: start-up\n      who_pays: local-authority\n      amount: £400,000\n      lasts: 30 years\n      optimism_bias:\n        category:\n          standard-buildings: ${usual}\n          non-standard-buildings: 30%\n`;

/** The parts of a combined project are not the whole of it. */
export const optimismBiasShares: DocumentRule = {
  code: "costing/optimism-bias-shares",
  severity: "error",
  scope: "document",
  page: {
    title: "Parts of a project that are not the whole",
    what: "The shares of the sorts of project under `optimism_bias:` do not add up to 100%.",
    why: "The bias of a combined project is weighted by its parts. With a part missing, or counted twice, the capital is raised by the wrong amount.",
    fix: "Correct the shares of the capital so that they come to 100%.",
    standard: "Mott MacDonald 2002, combined projects",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(hub("60%")),
      valid: withLines(hub("70%")),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    for (const { optimism_bias: bias, item } of spec.reading?.costs?.lines?.items ?? []) {
      const parts = bias === undefined ? undefined : projectParts(bias);
      if (bias === undefined || parts === undefined) continue;
      const total = parts.reduce((so, [, share]) => so + share, 0);
      if (Math.abs(total - 1) < 1e-6) continue;
      report({
        at: keyPlace(bias, "category") ?? bias.$,
        label: formatPercent(total),
        message: `The parts of the project of "${item?.text ?? ""}" come to ${formatPercent(total)} of its capital.`,
        help: "Correct the shares so that they come to 100%.",
      });
    }
  },
};
