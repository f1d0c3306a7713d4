/** How an intervention is, or will be, evaluated: the design, its sums and its plan. */
import { either, key, list, object, ref, text, value, word } from "../shape.ts";
import { notesKey } from "./common.ts";

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
  questions: key(list(text), "What the evaluation asks.", {
    example: "- Do fewer children enter care within 18 months?",
    standard: "Magenta Book 2020, chapter 2",
  }),
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
  icc: key(
    value("number"),
    "Intraclass correlation: how much more alike two people of one cluster are. Without it the power is not known.",
    { example: "0.05" },
  ),
  explained: key(
    object({
      cluster: key(value("number"), "Share of variance between clusters explained by covariates.", { example: "0.2" }),
      individual: key(value("number"), "Share of variance within clusters explained.", { example: "0.2" }),
    }),
    "R squared by level: the share of variance that covariates explain.",
    { example: "cluster: 0.2\nindividual: 0.2" },
  ),
  covariates: key(
    object({
      cluster: key(value("number"), "Number of covariates at cluster level.", { example: "0" }),
      individual: key(value("number"), "Number of covariates at individual level.", { example: "2" }),
    }),
    "Numbers of covariates, for the degrees of freedom.",
    { example: "cluster: 1" },
  ),
  allocation: key(value("allocation"), "Intervention to control. Not `1:1`, which some YAML tools read as 61.", {
    example: "1 to 1",
  }),
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
  follow_up: key(value("moment"), "Last measurement, and from where the time is counted.", {
    example: "12 months after end",
  }),
  ethics: key(text, "Ethics approval.", { example: "University committee, 2026-03" }),
  impact_assessment: key(text, "Equality or children's rights impact assessment, and when it was done.", {
    example: "Completed 2026-02",
  }),
  voice: key(text, "How children and families shape the plan.", {
    example: "Young people's panel reviewed the questions",
    standard: "CHEERS 2022, item 21",
  }),
  notes: notesKey,
});
