import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { type BenefitUse, benefitsOf } from "./benefits.ts";

/** Benefits that include each other are the one place where references of specs can go round: all others lead from one kind to another. */
export const cycle: DocumentRule = {
  code: "reference/cycle",
  severity: "error",
  scope: "document",
  page: {
    title: "Benefits that contain each other",
    what: "A benefit includes another, which again includes the first, directly or by way of others.",
    why: "Each would be left out of the sum because of the other, and the benefit would count nowhere.",
    fix: "Only the larger one includes the smaller. Remove the other `includes`.",
    example: {
      invalid: `intervention: parent-groups
benefits:
  - benefit: Public services
    amount: £3,368/child
    includes: [Society]
  - benefit: Society
    amount: £16,435/child
    includes: [Public services]
`,
      valid: `intervention: parent-groups
benefits:
  - benefit: Public services
    amount: £3,368/child
  - benefit: Society
    amount: £16,435/child
    includes: [Public services]
`,
    },
  },
  check({ spec }, report) {
    const benefits = benefitsOf(spec);
    const byName = new Map(benefits.map((benefit) => [benefit.name, benefit]));
    const told = new Set<string>();
    for (const benefit of benefits) {
      if (told.has(benefit.name)) continue;
      const round = roundFrom(benefit, byName);
      if (round === undefined) continue;
      for (const { name } of round) told.add(name);
      const last = round.at(-1) as BenefitUse;
      const closing = last.includes.find(({ name }) => name === benefit.name);
      report({
        at: closing?.at ?? benefit.at,
        message:
          round.length === 1
            ? `${said(benefit.name)} says that it includes itself.`
            : `These benefits include each other: ${[...round, benefit].map(({ name }) => said(name)).join(", which includes ")}.`,
        help: 'Only the larger one includes the smaller; remove the other "includes".',
        label: "leads back",
        related: round.slice(1).map(({ at, name }) => ({ at, label: `${said(name)} is part of the round` })),
      });
    }
  },
};

/** The shortest way round from a benefit back to itself; undefined when there is none. */
function roundFrom(start: BenefitUse, byName: ReadonlyMap<string, BenefitUse>): readonly BenefitUse[] | undefined {
  const seen = new Set<string>();
  let paths: (readonly BenefitUse[])[] = [[start]];
  while (paths.length > 0) {
    const next: (readonly BenefitUse[])[] = [];
    for (const path of paths)
      for (const { name } of (path.at(-1) as BenefitUse).includes) {
        if (name === start.name) return path;
        const benefit = byName.get(name);
        if (benefit === undefined || seen.has(name)) continue;
        seen.add(name);
        next.push([...path, benefit]);
      }
    paths = next;
  }
  return undefined;
}
