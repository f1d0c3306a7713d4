/** How an intervention is, or will be, evaluated: the design, its sums and its plan. */
import { either, flag, key, list, map, object, oneOrMany, ref, text, value, word } from "../shape.ts";
import { notesKey } from "./common.ts";
import { deviation } from "./deviations.ts";

const decision = object({
  who: key(text, "Who decides.", { example: "Children's services leadership team" }),
  by: key(value("date"), "By when it is decided.", { example: "2028-03" }),
  continue: key(text, "On which result it goes on or grows.", {
    example: "Entries to care fall by 3 points or more, and the interval excludes a rise",
  }),
  change: key(text, "On which result it is changed.", { example: "A fall only in teams that kept to the model" }),
  stop: key(text, "On which result it ends.", { example: "No fall after 18 months" }),
});

const costEvaluation = object({
  perspective: key(
    word({
      "local-authority": "The council alone.",
      "public-sector": "The public sector.",
      society: "Society as a whole.",
    }),
    "Whose costs and benefits are counted.",
    { example: "public-sector", standard: "CHEERS 2022, item 8" },
  ),
  perspective_reason: key(text, "Why this perspective.", {
    example: "The health service pays part",
    standard: "CHEERS 2022, item 8",
  }),
  horizon: key(value("duration"), "How long costs and effects are followed.", {
    example: "5 years",
    standard: "CHEERS 2022, item 9",
  }),
  outcomes: key(oneOrMany(ref("outcome")), "The outcomes set against the cost.", {
    example: "[child-enters-care]",
    standard: "CHEERS 2022, items 11 and 12",
  }),
  costs_from: key(text, "Where quantities and prices come from.", {
    example: "Time diaries of the teams; council finance records",
    standard: "CHEERS 2022, item 14",
  }),
  analysis: key(text, "How costs and effects are analysed.", {
    example: "Incremental cost per entry to care avoided",
    standard: "CHEERS 2022, item 17",
  }),
  uncertainty: key(text, "How uncertainty is shown.", {
    example: "10,000 draws; one-way analysis of the five largest inputs",
    standard: "CHEERS 2022, item 20",
  }),
  plan: key(text, "Where the economic analysis plan can be read.", {
    example: "Annex 3 of the protocol",
    standard: "CHEERS 2022, item 4",
  }),
});

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
  protocol: key(text, "Where the protocol and the analysis plan can be read, with version and date.", {
    example: "Version 1.2, 2026-03-01, council website",
    standard: "SPIRIT 2025, items 2 and 5",
  }),
  report: key(ref("study"), "The study that reports it, once it is reported.", { example: "start-2018" }),
  deviations: key(
    list(deviation),
    "What was changed after registration, and why. A field that differs from what was registered and is not listed here is a finding (`wellspent check --against`).",
    {
      example: "- field: follow_up\n  reason: Records reach us six months late\n  date: 2027-02-14",
      standard: "SPIRIT 2025, item 31; CONSORT 2025, item 10",
    },
  ),
  questions: key(list(text), "What the evaluation asks.", {
    example: "- Do fewer children enter care within 18 months?",
    standard: "Magenta Book 2020, chapter 2",
  }),
  estimand: key(
    text,
    "What exactly is to be estimated: of whom, against what, on which outcome and when, whatever happens in between.",
    {
      example:
        "Difference in the share in care 18 months after referral, all families referred, whether or not they took part",
      standard: "SPIRIT 2025, item 27b; ICH E9(R1)",
    },
  ),
  primary_outcome: key(ref("outcome"), "The one outcome it is powered for.", {
    example: "child-enters-care",
    standard: "SPIRIT 2025",
  }),
  secondary_outcomes: key(list(ref("outcome")), "Other outcomes.", { example: "[child-behaviour]" }),
  measure: key(ref("measure"), "How the primary outcome is measured.", { example: "ecbi-intensity" }),
  measured_at: key(list(value("moment")), "Every time of measurement, and from where the time is counted.", {
    example: "- end of programme\n- 12 months after end",
    standard: "SPIRIT 2025, item 18",
  }),
  comparator: key(text, "What the comparison group gets.", { example: "Usual services" }),
  comparator_reason: key(text, "Why this is the right comparison.", {
    example: "It is what the families would get otherwise",
    standard: "SPIRIT 2025, item 9b; Magenta Book 2020",
  }),
  eligibility: key(text, "Who can take part, and who cannot.", {
    example: "Families of a child on the edge of care by the panel's criteria",
    standard: "SPIRIT 2025, item 14a",
  }),
  recruitment: key(text, "How enough people are to be reached.", {
    example: "Every family that the panel sees from April 2027",
    standard: "SPIRIT 2025, item 20",
  }),
  randomise: key(text, "What is randomised, in the singular.", { example: "school" }),
  sequence: key(text, "How the random sequence is made, and by whom.", {
    example: "Computer-generated, by the university's trials unit",
    standard: "SPIRIT 2025, item 21a",
  }),
  stratified_by: key(list(text), "What randomisation is restricted or stratified by.", {
    example: "- local authority",
    standard: "SPIRIT 2025, item 21b",
  }),
  concealment: key(text, "How the next allocation is kept hidden until somebody is taken in.", {
    example: "Allocated after baseline by the trials unit",
    standard: "SPIRIT 2025, item 22",
  }),
  blinded: key(map(flag, "who: participants, providers, assessors, analysts"), "Who will not know the arm.", {
    example: "assessors: true\nanalysts: true",
    standard: "SPIRIT 2025, item 24a",
  }),
  clusters: key(value("count"), "Clusters in all arms together; `58 schools/arm` for one arm.", {
    example: "20 teams",
  }),
  per_cluster: key(
    value("count"),
    "Participants recruited in each cluster, before attrition; in a stepped wedge over all periods together.",
    { example: "30 families" },
  ),
  steps: key(
    value("count"),
    "Of a stepped wedge: at how many times clusters start, as many at each. There is one period more, before the first.",
    { example: "4", standard: "CONSORT 2018 extension to stepped-wedge trials" },
  ),
  cluster_autocorrelation: key(
    value("number"),
    "Of a stepped wedge: how alike people of one cluster are in different periods, over how alike in the same. Left out: 1, which is hopeful.",
    { example: "0.8", standard: "CONSORT 2018 extension to stepped-wedge trials" },
  ),
  size_variation: key(
    value("number"),
    "How unequal the clusters are: standard deviation of their sizes over the mean. Unequal clusters find less.",
    { example: "0.4" },
  ),
  groups: key(
    object({
      per_cluster: key(value("count"), "Groups in each cluster.", { example: "2 classes" }),
      size: key(value("count"), "Participants recruited in each group, before attrition.", { example: "10 pupils" }),
      icc: key(value("number"), "Share of the variance that lies between groups of one cluster.", { example: "0.06" }),
    }),
    "Groups within the clusters that are randomised, such as classes in schools: a third level.",
    { example: "per_cluster: 2 classes\nsize: 10 pupils\nicc: 0.06" },
  ),
  blocks: key(
    object({
      number: key(value("count"), "Blocks in all.", { example: "12 sites" }),
      effects: key(
        word({
          fixed: "The answer is about these blocks.",
          random: "The answer is about all blocks like them: the effect varies among them, and few blocks find less.",
        }),
        "Whom the answer is about. Left out: these blocks.",
        { example: "fixed" },
      ),
      icc: key(value("number"), "Share of the variance that lies between blocks. Asked for where effects are random.", {
        example: "0.1",
      }),
      effect_variation: key(
        value("number"),
        "Variance of the effect among blocks over the variance between blocks. Asked for where effects are random.",
        { example: "0.5" },
      ),
    }),
    "Blocks within which people or clusters are randomised, such as sites.",
    { example: "number: 12 sites\neffects: fixed" },
  ),
  participants: key(value("count"), "Participants in all, for designs without clusters.", { example: "400 families" }),
  icc: key(
    value("number"),
    "Intraclass correlation: how much more alike two people of one cluster are. Without it the power is not known.",
    { example: "0.05" },
  ),
  explained: key(
    object({
      cluster: key(value("number"), "Share of variance between clusters explained by covariates.", { example: "0.2" }),
      group: key(value("number"), "Share of variance between groups of one cluster explained.", { example: "0.2" }),
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
  primary_tests: key(
    object({
      number: key(value("number"), "Primary outcomes tested.", { required: true, example: "2" }),
      correction: key(
        word({
          bonferroni: "Each at its share of the level.",
          holm: "In steps; powered as the first, at its share of the level.",
          none: "Each at the whole level.",
        }),
        "How the level is shared among them. Left out: bonferroni.",
        { example: "holm" },
      ),
    }),
    "Several primary outcomes: each more is one more chance to find an effect that is not there.",
    { example: "number: 2\ncorrection: holm", standard: "SPIRIT 2025, item 27a" },
  ),
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
  missing_data: key(text, "How missing outcomes will be handled.", {
    example: "Multiple imputation; worst case as a check",
    standard: "SPIRIT 2025, item 27c",
  }),
  subgroups: key(list(text), "Subgroups that are planned; those found afterwards are exploratory.", {
    example: "- children under 5",
    standard: "SPIRIT 2025, item 27d",
  }),
  sensitivity: key(text, "Checks of how far the answer rests on choices.", {
    example: "Complete cases; other definitions of entry to care",
    standard: "SPIRIT 2025, item 27d",
  }),
  interim: key(text, "Looks at the data before the end, and when it would be stopped.", {
    example: "None",
    standard: "SPIRIT 2025, item 28b",
  }),
  data_source: key(text, "Where the outcome data come from.", { example: "SSDA903 return" }),
  linkage: key(text, "How records are linked, and who does it.", {
    example: "By unique pupil number, in the council's secure environment",
    standard: "Magenta Book 2020",
  }),
  compliance: key(text, "How taking part as planned is measured, and its effect estimated.", {
    example: "Sessions attended; complier average causal effect",
    standard: "EEF protocol; SPIRIT 2025, item 15c",
  }),
  harms: key(text, "Which harms are looked for, and how.", {
    example: "Re-referrals for neglect, counted in both arms",
    standard: "SPIRIT 2025, item 17",
  }),
  process_evaluation: key(text, "How delivery is studied: what was done, for whom, and why it worked or not.", {
    example: "Observation of 20 sessions, interviews with families and teams",
    standard: "Magenta Book 2020; EEF protocol",
  }),
  cost_evaluation: key(
    either(text, costEvaluation),
    "How cost is set against effect: perspective, horizon, where prices come from.",
    { example: "perspective: public-sector\nhorizon: 5 years\ncosts_from: Finance records", standard: "CHEERS 2022" },
  ),
  decision: key(decision, "Who decides what on which result: go on, change, or stop.", {
    example: "who: Leadership team\ncontinue: Entries to care fall by 3 points or more\nstop: No fall after 18 months",
    standard: "Magenta Book 2020",
  }),
  evaluator: key(text, "Who runs the evaluation, and how it stands to the provider.", {
    example: "University of Sussex, independent of the provider",
    standard: "SPIRIT 2025, item 3a",
  }),
  funder: key(text, "Who pays for it, and what say they have.", {
    example: "Youth Endowment Fund",
    standard: "SPIRIT 2025, item 7a",
  }),
  conflicts: key(text, "Interests of those who run it.", { example: "None", standard: "SPIRIT 2025, item 7b" }),
  timeline: key(text, "When people are taken in, served and measured.", {
    example: "Recruitment April 2027 to March 2028; last measurement September 2029",
    standard: "SPIRIT 2025, item 18",
  }),
  dissemination: key(text, "Who hears of the results, and how; those who took part above all.", {
    example: "A page in plain words for families; report to scrutiny",
    standard: "SPIRIT 2025, item 8",
  }),
  data_sharing: key(text, "Who may use the data afterwards.", {
    example: "Archived with ONS after the report",
    standard: "SPIRIT 2025, item 6",
  }),
  follow_up: key(value("moment"), "Last measurement, and from where the time is counted.", {
    example: "12 months after end",
  }),
  ethics: key(text, "Ethics approval.", {
    example: "University committee, 2026-03",
    standard: "SPIRIT 2025, item 30",
  }),
  consent: key(text, "Who agrees to take part, children included, and who asks them.", {
    example: "Parents sign; children over 8 are asked by the researcher",
    standard: "SPIRIT 2025, item 32a",
  }),
  data_protection: key(text, "Legal basis for the data, how they are kept, and the impact assessment on it.", {
    example: "Public task; assessment of 2026-01",
    standard: "UK GDPR; EEF protocol",
  }),
  equalities: key(text, "Equality impact assessment, and how effects on different groups are looked at.", {
    example: "Completed 2026-02; results by ethnicity and disability",
    standard: "Equality Act 2010, section 149; CHEERS 2022, item 19",
  }),
  impact_assessment: key(text, "Children's rights impact assessment, and when it was done.", {
    example: "Completed 2026-02",
  }),
  voice: key(text, "How children and families shape the plan.", {
    example: "Young people's panel reviewed the questions",
    standard: "CHEERS 2022, item 21",
  }),
  notes: notesKey,
});
