/** What an intervention claims: outcomes with their effects, and benefits that an evaluation valued itself. */
import type { TypeOf } from "../shape.ts";
import { define, either, flag, key, list, object, ref, text, value, valueOrRef, word } from "../shape.ts";
import { basis, benefitKind, confidence, notesKey, parties, sourceKey } from "./common.ts";
import { amountBySite, participantWords } from "./costs.ts";
import { statedKey } from "./stated.ts";

export const outcomeClaim = object({
  outcome: key(ref("outcome"), "The outcome it acts on.", { required: true, example: "child-enters-care" }),
  measure: key(ref("measure"), "The measure of it.", { example: "ecbi-intensity" }),
  affects: key(
    word(participantWords),
    "To whom the effect applies. A trial that analysed everyone randomised speaks of starters.",
    { example: "starters" },
  ),
  need: key(value("share"), "Share of them who have the need that this outcome is about. Left out: all of them.", {
    example: "40%",
    standard: "GMCA cost-benefit guidance 2014, chapter 5",
  }),
  engagement: key(
    value("share"),
    "Share of those who then engage. Only where `affects` counts people before they start: the eligible, or those offered a place.",
    { example: "80%", standard: "GMCA cost-benefit guidance 2014, chapter 5" },
  ),
  retention: key(
    value("share"),
    "Share of those who stay until it works. Only where the effect is of those who stayed; a trial that analysed everyone randomised speaks of starters.",
    { example: "70%", standard: "GMCA cost-benefit guidance 2014, chapter 5" },
  ),
  without: key(value("rate"), "What would happen anyway, over the window: a chance, counts or a yearly rate.", {
    example: "35%",
  }),
  with: key(value("rate"), "What happens with the intervention, when printed instead of an effect.", {
    example: "27%",
  }),
  effect: key(value("effect"), "The effect with its interval, against what would happen anyway.", {
    example: "RR 0.72 (95% CI 0.55 to 0.94)",
    standard: "CONSORT 2025",
  }),
  impact: key(
    value("share-or-count"),
    "Share or number achieving the outcome, not compared with anything; needs `deadweight`.",
    { example: "60%" },
  ),
  deadweight: key(
    value("deadweight"),
    "Part of `impact` that would have happened anyway: `20% of impact`, or `12 points`.",
    { example: "20% of impact" },
  ),
  observed: key(text, "A before-and-after change, as the source puts it. Shown, never costed, never an effect.", {
    example: "60% better",
  }),
  lag: key(value("duration"), "Delay from a participant's start to the first effect.", { example: "6 months" }),
  lasts: key(
    value("duration"),
    "How long the effect lasts, counted from its first day. Not beyond the last follow-up of its evidence.",
    { example: "2 years" },
  ),
  drop_off: key(value("share-per-time"), "How fast the effect fades, at each anniversary.", { example: "20%/year" }),
  attribution: key(
    value("share"),
    "Share of the change that is due to the intervention. An effect against a comparison group already says so: 100%.",
    { example: "100%" },
  ),
  evidence: key(list(ref("study")), "Studies that speak of it, those that found nothing included.", {
    example: "[start-2018]",
  }),
  transfer: key(
    text,
    "Why evidence from elsewhere (another country, kind of place, age or level of need) holds here. Left out, it is asked for where they differ.",
    {
      example: "Usual services in both trials were youth offending teams much like ours; ages differ by a year",
      standard: "GRADE, indirectness",
    },
  ),
  confidence: key(confidence, "Grade of the data, 1 (best) to 6; lowers the benefit by its correction for optimism.", {
    example: "3",
    standard: "GMCA cost-benefit guidance 2014",
  }),
  stated: statedKey,
  source: sourceKey,
  notes: notesKey,
});

export const benefitLine = object({
  benefit: key(define("benefit"), "What is gained, in a few words.", {
    required: true,
    example: "Fewer children placed in care",
  }),
  amount: key(either(value("money"), amountBySite), "The amount the evaluation put on it, with its unit.", {
    example: "£17,220/case",
    expects: "money: once, per year, or per participant",
  }),
  value: key(valueOrRef("money", "unit-cost"), "A unit value from a library, `library/entry`.", {
    example: "gmca/conduct-saving-to-30",
  }),
  kind: key(
    benefitKind,
    "Fiscal, economic or social. They are kept apart, and the fiscal return counts the first alone.",
    { example: "fiscal" },
  ),
  gains: key(parties, "Who gains: one, a list where the split is not known, or each with its share.", {
    example: "local-authority",
  }),
  by_year: key(
    list(value("money")),
    "Amounts year by year, the first of the twelve months after a participant's start; of the whole service, of year 0. Written instead of `amount`, undiscounted.",
    {
      example: "- £1,200/family\n- £900/family\n- £400/family",
      expects: "money of one year: per participant, or in all",
    },
  ),
  lag: key(value("duration"), "Delay from a participant's start until it is first gained.", { example: "6 months" }),
  lasts: key(value("duration"), "How long a yearly amount is gained, counted from its first day.", {
    example: "3 years",
  }),
  drop_off: key(value("share-per-time"), "How fast a yearly amount fades, at each anniversary of its first day.", {
    example: "20%/year",
  }),
  over: key(value("duration"), "Time over which a sum is gained, evenly.", { example: "5 years" }),
  valued: key(
    word({
      "present-value": "Already discounted by the source.",
      undiscounted: "A plain sum over the years.",
      unknown: "The source does not say.",
    }),
    "Whether the source discounted it.",
    { example: "present-value" },
  ),
  outcome: key(
    ref("outcome"),
    "The outcome it values; then it stands instead of the value worked out for that outcome.",
    { example: "child-enters-care" },
  ),
  includes: key(list(text), "Other benefits already contained in it, never added again.", {
    example: "- Public services to age 30",
  }),
  of: key(value("share-or-count", participantWords), "Which participants it applies to, when not all who start.", {
    example: "completers",
  }),
  attribution: key(value("share"), "Share that is due to the intervention.", { example: "100%" }),
  cashable: key(value("share"), "Share that can be withdrawn from a budget as cash.", { example: "50%" }),
  transfer: key(
    flag,
    "Whether it only moves money from one party to another, as benefit payments do. It is a gain to whoever gets it, and none to society.",
    { example: "true", standard: "Green Book 2022, 5.14" },
  ),
  sign: key(
    word({ gain: "A gain.", cost: "A loss, although the amount is not known." }),
    "Direction, when the amount is unknown.",
    { example: "cost" },
  ),
  basis: key(basis, "How the figure was come by: printed, derived, inferred or assumed.", { example: "published" }),
  confidence: key(confidence, "Grade of the data, 1 (best) to 6.", { example: "3" }),
  price_year: key(value("price-year"), "Year of its prices, when not that of the costs.", { example: "2014-15" }),
  source: sourceKey,
  notes: notesKey,
});

export type OutcomeClaim = TypeOf<typeof outcomeClaim>;
export type BenefitLine = TypeOf<typeof benefitLine>;
