import type { KindDescription, TypeOf } from "../shape.ts";
import { flag, key, list, map, object, oneOrMany, text, value, word } from "../shape.ts";
import { appraisal, checklists, evidenceStandards } from "./common.ts";

const severities = {
  error: "Fails the check.",
  warning: "Should be put right.",
  information: "Worth knowing.",
  off: "Not looked for.",
} as const;

const gate = object({
  gate: key(text, "Name of the gate, shown in its findings.", { required: true, example: "No money without a number" }),
  status: key(
    list(
      word({
        proposed: "Proposed.",
        piloting: "Piloting.",
        running: "Running.",
        scaling: "Scaling.",
        stopping: "Stopping.",
        stopped: "Stopped.",
      }),
    ),
    "Statuses it applies to. Left out: all.",
    { example: "[running, scaling]" },
  ),
  spend_over: key(
    value("money", []),
    "Applies where the cost of the whole period, or of a year when written per year, is above this.",
    { example: "£100,000/year" },
  ),
  needs: key(
    list(
      word({
        outcome: "At least one outcome with a quantified effect.",
        benefit: "At least one quantified benefit.",
        "outcome-and-benefit": "A quantified outcome and a quantified benefit.",
        evidence: "A study cited for every outcome claimed.",
        comparator: "A comparator with its cost.",
        evaluation: "An evaluation plan.",
        "price-year": "A price year for every amount.",
        "positive-net-benefit": "A net present value above zero.",
      }),
      1,
    ),
    "What a spec must show.",
    { required: true, example: "[outcome-and-benefit]" },
  ),
  minimum_return: key(value("number", []), "Lowest benefit-cost ratio allowed.", { example: "1" }),
  minimum_evidence: key(
    word({ any: "Any study.", comparison: "A study with a comparison group.", randomised: "A randomised trial." }),
    "Weakest evidence allowed for its outcomes.",
    { example: "comparison" },
  ),
  severity: key(word(severities), "How serious a breach is.", { example: "error" }),
  message: key(text, "What to tell the author, in the council's own words.", {
    example: "Specific outcomes and a quantitative benefit, or we can no longer invest.",
  }),
});

export const settings = {
  kind: "settings",
  head: undefined,
  suffix: "wellspent",
  doc: "Settings of a project: appraisal, standards, severities, gates.",
  shape: object({
    root: key(flag, "Whether the project begins here. Without it a nearer settings file refines one further up.", {
      example: "true",
    }),
    country: key(text, "Country where the interventions are delivered. Evidence from elsewhere may not carry over.", {
      example: "England",
    }),
    appraisal: key(appraisal, "How figures are worked out and shown.", {
      example: "price_year: 2024-25\ndiscounting: green-book-standard",
    }),
    standards: key(
      object({
        evidence: key(
          oneOrMany(word(evidenceStandards)),
          "Standard of evidence for indicative ratings, or a list of them; the first leads.",
          { example: "[eif, maryland]" },
        ),
        checklists: key(
          list(word(checklists)),
          "Checklists that an evaluation plan is held against. Left out: all but the EEF's.",
          { example: "[tidier, spirit, cheers]" },
        ),
        cost_band: key(
          word({ eif: "EIF cost ratings.", eef: "EEF cost ratings.", "eef-2013": "EEF cost ratings, 2013 bands." }),
          "Standard of indicative cost bands.",
          { example: "eif" },
        ),
        oldest_evidence: key(value("duration", []), "Evidence older than this is pointed out.", {
          example: "15 years",
        }),
      }),
      "The published standards that indicative ratings follow.",
      { example: "evidence: eif\ncost_band: eif" },
    ),
    rules: key(
      map(word(severities), "a finding's code, or `group/*`"),
      "Severity of each finding, by code or by group; its own code counts before its group.",
      { example: "costing/not-itemised: off" },
    ),
    gates: key(list(gate), "What a spec must show at each status and scale of spend.", {
      example: "- gate: No money without a number\n  status: [running, scaling]\n  needs: [outcome-and-benefit]",
    }),
    ignore: key(list(text), "Files and folders to leave out, as globs relative to this file.", {
      example: "[archive/**]",
    }),
    overrides: key(
      list(
        object({
          files: key(list(text, 1), "Files they apply to, as globs.", { required: true, example: "[drafts/**]" }),
          rules: key(map(word(severities), "a finding's code, or `group/*`"), "Severities for those files.", {
            example: "costing/not-itemised: off",
          }),
        }),
      ),
      "Different severities for some files.",
      { example: "- files: [drafts/**]\n  rules:\n    policy/*: off" },
    ),
  }),
} satisfies KindDescription<unknown>;
export type Settings = TypeOf<typeof settings.shape>;
