import { isUnread } from "../../model/settings.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { interventions, withShared } from "./example.ts";

const shares = { first: "60%", second: "40%" };
const benefit = (perspective: string): string => `intervention: mentoring
source: Council report 2024
population:
  unit: child
  starts: 40 children/year
costs:
  price_year: 2024-25
  period: 3 years
  perspective: ${perspective}
  comparator:
    cost: none
  lines:
    - item: Mentors
      amount: £900/child
      who_pays: local-authority
benefits:
  - benefit: Care avoided
    kind: fiscal
    gains: local-authority
    amount: £1,200/child
    valued: present-value
`;
const valued = (id: string): string =>
  `${interventions[`${id}.intervention.yaml`]}benefits:
  - benefit: Care avoided
    kind: fiscal
    gains: local-authority
    amount: £700/family
    valued: present-value
`;
const files = {
  ...interventions,
  "family-visits.intervention.yaml": valued("family-visits"),
  "parent-groups.intervention.yaml": valued("parent-groups"),
  "mentoring.intervention.yaml": benefit("society"),
  "tutoring.intervention.yaml": benefit("public-sector").replace("mentoring", "tutoring"),
};

/** Figures of a league table that rest on other perspectives, prices or horizons cannot stand in one order. */
export const notComparable: DocumentRule = {
  code: "portfolio/not-comparable",
  severity: "information",
  scope: "document",
  page: {
    title: "Return that cannot be compared with the others",
    what: "The return of an intervention rests on another perspective, horizon, price year or way of discounting than that of the others in its portfolio.",
    why: "Put in one order, it would look better or worse for how it was counted and not for what it does.",
    fix: "Write the same perspective and horizon in all specs of the portfolio; settings in `wellspent.yaml` hold for all that give none of their own.",
    standard: "CHEERS 2022, items 8 to 10",
    example: {
      files,
      file: "a.portfolio.yaml",
      invalid: `${withShared(shares)}  - intervention: mentoring\n`,
      valid: `${withShared(shares)}  - intervention: tutoring\n`,
    },
  },
  check(context, report) {
    const { spec, settings } = context;
    // What they are counted by is not known, and has a finding of its own.
    if (isUnread(settings, "appraisal")) return;
    if (spec.kind !== "portfolio" || spec.reading === undefined || !context.index.complete) return;
    const returns = context
      .portfolio()
      ?.leagues()
      .find(({ by }) => by === "return");
    for (const { entrant, differs } of returns?.league.apart ?? [])
      report({
        at: entrant.at,
        message: `The return of "${entrant.intervention}" cannot be compared with the others: ${andList(differs.map(({ name, own, others }) => `${name} ${own}, theirs ${others}`))}.`,
        help: `Write the same ${andList(differs.map(({ name }) => name))} in all specs of the portfolio.`,
      });
  },
};
