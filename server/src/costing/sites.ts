/** Sites add up; the unweighted mean and the spread of the sites stand beside the pooled figure (schemas/FORMAT.md, "What a publication prints"). */
import { unit } from "../values/units.ts";
import type { Sheet } from "./appraise.ts";
import { countedPart } from "./parties.ts";
import { countedLines } from "./run.ts";
import type { Volumes } from "./volumes.ts";
import { add, apply, given, quotient, sum, type Worked } from "./worked.ts";

/** What the perspective counts of each site's lines; lines given for all sites together belong to none. */
export function siteTotals(sheet: Sheet): ReadonlyMap<string, Worked> {
  const { whole, settings } = sheet;
  const sites = new Map<string, Worked[]>();
  for (const { line } of countedLines(whole, (one) => one.total, settings))
    for (const [site, total] of line.sites) {
      const part = countedPart(total, whole.shareOf(line, settings.perspective));
      if (part === undefined) continue;
      const held = sites.get(site);
      if (held === undefined) sites.set(site, [part]);
      else held.push(part);
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
function spreadOf(label: string, parts: readonly Worked[]): Worked {
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

/** What lines given for all sites together come to; undefined where every line is given by site. */
function notBySite(sheet: Sheet): Worked | undefined {
  const shared = countedLines(sheet.whole, (one) => one.total, sheet.settings).filter(
    ({ line }) => line.sites.size === 0,
  );
  return shared.length === 0
    ? undefined
    : sum(
        "Cost of lines that are not by site",
        shared.map(({ part }) => part),
      );
}

export function siteFigures(sheet: Sheet): void {
  const sites = siteTotals(sheet);
  if (sites.size === 0) return;
  for (const [site, total] of sites) sheet.put("cost_by_site", total, site);
  const shared = notBySite(sheet);
  if (shared !== undefined) {
    sheet.put("cost_by_site", shared, "not by site");
    // A mean of what the sites have of their own would leave out what they share.
    return;
  }
  for (const noun of sheet.input.volumes.things.keys()) {
    const each = [...sitesPer(sites, sheet.input.siteVolumes, (volumes) => volumes.things.get(noun)).values()];
    if (each.length < 2 || each.length < sites.size) continue;
    sheet.put("cost_per_unit_mean_of_sites", meanOf(`Mean of the sites' cost per ${noun}`, each), noun);
    sheet.put("cost_per_unit_sd_of_sites", spreadOf(`Spread of the sites' cost per ${noun}`, each), noun);
  }
}
