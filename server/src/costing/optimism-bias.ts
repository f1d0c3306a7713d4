/**
 * Optimism bias of capital projects (HM Treasury supplementary guidance; Mott MacDonald 2002, sections 2 and 4):
 * adjusted = base x (1 + upper bound x (1 - share of the bias managed)). The bounds of a combined project are weighted by the shares
 * of its parts.
 */
import { NO_UNIT } from "../values/units.ts";
import { apply, difference, given, product, type Ref, sum, type Worked } from "./worked.ts";

/** Published bounds, as shares: 0.24 is 24%. */
export interface OptimismTable {
  readonly title: string;
  readonly edition: string;
  readonly provenance: "seen" | "quoted" | "memory";
  readonly rows: readonly {
    readonly id: string;
    readonly category: string;
    readonly measure: string;
    readonly lower: number;
    readonly upper: number;
  }[];
}

/** What is raised: the money of a project, or the time its works take. */
export type OptimismMeasure = "expenditure" | "duration";

/** A sort of project and its share of the whole; one sort has all of it. */
export type ProjectParts = readonly (readonly [category: string, share: number])[];

export interface OptimismBounds {
  readonly lower: number;
  readonly upper: number;
}

/** Bounds of a project, weighted by the shares of its parts; undefined where a part has none (outsourcing has no works). */
export function boundsOf(
  parts: ProjectParts,
  measure: OptimismMeasure,
  table: OptimismTable,
): OptimismBounds | undefined {
  let lower = 0;
  let upper = 0;
  for (const [category, share] of parts) {
    const row = rowOf(category, measure, table);
    if (row === undefined) return undefined;
    lower += share * row.lower;
    upper += share * row.upper;
  }
  return parts.length === 0 ? undefined : { lower, upper };
}

/** What is left of a bound once risks are managed: upper x (1 - managed). */
export const resultantBias = (upper: number, managed: number): number => upper * (1 - managed);

const rowOf = (category: string, measure: OptimismMeasure, table: OptimismTable) =>
  table.rows.find((row) => row.id === category && row.measure.endsWith(measure));

/**
 * The share by which capital is raised, as a worked value: upper bound, weighted for a combined project, x (1 - managed). Undefined where
 * the table has no bound for a part.
 */
export function capitalBias(
  parts: ProjectParts,
  managed: Worked | undefined,
  table: OptimismTable,
  ref: Ref,
): Worked | undefined {
  const bounds = boundsOf(parts, "expenditure", table);
  if (bounds === undefined) return undefined;
  const upper = upperBound(parts, bounds.upper, table, ref);
  if (managed === undefined) return { ...upper, label: "Optimism bias, no risk managed", ref };
  const left = difference("Share of the bias that is not managed", given("All of the bias", 1), managed);
  return product("Optimism bias, less what is managed", [upper, left], { unit: NO_UNIT, ref });
}

function upperBound(parts: ProjectParts, value: number, table: OptimismTable, ref: Ref): Worked {
  const extra = {
    source: table.title,
    unverified: table.provenance === "memory" ? [table.title] : [],
    ref,
  };
  const one = (category: string): Worked => {
    const row = rowOf(category, "expenditure", table);
    return given(`Upper bound, ${row?.category.toLowerCase() ?? category}`, row?.upper ?? Number.NaN, {
      ...extra,
      note: `${row?.measure ?? ""}, ${table.edition}`,
    });
  };
  const [only] = parts;
  if (parts.length === 1 && only?.[1] === 1) return one(only[0]);
  return apply("Upper bound of the combined project", [], () => value, {
    unit: NO_UNIT,
    note: "upper bounds weighted by the shares of the capital",
    ...extra,
    steps: () =>
      sum(
        "",
        parts.map(([category, share]) => product(category, [given("Share of the capital", share), one(category)])),
      ),
  });
}
