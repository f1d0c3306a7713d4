import { leadNowhere, type Step, theoryIn, uncaused } from "../../model/assess/plan/index.ts";
import type { DocumentRule } from "../types.ts";
import { andList, counted } from "../wording.ts";
import { link, step, theory } from "./theory-example.ts";

/** Something is done that leads to no outcome. */
export const theoryBrokenChain: DocumentRule = {
  code: "evaluation/theory-broken-chain",
  severity: "warning",
  scope: "document",
  page: {
    title: "Chain of a theory of change that breaks off",
    what: "A theory of change has an input, activity or output from which no link leads to an outcome.",
    why: "Either a link is missing from the account, or something is paid for that serves no purpose anybody has named.",
    fix: "Add the link to what it leads to, with what has to hold for it; or take the step away.",
    standard: "Magenta Book 2020, chapter 2",
    example: {
      file: "a.intervention.yaml",
      invalid: theory(
        step("groups", "activity") + step("leaflets", "output") + step("calm", "outcome"),
        link("groups", "calm"),
      ),
      valid: theory(
        step("groups", "activity") + step("leaflets", "output") + step("calm", "outcome"),
        link("groups", "leaflets") + link("leaflets", "calm"),
      ),
    },
  },
  check({ spec }, report) {
    const theory = theoryIn(spec);
    if (theory === undefined || theory.unknown.length > 0) return;
    const broken = leadNowhere(theory);
    const [first] = broken;
    if (first === undefined) return;
    report({
      at: first.at,
      message: `No link leads from ${names(broken)} to any outcome.`,
      help: "Add the link to what it leads to, or take the step away.",
      related: broken.slice(1).map(({ at }) => ({ at, label: "leads nowhere either" })),
    });
  },
};

/** An outcome is hoped for that nothing done leads to. */
export const theoryOutcomeUncaused: DocumentRule = {
  code: "evaluation/theory-outcome-uncaused",
  severity: "warning",
  scope: "document",
  page: {
    title: "Outcome that nothing leads to",
    what: "A theory of change has an outcome or impact to which no chain of links leads from anything that is put in or done.",
    why: "An outcome that nothing brings about is a wish. Spending on it cannot be judged by it.",
    fix: "Say which activity brings it about, step by step; or leave the outcome out.",
    standard: "Magenta Book 2020, chapter 2",
    example: {
      file: "a.intervention.yaml",
      invalid: theory(
        step("groups", "activity") + step("calm", "outcome") + step("school", "outcome"),
        link("groups", "calm"),
      ),
      valid: theory(
        step("groups", "activity") + step("calm", "outcome") + step("school", "outcome"),
        link("groups", "calm") + link("calm", "school"),
      ),
    },
  },
  check({ spec }, report) {
    const theory = theoryIn(spec);
    if (theory === undefined || theory.unknown.length > 0) return;
    const wished = uncaused(theory);
    const [first] = wished;
    if (first === undefined) return;
    report({
      at: first.at,
      message: `Nothing that is put in or done leads to ${names(wished)}.`,
      help: "Add the links that lead to it, or leave it out.",
      related: wished.slice(1).map(({ at }) => ({ at, label: "nothing leads here either" })),
    });
  },
};

const names = (steps: readonly Step[]): string =>
  andList(
    steps.length > 3
      ? [...steps.slice(0, 2).map(({ name }) => `"${name}"`), counted(steps.length - 2, "other step", "other steps")]
      : steps.map(({ name }) => `"${name}"`),
  );
