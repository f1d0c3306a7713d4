import { theoryIn } from "../../model/assess/plan/index.ts";
import type { DocumentRule } from "../types.ts";
import { counted } from "../wording.ts";
import { link, step, theory } from "./theory-example.ts";

/** Links of a theory of change that rest on nothing. */
export const theoryLinkUnsupported: DocumentRule = {
  code: "evaluation/theory-link-unsupported",
  severity: "information",
  scope: "document",
  page: {
    title: "Link that rests on nothing",
    what: "A link of a theory of change names neither a study that shows it nor an assumption that has to hold.",
    why: "The weakest link decides whether the chain holds. One that nobody has looked at is where programmes fail, and where an evaluation should look.",
    fix: "Name the studies under `evidence:`, or say under `assumption:` what has to hold.",
    standard: "Magenta Book 2020, chapter 2",
    example: {
      file: "a.intervention.yaml",
      invalid: theory(step("groups", "activity") + step("calm", "outcome"), "    - from: groups\n      to: calm\n"),
      valid: theory(step("groups", "activity") + step("calm", "outcome"), link("groups", "calm")),
    },
  },
  check({ spec }, report) {
    const theory = theoryIn(spec);
    if (theory === undefined) return;
    const kinds = new Map(theory.steps.map(({ name, kind }) => [name, kind]));
    // That people and money make activities possible needs no study.
    const bare = theory.links.filter(
      ({ from, assumption, evidence }) =>
        kinds.get(from) !== "input" && assumption === undefined && evidence.length === 0,
    );
    const [first] = bare;
    if (first === undefined) return;
    const rest = bare.length - 1;
    report({
      at: first.at,
      message: `The link from "${first.from}" to "${first.to}"${rest === 0 ? "" : ` and ${counted(rest, "other", "others")}`} ${rest === 0 ? "names" : "name"} neither evidence nor an assumption.`,
      help: "Name the studies under `evidence:`, or say under `assumption:` what has to hold.",
      related: bare.slice(1, 10).map(({ at, from, to }) => ({ at, label: `${from} to ${to}` })),
    });
  },
};
