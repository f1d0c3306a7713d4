import type { Snapshot } from "../../analysis/types.ts";
import type { Field, ListNode } from "../../schema/shape.ts";
import { type MappedSpec, mapOf, type RowFacts } from "./build.ts";
import type { GapMap } from "./types.ts";

/**
 * Activities of the theories of change against outcomes. An activity claims the outcomes that its links lead to, over any number of
 * steps; the studies cited on those links speak of them.
 */
export function activityMap(snapshot: Snapshot, specs: readonly MappedSpec[]): GapMap {
  return mapOf(snapshot, "activities", specs.flatMap(activitiesOf));
}

function activitiesOf({ reading, path, span }: MappedSpec): RowFacts[] {
  const theory = reading.theory_of_change;
  if (theory?.$kind !== "object") return [];
  const steps = theory.steps?.items ?? [];
  const links = (theory.links?.items ?? []).map((link) => ({
    from: namesIn(link.from),
    to: namesIn(link.to),
    evidence: (link.evidence?.items ?? []).flatMap(({ value }) => value ?? []),
  }));
  const outcomes = new Map(
    steps.flatMap((step) =>
      step.step?.value === undefined || step.outcome?.value === undefined
        ? []
        : [[step.step.value, step.outcome.value] as const],
    ),
  );
  return steps.flatMap((step): RowFacts[] => {
    if (step.kind?.value !== "activity" || step.step?.value === undefined) return [];
    const reached = reach(step.step.value, links);
    return [
      {
        id: `${reading.intervention?.value ?? ""}/${step.step.value}`,
        title: `${step.title?.value ?? step.step.value} (${reading.title?.value ?? reading.intervention?.text ?? ""})`,
        path,
        span,
        claimed: new Set([...reached.steps].flatMap((name) => outcomes.get(name) ?? [])),
        studies: [...reached.studies],
      },
    ];
  });
}

type Names = Field<string> | ListNode<Field<string>>;

const namesIn = (names: Names | undefined): readonly string[] =>
  names === undefined
    ? []
    : names.$kind === "list"
      ? names.items.flatMap(({ value }) => value ?? [])
      : names.value === undefined
        ? []
        : [names.value];

interface Link {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly evidence: readonly string[];
}

/** Every step that links lead to from one, and the studies cited on the way. A circle is walked once. */
function reach(
  start: string,
  links: readonly Link[],
): { readonly steps: ReadonlySet<string>; readonly studies: ReadonlySet<string> } {
  const steps = new Set([start]);
  const studies = new Set<string>();
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const link of links) {
      if (!link.from.includes(next)) continue;
      for (const study of link.evidence) studies.add(study);
      for (const to of link.to)
        if (!steps.has(to)) {
          steps.add(to);
          waiting.push(to);
        }
    }
  return { steps, studies };
}
