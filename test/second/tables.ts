import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Reference tables as shipped: the one thing the second implementation shares with the first. */
const data = <T>(path: string): T =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../schemas/data/${path}.json`, import.meta.url)), "utf8")) as T;

type Rows<T> = { rows: T[] };

export type Band = { from: number; to: number | null; rate: number };

export const deflator = (edition: string): Record<string, number> =>
  Object.fromEntries(
    data<Rows<{ year: string; index: number }>>(`gdp-deflator/${edition}`).rows.map((row) => [row.year, row.index]),
  );

export const schedule = (name: string): Band[] => data<Rows<Band>>(`discount-rates/${name}`).rows;

export const grades: { grade: number; costs: number; benefits: number }[] =
  data<Rows<{ grade: number; costs: number; benefits: number }>>("confidence-grades/gmca-2014").rows;

const bias = data<Rows<{ id: string; measure: string; upper: number }>>("optimism-bias/mott-macdonald-2002").rows;

/** Upper bound of a sort of project: capital, and of outsourcing its running cost. */
export const upperBound = (id: string): number =>
  bias.find((row) => row.id === id && row.measure.endsWith("expenditure"))?.upper ?? Number.NaN;

const payers = data<Rows<{ party: string; public: boolean; council: boolean }>>("payers").rows;
export const PUBLIC = new Set(payers.filter((row) => row.public).map((row) => row.party));
export const COUNCIL = new Set(payers.filter((row) => row.council).map((row) => row.party));
