import type { Snapshot } from "../analysis/types.ts";
import { discountSchedules } from "../data/index.ts";
import type { Severity } from "../rules/types.ts";
import { formatPercent } from "../values/format.ts";
import type { FilePath } from "../workspace/types.ts";
import { placeLens } from "./place-lens.ts";

/** What stands in the status of a file: in words, ready to be shown. */
export interface Status {
  /** False while the project's files are still being read. */
  readonly complete: boolean;
  /** `2 errors, 1 warning in this file`. */
  readonly findings: string;
  readonly worst: Severity | undefined;
  /** Of a file with portfolios: what each costs against its budget. Undefined in other files. */
  readonly portfolios: string | undefined;
  /** `Prices of 2024-25`. */
  readonly prices: string;
  /** `Discounted at 3.5% a year, less later on`. */
  readonly discounting: string;
}

/** The state of one file of a project, and the settings in force for it. */
export function statusOf(snapshot: Snapshot, path: FilePath): Status {
  const found = snapshot.findings(path).filter((each) => each.suppressed === undefined);
  const count = (severity: Severity): number => found.filter((each) => each.severity === severity).length;
  const [errors, warnings, notes] = [count("error"), count("warning"), count("information")];
  const parts = [
    several(errors, "error", "errors"),
    several(warnings, "warning", "warnings"),
    several(notes, "thing to know", "things to know"),
  ].filter((part) => part !== "");
  // A spec may depart from the settings of its project: what is in force is what its figures are in.
  const specs = snapshot.assessments(path).map(({ assessment }) => assessment);
  const { appraisal } = snapshot.settings(path);
  const discounting = specs.length === 0 ? [appraisal.discounting] : specs.map((each) => each.appraisal.discounting);
  return {
    complete: snapshot.complete,
    findings: parts.length === 0 ? "No findings in this file" : `${parts.join(", ")} in this file`,
    worst: errors > 0 ? "error" : warnings > 0 ? "warning" : notes > 0 ? "information" : undefined,
    portfolios: portfolioText(snapshot, path),
    prices: pricesText(
      specs.length === 0 ? [appraisal.priceYear?.label ?? ownYears] : specs.map((each) => each.priceYear ?? ownYears),
    ),
    discounting: [...new Set(discounting.map(discountingText))].join("; "),
  };
}

const ownYears = "as printed";

function pricesText(years: readonly string[]): string {
  const named = [...new Set(years)].filter((year) => year !== ownYears);
  if (named.length === 0) return "Prices as printed";
  return `Prices of ${named.join(" and ")}${years.includes(ownYears) ? ", or as printed" : ""}`;
}

function portfolioText(snapshot: Snapshot, path: FilePath): string | undefined {
  const found = snapshot.portfolios(path);
  return found.length === 0
    ? undefined
    : found.map(({ spec }) => `${spec.id ?? "Portfolio"}: ${placeLens(snapshot, path, spec, "cost")}`).join("; ");
}

const several = (count: number, one: string, many: string): string =>
  count === 0 ? "" : `${count} ${count === 1 ? one : many}`;

function discountingText(discounting: ReturnType<Snapshot["settings"]>["appraisal"]["discounting"]): string {
  if (typeof discounting !== "string") return `Discounted at ${formatPercent(discounting.rate)} a year`;
  const { title, rows } = discountSchedules[discounting];
  const first = rows[0]?.rate;
  return first === undefined
    ? title
    : `Discounted at ${formatPercent(first)} a year${rows.length > 1 ? ", less later on" : ""}`;
}
