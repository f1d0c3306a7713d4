import { nearest } from "../../schema/names.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { benefitsOf } from "./benefits.ts";

export const unknownBenefit: DocumentRule = {
  code: "reference/unknown-benefit",
  severity: "error",
  scope: "document",
  page: {
    title: "Contained benefit that is not there",
    what: "A benefit says that it already includes another one, and no benefit of the spec has that name.",
    why: "`includes` keeps a benefit from being added twice. A name that matches nothing keeps nothing out of the sum.",
    fix: "Write the name exactly as it stands after `benefit:`.",
    example: {
      invalid: `intervention: parent-groups
benefits:
  - benefit: Public services to age 30
    amount: £3,368/child
  - benefit: All of society to age 30
    amount: £16,435/child
    includes: [Public service to age 30]
`,
      valid: `intervention: parent-groups
benefits:
  - benefit: Public services to age 30
    amount: £3,368/child
  - benefit: All of society to age 30
    amount: £16,435/child
    includes: [Public services to age 30]
`,
    },
  },
  check({ spec }, report) {
    const benefits = benefitsOf(spec);
    const names = benefits.map(({ name }) => name);
    for (const { includes } of benefits)
      for (const { name, at } of includes) {
        if (names.includes(name)) continue;
        const near = nearest(name, names);
        report({
          at,
          message: `No benefit of this spec is called ${said(name)}, so nothing is kept out of the sum.`,
          help:
            near === undefined
              ? 'Write the name exactly as it stands after "benefit".'
              : `Did you mean ${said(near.name)}?`,
          label: "not found",
          ...(near === undefined || at.chunk.text.slice(at.start, at.end) !== name
            ? {}
            : { fixes: [{ title: `Write "${near.name}"`, certain: false, edits: [{ at, text: near.name }] }] }),
        });
      }
  },
};
