/** Whether evidence was gathered where, and with whom, it is to be used: compared where both sides say, asked for otherwise. */
import type { Field, ListNode } from "../../../schema/shape.ts";
import type { AgeRange } from "../../../values/types.ts";

const nations = ["england", "scotland", "wales", "northern ireland"] as const;
const kingdom = /\b(united kingdom|uk|u\.k\.|great britain|gb|britain)\b/i;
const states = /\b(usa?|u\.s\.(a\.)?|united states( of america)?|america)\b/i;

/** Countries named in a text: the nations of the United Kingdom each, the whole of it, else the text itself. */
export function countriesIn(text: string): ReadonlySet<string> {
  const plain = text.toLowerCase();
  const found = new Set<string>(nations.filter((nation) => new RegExp(`\\b${nation}\\b`).test(plain)));
  if (kingdom.test(plain)) found.add("united kingdom");
  if (states.test(plain)) found.add("united states");
  if (found.size === 0)
    for (const part of plain.split(/,|;|\band\b|\//)) if (part.trim() !== "") found.add(part.trim());
  return found;
}

const inKingdom = (country: string): boolean =>
  country === "united kingdom" || (nations as readonly string[]).includes(country);

/** `same` where one of the countries is shared (a study of the whole kingdom is of each nation), `near` within the United Kingdom, else `other`. */
export function compareCountries(here: string, there: string): "same" | "near" | "other" {
  if (here === there && here.trim() !== "") return "same";
  const [own, other] = [countriesIn(here), countriesIn(there)];
  const isKingdom = (set: ReadonlySet<string>): boolean => set.has("united kingdom");
  if ([...own].some((each) => other.has(each))) return "same";
  if (isKingdom(own) && [...other].some(inKingdom)) return "same";
  if (isKingdom(other) && [...own].some(inKingdom)) return "same";
  return [...own].some(inKingdom) && [...other].some(inKingdom) ? "near" : "other";
}

/** Years of age that are served and that no study covers; `none` where no study shares a year with them. */
export function uncoveredAges(
  served: AgeRange,
  studied: readonly AgeRange[],
): { readonly kind: "covered" | "part" | "none"; readonly years: number } {
  const from = Math.min(...studied.map((each) => each.from));
  const to = Math.max(...studied.map((each) => each.to));
  const shared = Math.min(served.to, to) - Math.max(served.from, from);
  if (shared < 0) return { kind: "none", years: served.to - served.from };
  const years = Math.max(0, from - served.from) + Math.max(0, served.to - to);
  return { kind: years < 2 ? "covered" : "part", years };
}

/** Levels of need from least to most. */
const needs: readonly NeedLevel[] = ["universal", "targeted-selective", "targeted-indicated", "specialist"];

export type NeedLevel = "universal" | "targeted-selective" | "targeted-indicated" | "specialist";

/** Steps from the level of need served to the nearest of those studied: 0 where one of them is the same. */
export const needApart = (served: NeedLevel, studied: readonly NeedLevel[]): number =>
  Math.min(...studied.map((each) => Math.abs(needs.indexOf(each) - needs.indexOf(served))));

/** The words of a key that holds one or a list of them; undefined where it says none. */
export function wordsIn<W extends string>(field: Field<W> | ListNode<Field<W>> | undefined): readonly W[] | undefined {
  const fields = field === undefined ? [] : field.$kind === "list" ? field.items : [field];
  const words = fields.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return words.length === 0 ? undefined : words;
}
