import type { Detached } from "../model/detach.ts";
import type { Definition } from "../model/spec.ts";

/** What an id stands for in a few words beside it: a unit cost's value, price year and source; a study's design; else its title. */
export function idDetail(definition: Definition): string {
  const meaning = record(definition.meaning);
  const said = (key: string): string | undefined => (typeof meaning[key] === "string" ? meaning[key] : undefined);
  const facts =
    definition.kind === "unit-cost"
      ? [said("value"), priced(said("price_year")), sourceOf(meaning.source)]
      : definition.kind === "study"
        ? [said("design"), said("country"), definition.title]
        : [definition.title];
  return facts.filter((fact) => fact !== undefined).join(" · ");
}

/** The part of it that has room in the list: a unit cost's value and price year, a study's design. Undefined for what is short anyway. */
export function idBrief(definition: Definition): string | undefined {
  const meaning = record(definition.meaning);
  const said = (key: string): string | undefined => (typeof meaning[key] === "string" ? meaning[key] : undefined);
  if (definition.kind === "study") return said("design");
  if (definition.kind !== "unit-cost") return undefined;
  const year = said("price_year");
  const facts = [said("value"), year === "unknown" ? "year unknown" : year].filter((fact) => fact !== undefined);
  return facts.length === 0 ? undefined : facts.join(" · ");
}

const priced = (year: string | undefined): string | undefined => {
  if (year === undefined) return undefined;
  return year === "unknown" ? "price year unknown" : `${year} prices`;
};

function sourceOf(source: Detached | undefined): string | undefined {
  if (typeof source === "string") return source;
  const { title, authors, year } = record(source ?? null);
  const parts = [authors ?? title, year].filter((part) => typeof part === "string");
  return parts.length === 0 ? undefined : parts.join(" ");
}

const record = (value: Detached): { readonly [key: string]: Detached } =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Detached })
    : {};
