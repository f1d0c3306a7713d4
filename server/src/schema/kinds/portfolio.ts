import type { KindDescription, TypeOf } from "../shape.ts";
import { define, flag, key, list, map, object, ref, text, value, word } from "../shape.ts";
import { appraisal, notesKey, parties, sourceKey, titleKey } from "./common.ts";

const spendLine = key(
  text,
  "The line of the section 251 return on which it is accounted, `s251/code`; for cost lines that name none of their own.",
  { example: "s251/3.4.4" },
);

const shared = object({
  item: key(text, "What is shared.", { required: true, example: "Service manager" }),
  id: key(define("shared-cost"), "Short name, for the shares.", { required: true, example: "manager" }),
  amount: key(value("money"), "The whole amount.", { required: true, example: "£70,000/year" }),
  price_year: key(value("price-year"), "Year of its prices.", { example: "2024-25" }),
  who_pays: key(parties, "Who pays.", { example: "local-authority" }),
  additional: key(flag, "`false` for what is paid anyway.", { example: "true" }),
  spend_line: spendLine,
  source: sourceKey,
  notes: notesKey,
});

const member = object({
  intervention: key(ref("intervention"), "An intervention funded in it.", {
    required: true,
    example: "mst-edge-of-care",
  }),
  starts: key(value("count"), "Participants who start; replaces the number in the intervention's own spec.", {
    example: "60 families/year",
  }),
  from: key(value("financial-year"), "Financial year of its first year of delivery.", { example: "2027-28" }),
  shares: key(map(value("share"), "a shared cost and the share carried"), "Its shares of the shared costs.", {
    example: "manager: 60%",
  }),
  clusters: key(
    map(value("share-or-count"), "a cluster of the area"),
    "Where its participants start: for each cluster of the area a number like `starts`, or a share of all who start.",
    { example: "north: 40 families/year\nsouth: 20 families/year" },
  ),
  spend_line: spendLine,
  budget: key(value("money"), "Budget set aside for it.", { example: "£250,000/year" }),
  notes: notesKey,
});

export const portfolio = {
  kind: "portfolio",
  head: "portfolio",
  suffix: "portfolio",
  doc: "What a council funds together, against one budget.",
  shape: object({
    portfolio: key(
      define("portfolio"),
      "Id of the portfolio, lower-case-with-hyphens; the first key of its document.",
      { required: true, example: "early-help-2026" },
    ),
    title: titleKey,
    area: key(ref("area"), "The place it serves.", { example: "example-council" }),
    from: key(value("financial-year"), "Financial year of its first year.", { example: "2026-27" }),
    period: key(value("duration"), "How many years of delivery the portfolio covers.", { example: "3 years" }),
    budget: key(value("money"), "The budget, in prices of the appraisal year.", { example: "£900,000/year" }),
    shared: key(list(shared), "Costs that several interventions share; each is counted once, here, whole.", {
      example: "- item: Service manager\n  id: manager\n  amount: £70,000/year",
    }),
    interventions: key(list(member), "What is funded.", { example: "- intervention: mst\n  starts: 60 families/year" }),
    candidates: key(
      list(member),
      "What might be bought next with what is left of the budget: costed and ranked beside what is funded, never added to it.",
      { example: "- intervention: epec\n  starts: 80 families/year" },
    ),
    rank_by: key(
      word({
        "cost per outcome": "Cheapest outcome first.",
        return: "Highest return first.",
        "net benefit": "Largest net benefit first.",
      }),
      "How the league tables, what to stop first and what to buy next are ordered. Left out: by return.",
      { example: "cost per outcome" },
    ),
    appraisal: key(appraisal, "Appraisal settings for this document alone.", { example: "price_year: 2024-25" }),
    source: sourceKey,
    notes: notesKey,
  }),
} satisfies KindDescription<unknown>;
export type Portfolio = TypeOf<typeof portfolio.shape>;
