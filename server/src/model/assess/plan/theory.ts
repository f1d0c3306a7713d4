/** A theory of change as a graph: which steps lead where, and what is missing. */
import type { Intervention } from "../../../schema/kinds/intervention.ts";
import type { Field, ListNode } from "../../../schema/shape.ts";
import type { Place } from "../../../syntax/types.ts";
import type { Spec } from "../../spec.ts";

export type StepKind = "input" | "activity" | "output" | "outcome" | "impact";

export interface Step {
  readonly name: string;
  readonly kind: StepKind | undefined;
  readonly title: string;
  /** Id of the outcome of the project that it is. */
  readonly outcome: string | undefined;
  readonly at: Place;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly assumption: string | undefined;
  readonly evidence: readonly string[];
  readonly at: Place;
}

export interface Theory {
  readonly summary: string | undefined;
  readonly steps: readonly Step[];
  readonly links: readonly Link[];
  /** Names that links use and no step has. */
  readonly unknown: readonly { readonly name: string; readonly at: Place }[];
}

/** The theory of change of a document, as `theoryOf` reads it. */
export const theoryIn = (spec: Spec): Theory | undefined =>
  spec.kind === "intervention" && spec.reading !== undefined ? theoryOf(spec.reading) : undefined;

/** The theory of change of an intervention that gives steps and links; undefined when it is a sentence or not there. */
export function theoryOf({ theory_of_change: written }: Intervention): Theory | undefined {
  if (written?.$kind !== "object") return undefined;
  const steps = (written.steps?.items ?? []).flatMap((each): Step[] => {
    const name = each.step?.value;
    if (name === undefined || each.step === undefined) return [];
    return [
      {
        name,
        kind: each.kind?.value,
        title: each.title?.value ?? name.replaceAll("-", " "),
        outcome: each.outcome?.value,
        at: each.step.$,
      },
    ];
  });
  const known = new Set(steps.map(({ name }) => name));
  const unknown: { name: string; at: Place }[] = [];
  const links = (written.links?.items ?? []).flatMap((each): Link[] => {
    const [from, to] = [namesIn(each.from), namesIn(each.to)];
    for (const { name, at } of [...from, ...to]) if (!known.has(name)) unknown.push({ name, at });
    const evidence = (each.evidence?.items ?? []).flatMap(({ value }) => (value === undefined ? [] : [value]));
    return from.flatMap((one) =>
      to.map(
        (other): Link => ({
          from: one.name,
          to: other.name,
          assumption: each.assumption?.value,
          evidence,
          at: (each.from ?? each).$,
        }),
      ),
    );
  });
  return { summary: written.summary?.value, steps, links, unknown };
}

/** Where the steps of a theory of change are named: by the step itself, and by the links that use it. */
export function stepNames(
  spec: Spec,
): readonly { readonly name: string; readonly at: Place; readonly defines: boolean }[] {
  const written = spec.kind === "intervention" ? spec.reading?.theory_of_change : undefined;
  if (written?.$kind !== "object") return [];
  return [
    ...(written.steps?.items ?? []).flatMap(({ step }) =>
      step?.value === undefined ? [] : [{ name: step.value, at: step.$, defines: true }],
    ),
    ...(written.links?.items ?? []).flatMap(({ from, to }) =>
      [...namesIn(from), ...namesIn(to)].map((each) => ({ ...each, defines: false })),
    ),
  ];
}

type Names = Field<string> | ListNode<Field<string>> | undefined;

function namesIn(names: Names): readonly { readonly name: string; readonly at: Place }[] {
  const fields = names === undefined ? [] : names.$kind === "list" ? names.items : [names];
  return fields.flatMap((field) => (field.value === undefined ? [] : [{ name: field.value, at: field.$ }]));
}

/** Names of the steps that can be reached from some, themselves included. Loops are followed once. */
function reachable(
  links: readonly Link[],
  from: Iterable<string>,
  direction: "on" | "back" = "on",
): ReadonlySet<string> {
  const next = new Map<string, string[]>();
  for (const link of links) {
    const [start, end] = direction === "on" ? [link.from, link.to] : [link.to, link.from];
    next.set(start, [...(next.get(start) ?? []), end]);
  }
  const seen = new Set<string>();
  const waiting = [...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(next.get(name) ?? []));
  }
  return seen;
}

const ends: readonly (StepKind | undefined)[] = ["outcome", "impact"];
const starts: readonly (StepKind | undefined)[] = ["input", "activity"];

/** Steps that are done and lead to no outcome: the chain breaks after them. */
export function leadNowhere({ steps, links }: Theory): readonly Step[] {
  const reach = reachable(
    links,
    steps.filter(({ kind }) => ends.includes(kind)).map(({ name }) => name),
    "back",
  );
  return steps.filter(({ name, kind }) => kind !== undefined && !ends.includes(kind) && !reach.has(name));
}

/** Outcomes and impacts that nothing done leads to. */
export function uncaused({ steps, links }: Theory): readonly Step[] {
  const reach = reachable(
    links,
    steps.filter(({ kind }) => starts.includes(kind)).map(({ name }) => name),
  );
  return steps.filter(({ name, kind }) => ends.includes(kind) && !reach.has(name));
}
