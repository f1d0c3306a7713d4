/** What a registered evaluation fixes, and how a later change is recorded. */
import { key, object, text, value, word } from "../shape.ts";

/** Keys of an evaluation that are fixed once it is registered: what differs later is recorded under `deviations`. */
export const fixedKeys = {
  design: "The design.",
  questions: "What it asks.",
  estimand: "What is estimated.",
  primary_outcome: "The primary outcome.",
  secondary_outcomes: "The secondary outcomes.",
  measure: "How the primary outcome is measured.",
  measured_at: "When it is measured.",
  follow_up: "The last measurement.",
  comparator: "What the comparison group gets.",
  eligibility: "Who can take part.",
  randomise: "What is randomised.",
  stratified_by: "What randomisation is stratified by.",
  blinded: "Who does not know the arm.",
  clusters: "The number of clusters.",
  steps: "The starts of a stepped wedge.",
  per_cluster: "How many in each cluster.",
  groups: "Groups within clusters.",
  blocks: "The blocks.",
  participants: "How many take part.",
  allocation: "How many in each arm.",
  power: "The power.",
  significance: "The level of the test.",
  primary_tests: "How several primary outcomes are tested.",
  expected_effect: "The effect expected.",
  analysis: "The analysis.",
  missing_data: "How missing outcomes are handled.",
  subgroups: "The subgroups.",
  interim: "Looks at the data before the end.",
  harms: "The harms looked for.",
  decision: "Who decides what on which result.",
  stage: "A registration that was withdrawn.",
} as const;

export const deviation = object({
  field: key(word(fixedKeys), "The key of the evaluation that was changed.", {
    required: true,
    example: "primary_outcome",
  }),
  from: key(text, "What was registered.", { example: "child-enters-care" }),
  reason: key(text, "Why it was changed.", { required: true, example: "Court records were not released in time" }),
  date: key(value("date"), "When it was changed.", { example: "2027-02-14" }),
  agreed_by: key(text, "Who agreed to it.", { example: "Steering group, before any outcome was seen" }),
});
