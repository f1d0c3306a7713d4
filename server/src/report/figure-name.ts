import type { Figure } from "../costing/figure.ts";
import { FIGURES } from "../costing/figures.ts";
import { type Counting, perCompleter, perStarter } from "./participant.ts";

/** What names a spec gives: to the outcomes that it claims, and to its participants. */
export interface Claiming extends Counting {
  readonly outcomes?: readonly { readonly outcome?: string; readonly title: string }[];
}

/** `Cost per family`, `Cost per outcome: A child enters care`: a figure, for whom and which of several by the names people know. */
export function figureName({ id, title, of }: Pick<Figure, "id" | "title" | "of">, among: Claiming): string {
  const name = title
    .replace("per starter", () => perStarter(among))
    .replace("per completer", () => perCompleter(among));
  if (of === undefined) return name;
  return `${name}: ${FIGURES[id].of === "outcome" ? outcomeName(of, among) : of}`;
}

/** The title of an outcome by the key that its figures go by; a second claim of one outcome keeps its number: `A child enters care (2)`. */
export function outcomeName(key: string, { outcomes = [] }: Claiming): string {
  const [, id = key, number = ""] = /^(.*?)( \(\d+\))?$/.exec(key) ?? [];
  const found = outcomes.find(({ outcome }) => outcome === id);
  return found === undefined ? key : `${found.title}${number}`;
}
