import type { KindDescription, TypeOf } from "../shape.ts";
import { define, either, flag, key, list, map, object, ref, text, value, valueOrRef, word } from "../shape.ts";
import {
  appraisal,
  basis,
  benefitKind,
  confidence,
  needLevel,
  notesKey,
  parties,
  ratings,
  sourceKey,
  strand,
  titleKey,
} from "./common.ts";

const population = object({
  who: key(text, "Whom it is for, in a sentence.", {
    example: "Young people aged 11 to 17 at risk of care, and their families",
    standard: "TIDieR 4; CHEERS 2022, item 6",
  }),
  unit: key(text, "What is counted as one participant, in the singular. Costs `per` this unit are multiplied by it.", {
    required: true,
    example: "family",
  }),
  ages: key(value("ages"), "Ages served.", { example: "11 to 17 years" }),
  needs: key(list(ref("need")), "Needs it answers, as named in the area.", {
    example: "[family-conflict, antisocial-behaviour]",
  }),
  area: key(ref("area"), "The place it serves.", { example: "example-council" }),
  eligible: key(value("count", ["all of area", "unknown"]), "How many could be served.", {
    example: "240 families/year",
  }),
  offered: key(value("count"), "How many are offered a place.", { example: "13 families/course" }),
  starts: key(
    value("count"),
    "How many start. With `/year` a yearly flow; without, the total for the whole period; `/course` is multiplied by the courses in `delivery`.",
    { example: "60 families/year", expects: "participants, per year or in total" },
  ),
  completes: key(value("share-or-count"), "How many complete: a share of starters, or a count like `starts`.", {
    example: "85%",
  }),
  has: key(
    value("quantity"),
    "How many of the things an outcome counts one participant brings, where the two differ.",
    { example: "1.5 children/family" },
  ),
  time_in_service: key(
    value("duration"),
    "How long one participant is served; turns `£/family/week` into `£/family`.",
    { example: "20 weeks" },
  ),
  notes: notesKey,
});

const amountBySite = map(value("money"), "a site and its amount");

export const costLine = object({
  item: key(text, "What is paid for.", { required: true, example: "Therapists", standard: "CHEERS 2022, item 14" }),
  id: key(text, "A short name, for referring to the line.", { example: "therapists" }),
  timing: key(
    word({
      recurring: "Runs while the service runs.",
      "start-up": "Once, to begin.",
      prerequisite: "Once, needed before it can begin.",
    }),
    "When it is paid. Left out, it is recurring.",
    { example: "start-up", standard: "EEF cost evaluation guidance" },
  ),
  resource: key(
    word({
      staff: "People's time.",
      premises: "Rooms and buildings.",
      equipment: "Things that last.",
      materials: "Things used up.",
      training: "Training and supervision.",
      licence: "Licences and fees.",
      travel: "Travel.",
      volunteers: "Volunteers' time.",
      contract: "A service bought whole.",
      overhead: "Management and overheads.",
      participants: "Participants' own costs.",
      other: "Anything else.",
    }),
    "What sort of resource it is.",
    { example: "staff" },
  ),
  who_pays: key(parties, "Who pays: one payer, several, or their shares.", { example: "local-authority" }),
  quantity: key(value("quantity"), "How much is used: a number with units, or a product or sum of them.", {
    example: "1.5 hours/visit x 12 visits/family",
  }),
  unit_cost: key(
    valueOrRef("money", "unit-cost"),
    "The price of one unit: an amount, or `library/entry` of a unit-cost library.",
    { example: "£38/hour" },
  ),
  amount: key(
    either(value("money"), amountBySite),
    "The amount itself, when it is not worked out from a quantity and a unit cost; by site where sites differ.",
    { example: "£46,000" },
  ),
  per_site: key(flag, "Whether the amount is paid at each site.", { example: "true" }),
  of: key(
    value("share-or-count", ["starters", "completers", "offered", "eligible", "unknown"]),
    "Which participants the line applies to, when not all who start.",
    { example: "40% of starters" },
  ),
  lasts: key(value("duration"), "How long the thing bought lasts before it is bought again.", { example: "3 years" }),
  residual: key(value("money"), "What it is worth at the end.", { example: "£1,000" }),
  overhead: key(value("share"), "Overhead added on this line.", { example: "10%" }),
  additional: key(
    flag,
    "`false` for what is paid anyway, such as staff already in post: counted in the economic cost, not in the budget cost.",
    { example: "false" },
  ),
  averaged: key(text, "Says that a published average already includes start-up, and over what time.", {
    example: "over 3 years",
  }),
  stated: key(value("money"), "What the publication prints as this line's total; checked, never used.", {
    example: "£209,200/year",
  }),
  price_year: key(value("price-year"), "Year of this line's prices, when not that of the costs.", {
    example: "2023-24",
  }),
  basis: key(basis, "Where the figure comes from: printed, derived, inferred or assumed.", { example: "derived" }),
  confidence: key(confidence, "Grade of the data, 1 (best) to 6; raises the cost by its correction for optimism.", {
    example: "3",
    standard: "GMCA cost-benefit guidance 2014",
  }),
  source: sourceKey,
  notes: notesKey,
});

