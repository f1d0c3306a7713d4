import type { KindDescription, TypeOf } from "../shape.ts";
import { define, flag, key, list, object, text, value, valueOrRef, word } from "../shape.ts";
import { benefitKind, confidence, measures, notesKey, parties, sourceKey, titleKey } from "./common.ts";

const outcomeValue = object({
  value: key(
    valueOrRef("money", "unit-cost"),
    "What one unit of the outcome is worth: an amount with its unit, or `library/entry`.",
    {
      required: true,
      example: "gmca/lac-average",
      expects: "money per case, event or point, or per case and year for a state",
    },
  ),
  title: titleKey,
  kind: key(benefitKind, "Fiscal, economic or social.", { example: "fiscal" }),
  gains: key(parties, "Who gains.", { example: "local-authority" }),
  cashable: key(value("share"), "Share that can be withdrawn from a budget as cash.", { example: "50%" }),
  confidence: key(confidence, "Grade of the value, 1 (best) to 6.", { example: "3" }),
  price_year: key(value("price-year"), "Year of its prices.", { example: "2013-14" }),
  source: sourceKey,
  notes: notesKey,
});

export const outcome = {
  kind: "outcome",
  head: "outcome",
  suffix: "outcome",
  doc: "An outcome, how it is measured, what one unit of it is worth and to whom.",
  shape: object({
    outcome: key(define("outcome"), "Id of the outcome, lower-case-with-hyphens; the first key of its document.", {
      required: true,
      example: "child-enters-care",
    }),
    title: titleKey,
    description: key(text, "What exactly counts.", { example: "A child becomes looked after under section 20 or 31" }),
    counts: key(text, "What `without` and `effect` count, in the plural or singular.", { example: "children" }),
    kind: key(
      word({
        event: "Something that happens, once or repeatedly.",
        state: "A state somebody is in.",
        score: "A score on a measure.",
        qaly: "Quality-adjusted life years.",
      }),
      "What sort of outcome it is; decides how it is valued.",
      { example: "state" },
    ),
    better: key(word({ lower: "Less is better.", higher: "More is better." }), "Which direction is good.", {
      example: "lower",
    }),
    attainment: key(
      flag,
      "Whether it is pupils' attainment: months of progress are worked out for nothing else, because their table was made from it.",
      { example: "true", standard: "EEF Toolkit" },
    ),
    for: key(
      word({ child: "The child.", parent: "The parent or carer.", family: "The family.", service: "A service." }),
      "Whose outcome it is.",
      { example: "child" },
    ),
    values: key(
      list(outcomeValue),
      "What one unit is worth, and to whom. Fiscal, economic and social values may stand beside each other.",
      { example: "- value: gmca/lac-average\n  kind: fiscal\n  gains: local-authority" },
    ),
    measures: key(measures, "The measures of it that studies use.", {
      example: "- measure: ecbi-intensity\n  reported_by: parent\n  validated: true",
    }),
    transfer: key(flag, "Whether its value only moves money between people, so that society gains nothing.", {
      example: "false",
    }),
    source: sourceKey,
    notes: notesKey,
  }),
} satisfies KindDescription<unknown>;
export type Outcome = TypeOf<typeof outcome.shape>;
