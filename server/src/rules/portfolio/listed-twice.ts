import type { DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";

const shares = { first: "60%", second: "40%" };

/** An intervention stands twice in one portfolio, or is a candidate although it is funded. */
export const listedTwice: DocumentRule = {
  code: "portfolio/listed-twice",
  severity: "warning",
  scope: "document",
  page: {
    title: "Intervention listed twice in a portfolio",
    what: "A portfolio lists the same intervention more than once, or names as a candidate one that it funds already.",
    why: "Its cost is added twice, with its fixed amounts twice, and so are the families it serves.",
    fix: "Keep one entry with all who start. For a larger size of a service already funded, raise its `starts:`.",
    example: {
      files: interventions,
      file: "a.portfolio.yaml",
      invalid: `${withShared(shares)}  - intervention: family-visits\n`,
      valid: withShared(shares),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "portfolio") return;
    const { interventions: funded, candidates } = spec.reading ?? {};
    const seen = new Map<string, NonNullable<typeof funded>["items"][number]>();
    for (const [from, members] of [
      ["funded", funded?.items ?? []],
      ["candidate", candidates?.items ?? []],
    ] as const)
      for (const member of members) {
        const id = member.intervention?.value;
        if (id === undefined) continue;
        const first = seen.get(id);
        if (first === undefined) seen.set(id, member);
        else
          report({
            at: (member.intervention ?? member).$,
            message:
              from === "candidate" && (funded?.items ?? []).includes(first)
                ? `"${id}" is a candidate and funded already.`
                : `"${id}" is listed twice, so it is counted twice.`,
            help: "Keep one entry, with all who start.",
            related: [{ at: (first.intervention ?? first).$, label: "listed first" }],
          });
      }
  },
};