const costs = object({
  currency: key(
    word({ GBP: "Pounds sterling.", USD: "US dollars.", EUR: "Euros." }),
    "Currency of the costs and benefits. Left out, pounds.",
    { example: "USD" },
  ),
  price_year: key(
    value("price-year"),
    "Year of the prices below. Without it an amount cannot be compared with any other.",
    { example: "2023-24", standard: "CHEERS 2022, item 15" },
  ),
  period: key(value("duration"), "How many years the service is delivered, taking new starts each year.", {
    example: "3 years",
  }),
  from: key(value("financial-year"), "Financial year of delivery year 0.", { example: "2026-27" }),
  horizon: key(value("duration", ["lifetime", "unknown"]), "Last year in which any effect or benefit runs.", {
    example: "10 years",
    standard: "CHEERS 2022, item 9",
  }),
  perspective: key(
    word({
      "local-authority": "The council only.",
      "public-sector": "All of the public sector.",
      society: "Everyone.",
    }),
    "Whose costs and benefits count.",
    { example: "public-sector", standard: "CHEERS 2022, item 8" },
  ),
  comparator: key(
    object({
      title: key(text, "What happens otherwise.", { example: "Usual services" }),
      cost: key(
        value("money", ["none", "unknown", "already deducted", "in benefits"]),
        "What the comparator costs for the same participants: an amount; `none` (nothing is displaced); `already deducted` (the lines are net of it); `in benefits` (its saving is a benefit line); or `unknown`.",
        { example: "£1,900/family" },
      ),
      source: sourceKey,
    }),
    "What the intervention is compared with, and what that costs.",
    { standard: "CHEERS 2022, item 7; Green Book 2022, 4.4" },
  ),
  lines: key(list(costLine), "The cost line by line: every resource with its quantity and price, whoever pays.", {
    standard: "Levin and McEwan, ingredients method",
  }),
  source: sourceKey,
  notes: notesKey,
});

export const outcomeClaim = object({
  outcome: key(ref("outcome"), "The outcome it acts on.", { required: true, example: "child-enters-care" }),
  measure: key(ref("measure"), "The measure of it.", { example: "ecbi-intensity" }),
  affects: key(
    word({
      starters: "Everyone who starts.",
      completers: "Those who complete.",
      offered: "Everyone offered a place.",
      eligible: "Everyone eligible.",
      unknown: "Not known.",
    }),
    "To whom the effect applies. A trial that analysed everyone randomised speaks of starters.",
    { example: "starters" },
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
  observed: key(value("change"), "A before-and-after change. Shown, never costed, never an effect.", {
    example: "60% better",
  }),
  lag: key(value("duration"), "Delay from a participant's start to the first effect.", { example: "6 months" }),
  lasts: key(value("duration"), "How long the effect lasts.", { example: "2 years" }),
  drop_off: key(value("share-per-time"), "How fast the effect fades, at each anniversary.", { example: "20%/year" }),
  attribution: key(value("share"), "Share of the change that is due to the intervention.", { example: "100%" }),
  evidence: key(list(ref("study")), "Studies that show it.", { example: "[start-2018]" }),
  confidence: key(confidence, "Grade of the data, 1 (best) to 6; lowers the benefit by its correction for optimism.", {
    example: "3",
    standard: "GMCA cost-benefit guidance 2014",
  }),
  stated: key(
    map(value("stated"), "a headline and its printed figure"),
    "Figures the publication prints for this outcome.",
  ),
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
  }),
  value: key(valueOrRef("money", "unit-cost"), "A unit value from a library, `library/entry`.", {
    example: "gmca/conduct-saving-to-30",
  }),
  kind: key(benefitKind, "Fiscal, economic or social: they are kept apart.", { example: "fiscal" }),
  gains: key(parties, "Who gains.", { example: "local-authority" }),
  over: key(value("duration"), "Time over which it is gained.", { example: "5 years" }),
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
    example: "[Public services to age 30]",
  }),
  of: key(
    value("share-or-count", ["starters", "completers", "offered", "eligible", "unknown"]),
    "Which participants it applies to, when not all who start.",
    { example: "completers" },
  ),
  attribution: key(value("share"), "Share that is due to the intervention.", { example: "100%" }),
  cashable: key(value("share"), "Share that can be withdrawn from a budget as cash.", { example: "50%" }),
  sign: key(
    word({ gain: "A gain.", cost: "A loss, although the amount is not known." }),
    "Direction, when the amount is unknown.",
    { example: "cost" },
  ),
  basis: key(basis, "Where the figure comes from.", { example: "published" }),
  confidence: key(confidence, "Grade of the data, 1 (best) to 6.", { example: "3" }),
  price_year: key(value("price-year"), "Year of its prices, when not that of the costs.", { example: "2014-15" }),
  source: sourceKey,
  notes: notesKey,
});

