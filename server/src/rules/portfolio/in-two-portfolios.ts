import type { DocumentContext, DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";

const shares = { first: "60%", second: "40%" };
const other = (id: string): string =>
  `portfolio: youth
period: 3 years
interventions:
  - intervention: ${id}
`;
const mentoring = (interventions["family-visits.intervention.yaml"] ?? "").replace("family-visits", "mentoring");

/** Two portfolios fund the same intervention: together they count it twice. */
export const inTwoPortfolios: DocumentRule = {
  code: "portfolio/in-two-portfolios",
  severity: "information",
  scope: "document",
  page: {
    title: "Intervention in two portfolios",
    what: "An intervention is funded in another portfolio of the project too, and neither says how many start in it.",
    why: "Each counts its whole cost. Added together, the portfolios count it twice, and the families it serves.",
    fix: "Keep it in one, or give each portfolio its own part with `starts:`.",
    example: {
      files: { ...interventions, "mentoring.intervention.yaml": mentoring },
      file: "a.portfolio.yaml",
      invalid: `${withShared(shares)}---\n${other("family-visits")}`,
      valid: `${withShared(shares)}---\n${other("mentoring")}`,
    },
  },
  check(context, report) {
    const { spec, index } = context;
    if (spec.kind !== "portfolio" || !index.complete) return;
    for (const { intervention, starts } of spec.reading?.interventions?.items ?? []) {
      const id = intervention?.value;
      // Where it says how many start here, it is a part of its own.
      if (id === undefined || intervention === undefined || starts !== undefined) continue;
      const others = new Set(
        index
          .uses("intervention", id)
          .flatMap(({ by }) =>
            by.kind === "portfolio" && by.id !== undefined && by.id !== spec.id && fundsWhole(context, by.id, id)
              ? [by.id]
              : [],
          ),
      );
      const [first] = others;
      if (first === undefined) continue;
      report({
        at: intervention.$,
        message: `"${id}" stands in the portfolio "${first}" too${others.size > 1 ? ` and in ${others.size - 1} more` : ""}: together they count it ${others.size > 1 ? "several times" : "twice"}.`,
        help: 'Keep it in one portfolio, or say under "starts" how many each funds.',
      });
    }
  },
};

/** Whether a portfolio funds all of an intervention: not as a candidate, and not a part with its own `starts`. */
const fundsWhole = ({ index, read }: DocumentContext, portfolio: string, intervention: string): boolean =>
  index
    .definitions("portfolio", portfolio)
    .flatMap((definition) => read("portfolio", definition)?.interventions?.items ?? [])
    .some((member) => member.intervention?.value === intervention && member.starts === undefined);
