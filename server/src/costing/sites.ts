/** Sites add up; the unweighted mean and the spread of the sites stand beside the pooled figure (schemas/FORMAT.md, "What a publication prints"). */
import { unit } from "../values/units.ts";
import type { Sheet } from "./appraise.ts";
import { countedLines } from "./run.ts";
import type { Volumes } from "./volumes.ts";
import { add, apply, given, quotient, sum, type Worked } from "./worked.ts";

/** Cost of each site from the lines given by site; lines given for all sites together belong to none. */
export function siteTotals(sheet: Sheet): ReadonlyMap<string, Worked> {
  const sites = new Map<string, Worked[]>();
  for (const { line } of countedLines(sheet.whole, (one) => one.total, sheet.settings))
    for (const [site, total] of line.sites) {
      const held = sites.get(site);
      if (held === undefined) sites.set(site, [total]);
      else held.push(total);
    }
  return new Map([...sites].map(([site, parts]) => [site, sum(`Cost of ${site}`, parts)]));
}

/** Each site's cost per unit of delivery. */
export function sitesPer(
  sites: ReadonlyMap<string, Worked>,
  volumes: ReadonlyMap<string, Volumes>,
  of: (volumes: Volumes) => Worked | undefined,
): ReadonlyMap<string, Worked> {
  const result = new Map<string, Worked>();
  for (const [site, total] of sites) {
    const own = volumes.get(site);
    const counted = own === undefined ? undefined : of(own);
    if (counted?.value !== undefined) result.set(site, quotient(`${total.label}, each`, total, counted));
  }
  return result;
}

/** Unweighted mean. */
export function meanOf(label: string, parts: readonly Worked[]): Worked {
  return quotient(label, sum("Sum of the sites", parts), given("Number of sites", parts.length));
}

/** Sample standard deviation, n - 1. */
export function spreadOf(label: string, parts: readonly Worked[]): Worked {
  return apply(
    label,
    parts,
    (values) => {
      const mean = add(values) / values.length;
      return Math.sqrt(add(values.map((value) => (value - mean) ** 2)) / (values.length - 1));
    },
    { unit: parts[0]?.unit ?? unit(), note: "sample standard deviation, n - 1" },
  );
}

export function siteFigures(sheet: Sheet): void {
  const sites = siteTotals(sheet);
  if (sites.size === 0) return;
  for (const [site, total] of sites) sheet.put("cost_by_site", total, site);
  for (const noun of sheet.input.volumes.things.keys()) {
    const each = [...sitesPer(sites, sheet.input.siteVolumes, (volumes) => volumes.things.get(noun)).values()];
    if (each.length < 2 || each.length < sites.size) continue;
    sheet.put("cost_per_unit_mean_of_sites", meanOf(`Mean of the sites' cost per ${noun}`, each), noun);
    sheet.put("cost_per_unit_sd_of_sites", spreadOf(`Spread of the sites' cost per ${noun}`, each), noun);
  }
}
