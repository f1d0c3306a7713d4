import type { SimulatedSpec } from "../analysis/simulated.ts";
import { type Change, type ChangeProblem, varySpec } from "../model/variation.ts";
import type { Simulated } from "../report/uncertainty.ts";
import { lostHelp, lostText } from "../rules/costing/scenario-path.ts";
import { orList, said, sentence } from "../rules/wording.ts";
import { nearest } from "../schema/names.ts";
import type { Costed, CostedPortfolio, CostedSpec } from "./commands/cost.ts";
import { UsageError } from "./exit-codes.ts";
import type { Notice } from "./result.ts";

/** A spec with something changed, worked out. */
export interface WhatIf<
  S extends { readonly spec: unknown; readonly assessment: unknown },
  Sim extends Simulated = SimulatedSpec,
> {
  readonly changes: readonly Change[];
  readonly spec: S["spec"];
  readonly assessment: S["assessment"];
  /** With --simulate. */
  readonly simulated?: Sim | undefined;
}

/** Reads every `--what-if path=value`. */
export function readChanges(asked: readonly string[]): readonly Change[] {
  return asked.map((text) => {
    const at = text.indexOf("=");
    const path = text.slice(0, Math.max(0, at)).trim();
    if (path === "")
      throw new UsageError(
        `"--what-if ${text}" says no path and value. Write them with "=" between: --what-if "costs.period=5 years".`,
      );
    return { path, value: text.slice(at + 1).trim() };
  });
}

/** The specs in which every path leads somewhere, each worked out with the changes. At least one must; a value that cannot be read stops it. */
export function variedSpecs(
  specs: readonly Costed[],
  changes: readonly Change[],
  notices: Notice[],
): readonly Costed[] {
  const varied: Costed[] = [];
  const lost: { readonly each: Costed; readonly problem: ChangeProblem }[] = [];
  for (const each of specs) {
    const result =
      "members" in each.assessment
        ? variedPortfolio(each as CostedPortfolio, changes)
        : variedSpec(each as CostedSpec, changes);
    if (!("problem" in result)) varied.push(result);
    else if (result.problem.reason === "path-unknown") lost.push({ each, problem: result.problem });
    else throw new UsageError(problemText(result.problem));
  }
  if (varied.length === 0 && lost.length > 0)
    throw new UsageError(problemText(nearestOf(lost.map(({ problem }) => problem))));
  for (const { each, problem } of lost)
    notices.push({
      path: each.project.show(each.path),
      message: `${each.spec.id ?? "a spec"} is left out: it has no ${said(problem.change.path)}`,
      incomplete: false,
    });
  return varied;
}

function variedSpec(each: CostedSpec, changes: readonly Change[]): CostedSpec | { readonly problem: ChangeProblem } {
  if (each.spec.kind !== "intervention") return each;
  const result = varySpec(each.spec, changes);
  if (!result.ok) return result;
  const assessment = each.snapshot.assess(each.path, result.spec);
  return assessment === undefined ? each : { ...each, whatIf: { changes, spec: result.spec, assessment } };
}

function variedPortfolio(
  each: CostedPortfolio,
  changes: readonly Change[],
): CostedPortfolio | { readonly problem: ChangeProblem } {
  const result = varySpec(each.spec, changes);
  if (!result.ok) return result;
  const assessment = each.snapshot.assessPortfolio(each.path, result.spec);
  return assessment === undefined ? each : { ...each, whatIf: { changes, spec: result.spec, assessment } };
}

/** Of paths that lead nowhere, the one that got furthest: its message says most. */
const nearestOf = (problems: readonly ChangeProblem[]): ChangeProblem =>
  problems.reduce((best, each) => (reached(each) > reached(best) ? each : best));

const reached = (problem: ChangeProblem): number =>
  problem.reason === "path-unknown" && problem.lost.under !== "the document"
    ? problem.change.path.indexOf(problem.lost.under) + problem.lost.under.length
    : 0;

function problemText(problem: ChangeProblem): string {
  const { path, value } = problem.change;
  if (problem.reason === "path-unknown")
    return `--what-if ${path}: ${lostText(path, problem.lost)} ${lostHelp(problem.lost)}`;
  const wrong = problem.message === undefined ? `${said(value)} cannot stand there.` : sentence(problem.message);
  return `--what-if ${path}: ${wrong}${insteadOf(problem)}`;
}

function insteadOf({
  change,
  words,
  example,
}: Extract<ChangeProblem, { readonly reason: "value-unreadable" }>): string {
  if (words !== undefined) {
    const near = nearest(change.value, words);
    return near === undefined ? ` Write ${orList(words.map((word) => `"${word}"`))}.` : ` Did you mean "${near.name}"?`;
  }
  return example === undefined ? "" : ` Write for example "${example}".`;
}