const bySite = map(value("stated", ["unknown", "none"]), "a site, `all`, or `mean_of_sites`");
export const stated = map(
  either(either(value("stated", ["unknown", "none"]), bySite), list(value("stated", ["unknown", "none"]))),
  "a headline (`cost`, `cost/starter`, `net_benefit/case`, `benefit_cost_ratio`...) and the figure printed",
);

export const evaluation = object({
  design: key(
    word({
      rct: "Individually randomised trial.",
      "blocked-rct": "Randomised within sites.",
      "cluster-rct": "Groups are randomised.",
      "stepped-wedge": "Groups start at random times.",
      crossover: "Each takes both in turn.",
      "difference-in-differences": "Change compared with change elsewhere.",
      matched: "Matched comparison group.",
      "regression-discontinuity": "Either side of a threshold.",
      "instrumental-variable": "A chance push decides who takes part.",
      "interrupted-time-series": "Before and after in a long series.",
      "before-after": "The same people before and after, no comparison.",
      qualitative: "Qualitative only.",
      unknown: "Not known.",
    }),
    "How it will be, or is being, evaluated.",
    { required: true, example: "cluster-rct", standard: "Magenta Book 2020, chapter 3" },
  ),
  stage: key(
    word({
      planned: "Still a plan.",
      registered: "Registered: the plan is frozen.",
      running: "Under way.",
      reported: "Reported.",
    }),
    "How far it has come. A plan is never asked for what only a report can hold.",
    { example: "planned" },
  ),
  registration: key(text, "Register and number.", { example: "ISRCTN63550893" }),
  questions: key(list(text), "What the evaluation asks."),
  primary_outcome: key(ref("outcome"), "The one outcome it is powered for.", {
    example: "child-enters-care",
    standard: "SPIRIT 2025",
  }),
  secondary_outcomes: key(list(ref("outcome")), "Other outcomes.", { example: "[child-behaviour]" }),
  measure: key(ref("measure"), "How the primary outcome is measured.", { example: "ecbi-intensity" }),
  comparator: key(text, "What the comparison group gets.", { example: "Usual services" }),
  randomise: key(text, "What is randomised, in the singular.", { example: "school" }),
  clusters: key(value("count"), "Clusters in all arms together; `58 schools/arm` for one arm.", {
    example: "20 teams",
  }),
  per_cluster: key(value("count"), "Participants recruited in each cluster, before attrition.", {
    example: "30 families",
  }),
  participants: key(value("count"), "Participants in all, for designs without clusters.", { example: "400 families" }),
  icc: key(value("number"), "Intraclass correlation.", { example: "0.05" }),
  explained: key(
    object({
      cluster: key(value("number"), "Share of variance between clusters explained by covariates.", { example: "0.2" }),
      individual: key(value("number"), "Share of variance within clusters explained.", { example: "0.2" }),
    }),
    "R squared by level.",
  ),
  covariates: key(
    object({
      cluster: key(value("number"), "Number of covariates at cluster level.", { example: "0" }),
      individual: key(value("number"), "Number of covariates at individual level.", { example: "2" }),
    }),
    "Numbers of covariates, for the degrees of freedom.",
  ),
  allocation: key(value("allocation"), "Intervention to control.", { example: "1 to 1" }),
  power: key(value("share"), "Chance of finding the effect if it is there.", { example: "80%" }),
  significance: key(value("significance"), "Level and sides of the test.", { example: "5% two-sided" }),
  multiplier: key(
    word({
      t: "Quantiles of t with the design's degrees of freedom.",
      normal: "Normal quantiles, as some printed tables use.",
    }),
    "Which quantiles the sums use.",
    { example: "t" },
  ),
  attrition: key(value("share"), "Share of individuals expected to be lost.", { example: "15%" }),
  cluster_attrition: key(value("share"), "Share of clusters expected to be lost.", { example: "5%" }),
  expected_effect: key(
    either(value("effect"), list(value("effect"))),
    "The effect the design should find; several give one answer each.",
    { example: "g 0.20" },
  ),
  analysis: key(text, "How it will be analysed.", {
    example: "intention to treat, mixed model with school as random effect",
  }),
  data_source: key(text, "Where the outcome data come from.", { example: "SSDA903 return" }),
  follow_up: key(value("moment"), "Last measurement.", { example: "12 months after end" }),
  ethics: key(text, "Ethics approval.", { example: "University committee, 2026-03" }),
  impact_assessment: key(text, "Equality or children's rights impact assessment.", { example: "Completed 2026-02" }),
  voice: key(text, "How children and families shape the plan.", {
    example: "Young people's panel reviewed the questions",
  }),
  notes: notesKey,
});

