import type { KindDescription, TypeOf } from "../shape.ts";
import { define, either, flag, key, list, map, object, ref, text, value, word } from "../shape.ts";
import { deliveredIn, needLevel, notesKey, ratings, reportedBy, sourceKey, titleKey } from "./common.ts";

const result = object({
  outcome: key(ref("outcome"), "The outcome measured.", { example: "child-behaviour" }),
  measure: key(text, "The measure used: an id from the outcome, or its name.", { example: "ecbi-intensity" }),
  role: key(
    word({ primary: "The primary outcome.", secondary: "A secondary outcome.", exploratory: "Exploratory." }),
    "Its role in the analysis.",
    { example: "primary", standard: "CONSORT 2025" },
  ),
  subgroup: key(text, "The subgroup, when it is not everyone who took part.", { example: "boys" }),
  at: key(value("moment"), "When measured, and from where the time is counted.", { example: "6 months after end" }),
  effect: key(
    value("effect", ["unknown", "no difference", "not measured", "none"]),
    "The effect with its interval. `no difference` is a null result without a number; `not measured` is missing, not null.",
    { example: "d 0.38 better (95% CI 0.01 to 0.75), p = 0.04" },
  ),
  p: key(value("p"), "P value, when not written with the effect.", { example: "0.04" }),
  change: key(value("change"), "The raw difference between the arms in the measure's points.", {
    example: "10.57 points better",
  }),
  change_over_time: key(value("effect"), "A before-and-after change; never pooled with effects.", {
    example: "d 0.6 better",
  }),
  with: key(
    value("rate"),
    "What was found with the intervention: a share, counts, a rate, or a mean score with its standard deviation, `18.2 points (SD 8.1)`.",
    {
      example: "13%",
    },
  ),
  without: key(value("rate"), "What was found without it, in the same terms.", { example: "11%" }),
  with_analysed: key(value("count"), "Participants analysed for this result with the intervention.", {
    example: "54",
  }),
  without_analysed: key(value("count"), "Participants analysed for this result without it.", { example: "52" }),
  analysed: key(value("count"), "Participants analysed for this result.", { example: "632 pupils" }),
  reported_by: key(reportedBy, "Who reported it, where the outcome's `measures:` do not say.", { example: "parent" }),
  validated: key(flag, "Whether the measure is validated, where the outcome's `measures:` do not say.", {
    example: "true",
  }),
  independent: key(
    flag,
    "Whether the measure is independent of those taking part and of the provider, where the outcome's `measures:` do not say.",
    { example: "true" },
  ),
  direction: key(
    word({ better: "Better than the comparison.", worse: "Worse.", mixed: "Mixed." }),
    "Direction, when no number is printed.",
    { example: "better" },
  ),
  improvement_index: key(value("number"), "Percentile points gained, as EIF prints.", { example: "15" }),
  months: key(value("number"), "Months of progress, as EEF prints.", { example: "3" }),
  significant: key(flag, "Whether the source calls it statistically significant.", { example: "false" }),
  cost_effectiveness: key(value("money"), "Cost per unit of this outcome, as printed.", {
    example: "£73/point (95% CI £42 to £140)",
  }),
  source: sourceKey,
  notes: notesKey,
});

const arm = object({
  arm: key(text, "Name of the arm.", { required: true, example: "intervention" }),
  randomised: key(value("count"), "How many were randomised to it.", { example: "59" }),
  started: key(value("count"), "How many started it.", { example: "73 parents" }),
  analysed: key(value("count"), "How many were analysed.", { example: "54" }),
  clusters: key(value("count"), "How many clusters it has.", { example: "58 schools" }),
  clusters_analysed: key(value("count"), "How many of its clusters were analysed.", { example: "55 schools" }),
});

const followUp = object({
  at: key(value("moment"), "When, and from where the time is counted.", {
    required: true,
    example: "6 months after end",
  }),
  measured: key(value("count"), "How many were measured then.", { example: "98 children" }),
});

const baselineItem = object({
  characteristic: key(text, "What was compared.", { required: true, example: "Eyberg Intensity" }),
  difference: key(value("effect"), "The difference between the arms at the start, standardised where printed.", {
    example: "g 0.04",
  }),
  with: key(value("rate"), "Those who were to get the intervention.", { example: "42%" }),
  without: key(value("rate"), "The comparison group.", { example: "40%" }),
});

const bias = word({
  low: "Low risk.",
  "some-concerns": "Some concerns.",
  moderate: "Moderate risk.",
  serious: "Serious risk.",
  high: "High risk.",
  critical: "Critical risk.",
  unknown: "Not judged, or not known.",
});

