/** How many of some ages live in an area, from the groups that the area counts. */
import { sum, unknown, type Worked } from "../../costing/worked.ts";
import type { Area } from "../../schema/kinds/area.ts";
import type { Unit } from "../../values/types.ts";
import { quantityOf } from "./values.ts";

interface Ages {
  readonly from: number;
  readonly to: number;
}

type Group = NonNullable<Area["population"]>["items"][number];

/**
 * Everyone of these ages in the area: the group of just those ages, or groups that follow one another without a gap or an overlap (0 to 4
 * and 5 to 10 years for 0 to 10). Never a part of a group: nobody says how it falls among the ages inside it.
 */
export function livingIn(area: Area | undefined, ages: Ages | undefined, label: string, of: Unit): Worked {
  const groups = (area?.population?.items ?? []).filter(({ number }) => number?.value !== undefined);
  const found = ages === undefined ? undefined : tiling(groups, ages.from, ages.to);
  if (found === undefined)
    return unknown(label, { reason: "volume-unknown", what: "how many of these ages live in the area" }, { unit: of });
  const parts = found.map((group) => counted(group, found.length === 1 ? label : agesText(group), of));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : sum(label, parts, { unit: of });
}

/** The fewest groups first: one that holds all the ages beats several. */
function tiling(
  groups: readonly Group[],
  from: number,
  to: number,
  deadEnds = new Set<number>(),
): readonly Group[] | undefined {
  if (deadEnds.has(from)) return undefined;
  const starting = groups
    .filter(({ ages }) => ages?.value?.from === from && ages.value.to <= to)
    .sort((a, b) => (b.ages?.value?.to ?? 0) - (a.ages?.value?.to ?? 0));
  for (const group of starting) {
    const end = group.ages?.value?.to ?? from;
    if (end === to) return [group];
    const rest = tiling(groups, end + 1, to, deadEnds);
    if (rest !== undefined) return [group, ...rest];
  }
  deadEnds.add(from);
  return undefined;
}

const agesText = ({ who, ages }: Group): string => [who?.value ?? "People", ages?.text].filter(Boolean).join(", ");

function counted({ number }: Group, label: string, of: Unit): Worked {
  if (number?.value === undefined) return unknown(label, { reason: "volume-unknown", what: label }, { unit: of });
  return { ...quantityOf(label, number.value, number), unit: of };
}