export const intervention = {
  kind: "intervention",
  head: "intervention",
  suffix: "intervention",
  doc: "What is delivered, to whom, at what cost, claiming which outcomes, on what evidence, evaluated how.",
  shape: object({
    intervention: key(
      define("intervention"),
      "Id of the intervention, lower-case-with-hyphens; the first key of its document.",
      { required: true, example: "mst-edge-of-care" },
    ),
    title: titleKey,
    status: key(
      word({
        proposed: "An idea, not yet funded.",
        piloting: "Tried on a small scale.",
        running: "In normal service.",
        scaling: "Being extended.",
        stopping: "Being ended.",
        stopped: "Ended.",
      }),
      "How far it has come.",
      { example: "piloting" },
    ),
    strand: key(strand, "Where it stands in children's services.", { example: "edge-of-care" }),
    need_level: key(needLevel, "Level of need it serves.", { example: "targeted-indicated" }),
    area: key(ref("area"), "The place it serves.", { example: "example-council" }),
    description: key(text, "What is done, how, where, by whom and how much.", {
      example: "Therapy at home, three sessions a week for four months",
      standard: "TIDieR 2 to 9",
    }),
    provider: key(text, "Who delivers it.", { example: "NHS trust team", standard: "TIDieR 5" }),
    developer: key(text, "Who devised it.", { example: "MST Services" }),
    source: sourceKey,
    population: key(population, "Whom it serves and how many."),
    delivery: key(
      map(
        either(value("count"), either(map(value("count"), "a site and its number"), list(text))),
        "a counted unit (`course`, `school`, `group`), or `sites`",
      ),
      "Numbers of the things a cost line may be `per`: courses, groups, schools; and the `sites`.",
      { example: "course: 15 courses" },
    ),
    costs: key(costs, "What it costs, line by line."),
    outcomes: key(list(outcomeClaim), "The outcomes it claims to change, by how much, on what evidence."),
    benefits: key(list(benefitLine), "Benefits that an evaluation has already valued."),
    stated: key(stated, "What the publication prints. Checked against the sums, never used in them."),
    ratings: key(ratings, "Published ratings of evidence and cost."),
    evaluation: key(evaluation, "How it is, or will be, evaluated."),
    scenarios: key(
      list(
        object({
          scenario: key(text, "Name of the variation.", { required: true, example: "12 in a group" }),
          set: key(map(text, "a path and its value"), "What is different, as path and value."),
          stated: key(stated, "What the publication prints for it."),
          notes: notesKey,
        }),
      ),
      "Alternatives. They never add up.",
    ),
    shares: key(
      map(value("share"), "a shared cost of the portfolio and the share carried"),
      "Shares of a portfolio's shared costs.",
    ),
    appraisal: key(appraisal, "Appraisal settings for this document alone."),
    notes: notesKey,
  }),
} satisfies KindDescription<unknown>;

export type Intervention = TypeOf<typeof intervention.shape>;
export type CostLine = TypeOf<typeof costLine>;
export type OutcomeClaim = TypeOf<typeof outcomeClaim>;
export type BenefitLine = TypeOf<typeof benefitLine>;
