import type { SimulatedSpec } from "../analysis/simulated.ts";
import { type Replaced, replaceDefinitions, sortedChanges } from "../model/replaced.ts";
import { type Change, type ChangeProblem, type Variation, varySpec } from "../model/variation.ts";
import type { Simulated } from "../report/uncertainty.ts";
import { lostHelp, lostText } from "../rules/costing/scenario-path.ts";
import { counted, orList, said, sentence } from "../rules/wording.ts";
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
  readonly replaced?: Replaced | undefined;
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
  const lost: Lost[] = [];
  for (const each of specs) {
    const result =
      "members" in each.assessment
        ? variedPortfolio(each as CostedPortfolio, changes)
        : variedSpec(each as CostedSpec, changes);
    if (!("problem" in result)) varied.push(result);
    else if (isLost(result.problem)) lost.push({ each, problem: result.problem });
    else throw new UsageError(problemText(result.problem));
  }
  if (varied.length === 0 && lost.length > 0)
    throw new UsageError(problemText(nearestOf(lost.map(({ problem }) => problem))));
  tellLost(lost, notices);
  return varied;
}

interface Lost {
  readonly each: Costed;
  readonly problem: ChangeProblem;
}

/** Specs that are left out: each that lacks a key, and in one breath those that do not use what is changed. */
function tellLost(lost: readonly Lost[], notices: Notice[]): void {
  const name = ({ spec }: Costed): string => spec.id ?? "a spec";
  for (const { each, problem } of lost)
    if (problem.reason !== "definition-unused")
      notices.push({
        path: each.project.show(each.path),
        message: `${name(each)} is left out: it has no ${said(problem.change.path)}`,
        incomplete: false,
      });
  const unused = lost.filter(({ problem }) => problem.reason === "definition-unused");
  const [first, ...more] = unused;
  if (first === undefined) return;
  const path = said(first.problem.change.path);
  notices.push({
    path: first.each.project.show(first.each.path),
    message:
      more.length === 0
        ? `${name(first.each)} is left out: it does not use ${path}`
        : `${name(first.each)} and ${counted(more.length, "other", "others")} do not use ${path}: they are left out`,
    incomplete: false,
  });
}

/** Changes that this spec has no place for; another may. */
const isLost = ({ reason }: ChangeProblem): boolean => reason === "path-unknown" || reason === "definition-unused";

interface VariedSpec<S, A> {
  readonly changes: readonly Change[];
  readonly spec: S;
  readonly assessment: A;
  readonly replaced?: Replaced;
}

/** Changes made in the spec, and in what it uses. */
function changed<S extends CostedSpec["spec"] | CostedPortfolio["spec"], A>(
  each: Costed,
  vary: (within: readonly Change[]) => Variation<S>,
  changes: readonly Change[],
  assess: (spec: S, replaced: Replaced | undefined) => A | undefined,
): { readonly problem: ChangeProblem } | { readonly varied: VariedSpec<S, A> | undefined } {
  const { within, outside } = sortedChanges(changes);
  const result = vary(within);
  if (!result.ok) return result;
  if (outside.length === 0) {
    const assessment = assess(result.spec, undefined);
    return { varied: assessment === undefined ? undefined : { changes, spec: result.spec, assessment } };
  }
  const definitions = replaceDefinitions(outside, each.snapshot.index);
  if (!definitions.ok) return definitions;
  const { replaced } = definitions;
  const assessment = assess(result.spec, replaced);
  const [unused] = replaced.unused();
  if (unused !== undefined) return { problem: unused };
  return { varied: assessment === undefined ? undefined : { changes, spec: result.spec, assessment, replaced } };
}

function variedSpec(each: CostedSpec, changes: readonly Change[]): CostedSpec | { readonly problem: ChangeProblem } {
  const { spec } = each;
  if (spec.kind !== "intervention") return each;
  const result = changed(
    each,
    (within) => varySpec(spec, within),
    changes,
    (varied, replaced) => each.snapshot.assess(each.path, varied, replaced),
  );
  if ("problem" in result) return result;
  return result.varied === undefined ? each : { ...each, whatIf: result.varied };
}

function variedPortfolio(
  each: CostedPortfolio,
  changes: readonly Change[],
): CostedPortfolio | { readonly problem: ChangeProblem } {
  const result = changed(
    each,
    (within) => varySpec(each.spec, within),
    changes,
    (varied, replaced) => each.snapshot.assessPortfolio(each.path, varied, replaced),
  );
  if ("problem" in result) return result;
  return result.varied === undefined ? each : { ...each, whatIf: result.varied };
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
  if ("kind" in problem) return `--what-if ${path}: ${definitionText(problem)}`;
  if (problem.reason === "path-unknown")
    return `--what-if ${path}: ${lostText(path, problem.lost)} ${lostHelp(problem.lost)}`;
  const wrong = problem.message === undefined ? `${said(value)} cannot stand there.` : sentence(problem.message);
  return `--what-if ${path}: ${wrong}${insteadOf(problem)}`;
}

const kindWords = { "unit-cost": "unit cost", outcome: "outcome", area: "area" } as const;

function definitionText(problem: Extract<ChangeProblem, { readonly kind: unknown }>): string {
  const { kind, id } = problem;
  const what = `${kindWords[kind]} ${said(id)}`;
  if (problem.reason === "definition-path-unknown" && problem.lost.step === "")
    return `the ${what} holds several values and cannot be set to one. ${lostHelp(problem.lost)}`;
  if (problem.reason === "definition-path-unknown")
    return `the ${what} has no ${said(problem.lost.step)}. ${lostHelp(problem.lost)}`;
  if (problem.reason === "definition-unused") return `no figure here rests on the ${what}: it would change nothing.`;
  const near = nearest(id, problem.known);
  const begins = problem.known.filter((known) => known.startsWith(`${id}/`));
  if (begins.length > 0)
    return `${said(id)} is a library. Name one of its entries: ${orList(begins.slice(0, 5).map((each) => `"unit_costs.${each}"`))}.`;
  return `no file of the project defines the ${what}.${near === undefined ? "" : ` Did you mean "${near.name}"?`}`;
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