/** Domains of RoB 2 (randomised) and ROBINS-I (not randomised), and the judgement over all. */
const biasDomains = {
  overall: "Over all domains.",
  randomisation: "How the groups were made, and whether the next place could be foreseen (RoB 2).",
  deviations: "Departures from what was intended (both tools).",
  missing_data: "Outcomes that are missing (both tools).",
  measurement: "How outcomes were measured, and by whom (both tools).",
  reporting: "Results chosen from several (both tools).",
  confounding: "Other differences between the groups (ROBINS-I).",
  selection: "Who came to be in the study (ROBINS-I).",
  classification: "Who counts as having had the intervention (ROBINS-I).",
} as const;

export const study = {
  kind: "study",
  head: "study",
  suffix: "study",
  doc: "One evaluation: design, sample, attrition, measures, results.",
  shape: object({
    study: key(define("study"), "Id of the study, lower-case-with-hyphens; the first key of its document.", {
      required: true,
      example: "start-2018",
    }),
    title: titleKey,
    source: sourceKey,
    interventions: key(list(ref("intervention")), "The interventions it evaluates.", { example: "[mst]" }),
    country: key(text, "Country where it was done. Evidence from elsewhere may not carry over.", {
      example: "England",
    }),
    setting: key(text, "Place and setting.", { example: "Southwark, community centres" }),
    delivered_in: key(
      deliveredIn,
      "Kind of place where the intervention was delivered: one, or a list. Compared with where it is to be delivered.",
      { example: "[home, clinic]", standard: "TIDieR 7" },
    ),
    need_level: key(needLevel, "Level of need of those who took part. Compared with that of the intervention.", {
      example: "targeted-indicated",
      standard: "GRADE, indirectness",
    }),
    population: key(text, "Who took part.", {
      example: "Families of children aged 2 to 11 with behaviour difficulties",
    }),
    ages: key(value("ages"), "Ages of those who took part.", { example: "2 to 11 years" }),
    design: key(
      word({
        rct: "Individually randomised trial.",
        "cluster-rct": "Groups were randomised.",
        "stepped-wedge": "Groups started at random times.",
        crossover: "Each took both in turn.",
        "difference-in-differences": "Change compared with change elsewhere.",
        matched: "Matched comparison group.",
        "regression-discontinuity": "Either side of a threshold.",
        "instrumental-variable": "A chance push decided who took part.",
        "interrupted-time-series": "Before and after in a long series.",
        cohort: "A cohort followed over time.",
        "before-after": "The same people before and after, no comparison.",
        qualitative: "Qualitative only.",
        review: "A review of several studies.",
        "cost-study": "A study of costs only.",
        unknown: "Not known.",
      }),
      "Design of the study.",
      { example: "rct", standard: "EIF evidence standards" },
    ),
    control: key(
      word({
        "waiting-list": "Waiting list.",
        "usual-services": "Usual services.",
        "no-treatment": "Nothing.",
        active: "Another intervention.",
        placebo: "An inert activity.",
        none: "No comparison.",
        unknown: "Not known.",
      }),
      "What the comparison group got.",
      { example: "waiting-list" },
    ),
    randomised_by: key(text, "What was randomised.", { example: "school" }),
    clusters: key(value("count"), "Clusters in all arms together.", { example: "193 schools" }),
    sites: key(value("count"), "Number of sites.", { example: "15" }),
    eligibility: key(text, "Who could take part, and who could not.", {
      example: "Families of a child with Eyberg Intensity of 127 or more",
      standard: "CONSORT 2025, item 12a",
    }),
    representative: key(flag, "Whether those taking part are like those the intervention is meant for.", {
      example: "true",
      standard: "EIF evidence standards, level 2",
    }),
    recruitment: key(text, "When people were recruited and followed up.", {
      example: "September 2019 to March 2021",
      standard: "CONSORT 2025",
    }),
    screened: key(value("count"), "How many were screened.", { example: "5,879 pupils" }),
    eligible: key(value("count"), "How many were found eligible.", { example: "1,173 pupils" }),
    planned: key(value("count"), "Sample that was planned.", { example: "237" }),
    sample: key(value("count"), "Participants in all, when the arms are not printed.", { example: "286 families" }),
    allocation: key(value("allocation"), "Intervention to control, when the arms differ in size.", {
      example: "2 to 1",
    }),
    icc: key(value("number"), "Intraclass correlation, planned or found.", { example: "0.02" }),
    allows_for_clustering: key(
      flag,
      "Whether the analysis allows for participants of one cluster being alike. An interval that does not is too narrow.",
      { example: "true", standard: "CONSORT 2010 extension to cluster trials" },
    ),
    power: key(value("share"), "Power that was planned.", { example: "90%" }),
    significance: key(value("significance"), "Level and sides of the test.", { example: "5% two-sided" }),
    smallest_effect: key(value("effect"), "Smallest effect the study was designed to find.", {
      example: "22% relative",
    }),
    arms: key(list(arm), "Each arm with its numbers.", {
      example: "- arm: intervention\n  randomised: 59\n- arm: control\n  randomised: 57",
      standard: "CONSORT 2025, flow of participants",
    }),
    sequence: key(text, "How the random sequence was made, and by whom.", {
      example: "Computer-generated blocks of four, by the trials unit",
      standard: "CONSORT 2025, item 17a",
    }),
    concealment: key(text, "How the next allocation was kept hidden until somebody was taken in.", {
      example: "Allocated by telephone by the trials unit",
      standard: "CONSORT 2025, item 18",
    }),
    programme_lasts: key(
      value("duration"),
      "How long the programme itself runs for one participant. Turns `18 months after start` into a time after the end, which evidence standards ask for.",
      { example: "8 weeks" },
    ),
    retained: key(value("share"), "Share still measured at the end.", { example: "91.5%" }),
    analysis: key(
      word({
        "intention-to-treat": "Everyone as randomised.",
        "per-protocol": "Those who took it as planned.",
        "complete-case": "Those with data.",
        other: "Another analysis.",
        unknown: "Not known.",
      }),
      "Who was analysed.",
      { example: "intention-to-treat" },
    ),
    missing_data: key(text, "How missing outcomes were handled.", {
      example: "Multiple imputation; those lost did not differ at the start",
      standard: "CONSORT 2025, item 21c",
    }),
    same_measures: key(flag, "Whether the same measures were taken before and after.", {
      example: "true",
      standard: "EIF evidence standards, level 2",
    }),
    independent_data_collection: key(
      flag,
      "Whether outcomes were collected by somebody other than those who deliver the intervention.",
      { example: "true", standard: "EIF evidence standards, level 3" },
    ),
    blinded: key(map(flag, "who: participants, providers, assessors, analysts"), "Who did not know the arm.", {
      example: "assessors: false",
    }),
    baseline_equivalent: key(flag, "Whether the arms were alike at the start.", { example: "true" }),
    baseline: key(list(baselineItem), "What the arms were like at the start.", {
      example: "- characteristic: Eyberg Intensity\n  difference: g 0.04",
      standard: "CONSORT 2025, baseline data",
    }),
    evaluator: key(text, "Who ran the study.", { example: "King's College London" }),
    funder: key(text, "Who paid for the study, and what say they had.", {
      example: "Department for Education, no part in the analysis",
      standard: "CONSORT 2025, item 5a",
    }),
    conflicts: key(text, "Interests that those who ran it declare.", {
      example: "One author trains providers",
      standard: "CONSORT 2025, item 5b",
    }),
    developer_led: key(flag, "Whether those who devised the intervention ran the study.", { example: "true" }),
    independent_evaluator: key(flag, "Whether the evaluator was independent of the provider.", { example: "true" }),
    registration: key(text, "Register and number.", { example: "ISRCTN77132214" }),
    protocol: key(text, "Where the protocol and the analysis plan can be read.", {
      example: "PLOS ONE 17(6) e0265354",
      standard: "CONSORT 2025, item 3",
    }),
    follow_ups: key(list(followUp), "Every time of measurement, with how many were measured.", {
      example: "- at: end of programme\n  measured: 3,325 parents",
    }),
    last_follow_up: key(value("moment"), "Last measurement, and from where the time is counted.", {
      example: "18 months after start",
    }),
    results: key(list(result), "What was found, outcome by outcome, nulls included.", {
      example: "- outcome: child-behaviour\n  at: 6 months after end\n  effect: d 0.38 better (95% CI 0.01 to 0.75)",
      standard: "CONSORT 2025",
    }),
    costs: key(either(value("money"), map(value("stated"), "a cost and its figure")), "Costs that the study prints.", {
      example: "£458.50/dyad",
    }),
    price_year: key(value("price-year"), "Year of the prices of `costs`.", { example: "2018-19" }),
    grant: key(value("money"), "Grant for the study.", { example: "£526,443" }),
    harms: key(text, "Harms found or looked for.", { example: "None reported", standard: "CONSORT 2025, item 15" }),
    implementation: key(text, "How it was put into practice, and what helped or hindered.", {
      example: "Two of nine sites started late",
    }),
    risk_of_bias: key(
      map(bias, "a domain of RoB 2 or ROBINS-I, or `overall`", { words: biasDomains }),
      "Risk of bias by domain, as a review judged it.",
      {
        example: "overall: some-concerns\nmissing_data: high",
        standard: "RoB 2 (Sterne and others 2019); ROBINS-I (2016)",
      },
    ),
    fidelity: key(text, "How faithfully it was delivered.", { example: "65.3% attended 8 of 12 sessions" }),
    ratings: key(ratings, "Published ratings of this study.", { example: "- standard: eef-padlocks\n  rating: 5" }),
    stated: key(
      map(value("stated"), "a figure and what is printed"),
      "Other figures that the publication prints. Kept, not checked.",
      { example: "probability_cost_effective: 83.9%" },
    ),
    notes: notesKey,
  }),
} satisfies KindDescription<unknown>;
export type Study = TypeOf<typeof study.shape>;
export type StudyResult = TypeOf<typeof result>;
