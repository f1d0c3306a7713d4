import type { DocumentRule } from "../types.ts";
import { funded, serving } from "./example.ts";

const files = funded("unknown");

/** A need is measured and answered, and yet nobody can tell how many are reached. */
export const reachUnknown: DocumentRule = {
  code: "need/reach-unknown",
  severity: "information",
  scope: "document",
  page: {
    title: "Reach that cannot be told",
    what: "An intervention of a portfolio answers a need that its area has measured, but how many of those in need it reaches cannot be worked out.",
    why: "Whom the money reaches, and whom it does not, is the first question a council asks of a portfolio.",
    fix: "Say how many start; where the need counts children and the intervention families, say under `has:` how many children come with one family.",
    example: {
      files,
      file: "a.portfolio.yaml",
      invalid: serving("60 families/year").replace("    starts: 60 families/year\n", ""),
      valid: serving("60 families/year"),
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "portfolio" || spec.reading === undefined || !context.index.complete) return;
    const found = context.portfolio();
    const seen = new Set<string>();
    for (const { cluster, withNeed, served, title } of found?.reach ?? []) {
      if (cluster !== undefined || withNeed.value === undefined) continue;
      for (const { ref, what } of served.missing) {
        const member = found?.members.find(({ at }) => at === ref);
        if (member === undefined || member.assessment === undefined || seen.has(member.intervention)) continue;
        seen.add(member.intervention);
        report({
          at: member.at,
          message: `How many of those with the need "${title}" are reached is not known. Missing: ${what}.`,
          help: "Say how many start, in the unit in which the need is counted, or what comes with one participant under `has`.",
        });
      }
    }
  },
};
