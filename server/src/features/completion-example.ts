import type { Snapshot } from "../analysis/types.ts";
import { keyAt } from "../schema/lookup.ts";
import { examplesFor, plural, read, singular } from "../values/index.ts";
import type { Form } from "../values/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { specBefore } from "./at.ts";
import type { ValuePlace } from "./completion-place-types.ts";

/** A value of a form as it would be written at a place: the key's own example, counted in what this spec counts. */
export function exampleAt(snapshot: Snapshot, path: FilePath, place: ValuePlace, form: Form): string {
  const key = place.kind === undefined ? undefined : keyAt(place.kind, place.path);
  const usual = examplesFor(form)[0] ?? "";
  // The first part of a whole that has no other parts yet.
  if (key === undefined && form === "share") return "100%";
  const example = key?.example;
  // An id that the example names is of another project.
  if (example === undefined || !read(form, example).ok) return usual;
  return inUnitOf(participantIn(snapshot, path, place), example);
}

/** What the intervention around a place counts, where it says so. */
function participantIn(snapshot: Snapshot, path: FilePath, place: ValuePlace): string | undefined {
  const spec = specBefore(snapshot, path, place.replace.start);
  return spec?.kind === "intervention" ? spec.reading?.population?.unit?.value : undefined;
}

/** Examples of the format count families; another spec's are counted in its own unit, where that is one word. */
function inUnitOf(participant: string | undefined, example: string): string {
  if (participant === undefined || !/^[a-z]+$/i.test(participant)) return example;
  const one = singular(participant);
  if (new RegExp(`\\b(?:${one}|${plural(one)})\\b`).test(example)) return example;
  return example.replace(/\bfamilies\b/g, plural(one)).replace(/\bfamily\b/g, one);
}
