import type { Missing } from "../../costing/worked.ts";
import type { MemberAssessment } from "../../model/assess/index.ts";
import { isUnread } from "../../model/settings.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { interventions, withShared } from "./example.ts";

const shares = { first: "60%", second: "40%" };
const files = {
  ...interventions,
  "mentoring.intervention.yaml": `intervention: mentoring
source: Council report 2024
population:
  unit: child
  starts: 40 children/year
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  lines:
    - item: Mentors
      amount: unknown
`,
};

/** An intervention without a cost leaves the total of a portfolio incomplete. */
export const notCosted: DocumentRule = {
  code: "portfolio/not-costed",
  severity: "information",
  scope: "document",
  page: {
    title: "Portfolio with an intervention not costed",
    what: "A portfolio funds an intervention whose cost is not known, so the total holds the others only.",
    why: "The total looks smaller than what will be spent, and the budget looks larger than what is left of it.",
    fix: "Cost the intervention, or say how many start where that is all it lacks. Until then read the total as the known part.",
    example: {
      files,
      file: "a.portfolio.yaml",
      invalid: `${withShared(shares)}  - intervention: mentoring\n`,
      valid: withShared(shares),
    },
  },
  check(context, report) {
    const { spec, settings } = context;
    if (isUnread(settings, "appraisal")) return;
    if (spec.kind !== "portfolio" || spec.reading === undefined || !context.index.complete) return;
    const members = context.portfolio()?.members ?? [];
    const open = members.filter(
      ({ assessment, own }) => assessment !== undefined && own.value === undefined && !isUnreadable(own.missing),
    );
    const [first] = open;
    if (first === undefined) return;
    const names = open.slice(0, 3).map(({ intervention }) => `"${intervention}"`);
    const rest = open.length - names.length;
    report({
      at: open.length === 1 ? first.at : (spec.reading.$keys.get("interventions") ?? first.at),
      label: `${open.length} of ${members.length} not in the total`,
      message:
        open.length === 1
          ? `${why(first)}, so the total of the portfolio is without it.`
          : `The total of the portfolio ${open.length === members.length ? "holds none" : `leaves out ${open.length}`} of its ${members.length} interventions: ${rest > 0 ? `${names.join(", ")} and ${rest} more` : andList(names)}.`,
      help: "Cost their lines in prices that can be moved to those of the others, and say how many start; until then read the total as the known part.",
      related:
        open.length === 1
          ? []
          : open.slice(0, 10).map((member) => ({
              at: member.at,
              label: isPriced(member) ? "in other prices or currency" : "not costed",
            })),
    });
  },
};

/** True where a value that cannot be read keeps it from being costed: that has a finding of its own. */
const isUnreadable = (missing: readonly Missing[]): boolean =>
  missing.some(({ reason, because }) => reason === "value-unreadable" || isUnreadable(because ?? []));

/** Whether it is costed, in prices that cannot be added to the others. */
const isPriced = ({ own }: MemberAssessment): boolean =>
  own.missing.some(({ reason }) => reason === "price-year-unknown" || reason === "currency-differs");

const why = (member: MemberAssessment): string =>
  isPriced(member)
    ? member.own.missing.some(({ reason }) => reason === "currency-differs")
      ? `"${member.intervention}" is in ${member.assessment?.currency} and cannot be added to ${member.assessment?.currency === "GBP" ? "another currency" : "pounds"}`
      : `"${member.intervention}" is in prices of ${member.assessment?.priceYear ?? "a year that is not known"} and cannot be added`
    : `The cost of "${member.intervention}" is not known`;
