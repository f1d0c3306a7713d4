import { closest, distance } from "fastest-levenshtein";

/** The forms of names and addresses that are not values of the grammar. Plain ECMAScript patterns, so that the JSON Schemas carry them too. */
export const patterns = {
  /** `lower-case-with-hyphens`. */
  id: "^[a-z0-9]+(?:-[a-z0-9]+)*$",
  /** `library/entry`: letters first, one slash, so that it is never taken for `£38/hour`. */
  libraryId: "^[a-z][a-z0-9-]*/[a-z0-9][a-z0-9-]*$",
  url: "^https?://[^\\s/?#]+\\.[^\\s]+$",
  /** DOI Handbook 2.2: prefix `10.` and a registrant, then any suffix. */
  doi: "^10\\.[0-9]{4,9}(?:\\.[0-9]+)*/[^\\s]+$",
} as const;

/** The id nearest to what was written: `MST (edge of care)` gives `mst-edge-of-care`. Undefined when nothing usable is left. */
export function asId(text: string): string | undefined {
  const id = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return id === "" ? undefined : id;
}

/** `https://doi.org/10.1186/x` and `doi:10.1186/x` give `10.1186/x`; undefined when there is no DOI in the text. */
export function asDoi(text: string): string | undefined {
  return /10\.[0-9]{4,9}(?:\.[0-9]+)*\/[^\s]+/.exec(text)?.[0];
}

/** `www.example.org/x` gives `https://www.example.org/x`; undefined when that is no address either. */
export function asUrl(text: string): string | undefined {
  const url = `https://${text.replace(/^(?:[a-z]+:)?\/*/i, "")}`;
  return new RegExp(patterns.url).test(url) ? url : undefined;
}

/** A known name close to an unknown one. `certain` when only case, spaces or hyphens differ, or a single slip in a long word. */
export interface Nearest {
  readonly name: string;
  readonly certain: boolean;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "");

/** Two neighbouring letters in each other's place: one slip of the hand, though two changes. */
const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length || a === b) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};

/** The nearest of the known names, or undefined when none is near: more than a third of the letters would have to change. */
export function nearest(name: string, known: readonly string[]): Nearest | undefined {
  if (known.length === 0 || name.length > 80) return undefined;
  const same = known.find((each) => plain(each) === plain(name));
  if (same !== undefined) return { name: same, certain: true };
  const lower = name.toLowerCase();
  const swapped = known.find((each) => isSwap(lower, each));
  if (swapped !== undefined) return { name: swapped, certain: swapped.length >= 4 };
  const best = closest(lower, known as string[]);
  const apart = distance(lower, best);
  if (apart > Math.max(1, Math.floor(Math.max(lower.length, best.length) / 3))) return undefined;
  const rivals = known.filter((each) => distance(lower, each) === apart).length;
  return { name: best, certain: rivals === 1 && apart <= (best.length >= 7 ? 2 : 1) && best.length >= 4 };
}
