import type { Snapshot } from "../analysis/types.ts";
import { walk } from "../model/walk.ts";
import { kinds } from "../schema/kinds/index.ts";
import type { Shape } from "../schema/shape.ts";
import { CALENDAR, CLOCK, CLOSED_UNITS, formatUnit, plural, singular, unit } from "../values/index.ts";
import type { Form, Unit } from "../values/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { Completion } from "./completion-item.ts";
import type { ValuePlace } from "./completion-place-types.ts";

/** Counted things that the specs of a file speak of, in the singular, the most used first. `typing`: the word being written, which is no use of itself. */
export function nounsIn(snapshot: Snapshot, path: FilePath, typing = ""): readonly string[] {
  const used = new Map<string, number>();
  const note = (noun: string): void => {
    if (!CLOSED_UNITS.includes(noun)) used.set(noun, (used.get(noun) ?? 0) + 1);
  };
  for (const spec of snapshot.specs(path)) {
    if (spec.reading === undefined) continue;
    walk(kinds[spec.kind].shape as Shape<unknown>, spec.reading, {
      field({ field }) {
        for (const each of unitsOf(field.value)) for (const [base] of each.powers) note(base);
      },
    });
    if (spec.kind !== "intervention") continue;
    const participant = spec.reading.population?.unit?.value;
    if (participant !== undefined && /^[a-z -]+$/i.test(participant)) note(singular(participant));
    for (const entry of spec.reading.delivery?.entries ?? []) if (entry.key !== "sites") note(singular(entry.key));
  }
  const itself = singular(typing);
  if (used.get(itself) === 1) used.delete(itself);
  return [...used].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([noun]) => noun);
}

function unitsOf(value: unknown): readonly Unit[] {
  if (typeof value !== "object" || value === null) return [];
  const { terms, unit: own } = value as {
    readonly terms?: readonly { readonly factors: readonly { readonly unit: Unit }[] }[];
    readonly unit?: Unit;
  };
  if (terms !== undefined) return terms.flatMap((term) => term.factors.map((factor) => factor.unit));
  return own === undefined ? [] : [own];
}

const time: readonly string[] = [...CLOCK, ...CALENDAR];
const staff: readonly string[] = ["FTE"];

/** Units that may stand in a form above the line, and below it. Forms without units are not here. */
const units: Partial<
  Record<Form, { readonly above: readonly string[] | "nouns"; readonly below: readonly string[] | "nouns" }>
> = {
  money: { above: [], below: "nouns" },
  threshold: { above: [], below: "nouns" },
  quantity: { above: "nouns", below: "nouns" },
  count: { above: "nouns", below: "nouns" },
  "share-or-count": { above: "nouns", below: "nouns" },
  rate: { above: "nouns", below: "nouns" },
  duration: { above: time, below: [] },
  "share-per-time": { above: [], below: time },
};

/** Units that fit after what is typed: `12 vis` and `£38/`. Undefined where no unit can follow. */
export function unitCompletions(
  snapshot: Snapshot,
  path: FilePath,
  place: ValuePlace,
  form: Form,
): readonly Completion[] | undefined {
  const allowed = units[form];
  const typed = /^(?:.*\/|.*\d[\d,.]*[kmbn]{0,2} )([A-Za-z-]*)$/.exec(place.typed);
  if (allowed === undefined || typed === null) return undefined;
  const part = typed[1] ?? "";
  const below = place.typed.slice(0, place.typed.length - part.length).endsWith("/");
  const money = /[£$€]\s?[\d,.]+[kmbn]{0,2} $/.test(place.typed.slice(0, place.typed.length - part.length));
  const wanted = below ? allowed.below : money ? [] : allowed.above;
  const names =
    wanted === "nouns"
      ? [...nounsIn(snapshot, path, part), ...(below ? [] : staff), ...time, ...(below ? staff : [])]
      : wanted;
  const replace = { start: place.word.start - part.length, end: place.word.end };
  return names
    .map((base) => formatUnit(unit([base, 1]), { plural: !below }))
    .map((name) => ({
      label: name,
      sort: "unit",
      ...(CLOSED_UNITS.includes(name) || time.some((each) => each === name || plural(each) === name)
        ? {}
        : { detail: "used in this file" }),
      replace,
      snippet: [name],
    }));
}
