import type { Figure } from "../costing/figure.ts";
import { FIGURES } from "../costing/figures.ts";

/** Outcomes that a spec claims, as far as their names go. */
export interface Claiming {
  readonly outcomes?: readonly { readonly outcome?: string; readonly title: string }[];
}

/** `Cost per outcome: A child enters care`: a figure, and which of several by the name people know. */
export function figureName({ id, title, of }: Pick<Figure, "id" | "title" | "of">, among: Claiming): string {
  if (of === undefined) return title;
  return `${title}: ${FIGURES[id].of === "outcome" ? outcomeName(of, among) : of}`;
}

/** The title of an outcome by the key that its figures go by; a second claim of one outcome keeps its number: `A child enters care (2)`. */
export function outcomeName(key: string, { outcomes = [] }: Claiming): string {
  const [, id = key, number = ""] = /^(.*?)( \(\d+\))?$/.exec(key) ?? [];
  const found = outcomes.find(({ outcome }) => outcome === id);
  return found === undefined ? key : `${found.title}${number}`;
}
