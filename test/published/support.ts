/** Published cases run through the real engine: a spec and its settings in a session, nothing stubbed. */
import { readFileSync } from "node:fs";
import { createSession, type Snapshot } from "../../server/src/analysis/index.ts";
import type { Worked } from "../../server/src/costing/worked.ts";
import type { Assessment } from "../../server/src/model/assess/index.ts";
import type { Spec } from "../../server/src/model/spec.ts";
import { formatNumber } from "../../server/src/values/index.ts";
import type { Written } from "../../server/src/values/types.ts";

export interface PublishedFigure {
  readonly name: string;
  readonly printed: string;
  readonly at: string;
  readonly verdict: "agrees" | "misprint" | "agrees-if-closed" | "not-computable";
  readonly computed?: number;
  readonly closed?: number;
  readonly gap?: number;
}

export interface PublishedCase {
  readonly id: string;
  readonly from_id: string;
  readonly kind: string;
  readonly spec?: string;
  readonly document: string;
  readonly entry?: string;
  readonly published: readonly PublishedFigure[];
  readonly expected: string;
  readonly implied?: {
    readonly benefit: string;
    readonly low: number;
    readonly high: number;
    readonly closing: number;
  };
}

export interface WsippRow {
  readonly id: string;
  readonly total_benefits: number;
  readonly taxpayer_benefits: number;
  readonly non_taxpayer_benefits: number;
  readonly net_programme_cost: number;
  readonly benefits_minus_costs: number;
  readonly benefit_cost_ratio: string;
}

export const textOf = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

export const cases: readonly PublishedCase[] = JSON.parse(textOf("cases.json")).cases;
export const wsippRows: readonly WsippRow[] = JSON.parse(textOf("wsipp-2017.json")).rows;

export interface Document {
  readonly path: string;
  readonly snapshot: Snapshot;
  readonly spec: Spec;
}

const asOf = { kind: "date", year: 2026, month: 6, day: 1 } as const;

/** A project of the given files, all of it read. */
export function projectOf(files: Readonly<Record<string, string>>): Snapshot {
  const session = createSession({ asOf });
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.setComplete(true);
  return session.snapshot();
}

/** The document of a case, with the settings that stand beside it. */
export function documentOf(published: PublishedCase): Document {
  const path = published.spec?.replace("specs/", "") ?? "";
  const snapshot = projectOf({ "wellspent.yaml": textOf("specs/wellspent.yaml"), [path]: textOf(`specs/${path}`) });
  const spec = snapshot.specs(path).find(({ id }) => id === published.document);
  if (spec === undefined) throw new Error(`no document ${published.document} in ${path}`);
  return { path, snapshot, spec };
}

export function assessmentOf({ snapshot, path, spec }: Document): Assessment {
  const found = snapshot.assessments(path).find((one) => one.spec === spec);
  if (found === undefined) throw new Error(`${path} has no figures`);
  return found.assessment;
}

/** Finest place that counts in a printed figure: its last digit with decimals, else its last that is not zero. */
export const placeOf = (written: Written): number => (written.decimals ? written.finest : written.lastNonZero);

/** A number as our formatter shows it at a decimal place: 559,820 at 10^4 is "56", 2.302 at 10^-2 is "230". */
export const digitsAt = (value: number, place: number): string =>
  formatNumber(Number(`${value}e${-place}`), { places: 0 });

/** The value of a worked figure, which must be known. */
export function amountOf(worked: Worked | undefined): number {
  if (worked?.value === undefined) throw new Error("not known");
  return worked.value;
}
