import type { Detached } from "../model/detach.ts";

type Record_ = { readonly [key: string]: Detached };

/** What a definition says, where it is a mapping; empty otherwise. Definitions of other files are known by their meaning only. */
export const recordOf = (value: Detached | undefined): Record_ =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record_) : {};

export const listOf = (value: Detached | undefined): readonly Detached[] => (Array.isArray(value) ? value : []);

export const textOf = (value: Detached | undefined): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

export interface Citation {
  readonly text: string;
  readonly href?: string;
}

/** A source as a reader cites it: authors (year). Title. Where. Without authors the year stands behind the title. Undefined when nothing is said. */
export function citationOf(source: Detached | undefined, fallback?: string): Citation | undefined {
  const plain = textOf(source);
  if (plain !== undefined) return { text: plain };
  const of = recordOf(source);
  const [authors, year] = [textOf(of.authors), textOf(of.year)];
  const title = textOf(of.title) ?? fallback;
  const dated = (text: string | undefined): string | undefined =>
    text === undefined || year === undefined ? text : `${text} (${year})`;
  const text = (authors === undefined ? [dated(title), textOf(of.where)] : [dated(authors), title, textOf(of.where)])
    .filter((each) => each !== undefined && each !== "")
    .map((each) => (each as string).replace(/[.\s]+$/, ""))
    .join(". ");
  if (text === "") return undefined;
  const doi = textOf(of.doi);
  const href = textOf(of.url) ?? (doi === undefined ? undefined : `https://doi.org/${doi}`);
  return href === undefined ? { text } : { text, href };
}
