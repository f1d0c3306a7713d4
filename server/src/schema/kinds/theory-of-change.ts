/** Why an intervention should work: steps from what is put in to what changes, and the links between them. */
import { key, list, object, oneOrMany, ref, text, word } from "../shape.ts";
import { notesKey } from "./common.ts";

const step = object({
  step: key(text, "Short name of the step, by which links name it.", { required: true, example: "calmer-evenings" }),
  kind: key(
    word({
      input: "What is put in: people, money, premises.",
      activity: "What is done.",
      output: "What comes of it at once, and can be counted.",
      outcome: "What changes for children or families.",
      impact: "What that leads to in the end.",
    }),
    "Where it stands between what is put in and what changes.",
    { required: true, example: "outcome" },
  ),
  title: key(text, "The step in a few words.", { example: "Evenings without shouting" }),
  outcome: key(ref("outcome"), "The outcome of the project that this step is.", { example: "child-behaviour" }),
  notes: notesKey,
});

const link = object({
  from: key(oneOrMany(text), "The step, or steps, that it starts from.", {
    required: true,
    example: "praise-practised",
  }),
  to: key(oneOrMany(text), "The step, or steps, that it leads to.", { required: true, example: "calmer-evenings" }),
  assumption: key(text, "What has to hold for the one to lead to the other.", {
    example: "Both parents do it",
    standard: "Magenta Book 2020, chapter 2",
  }),
  evidence: key(list(ref("study")), "Studies that show the link.", { example: "[day-2012]" }),
  notes: notesKey,
});

export const theoryOfChange = object({
  summary: key(text, "The whole in a sentence.", {
    example: "Parents who praise more and shout less see fewer behaviour problems within weeks",
  }),
  steps: key(list(step), "Inputs, activities, outputs, outcomes and impact.", {
    example: "- step: groups\n  kind: activity\n- step: calmer-evenings\n  kind: outcome",
    standard: "Magenta Book 2020, chapter 2",
  }),
  links: key(list(link), "Which step leads to which, on what assumption and evidence.", {
    example: "- from: groups\n  to: calmer-evenings\n  assumption: Parents come to six sessions or more",
    standard: "Magenta Book 2020, chapter 2",
  }),
});
