import { unit } from "../values/units.ts";
import type { Sheet } from "./appraise.ts";
import { behaviourFigures } from "./behaviour.ts";
import { flowsOf } from "./cash.ts";
import type { CostResult } from "./costs.ts";
import { equivalentAnnualFigure } from "./equivalent-annual.ts";
import { countedGroups, countedPart, groupPart, outsidePart, type Perspective } from "./parties.ts";
import {
  type CostOf,
  cash,
  cashCorrected,
  charged,
  costSum,
  countedLines,
  incremental,
  onePurchase,
  present,
  presentUncorrected,
  type Run,
} from "./run.ts";
import { given, product, quotient, sum, type Worked } from "./worked.ts";

/** Incremental present value of one run, corrected or not. */
export function presentCost(sheet: Sheet, run: Run, corrected: boolean): Worked {
  const of: CostOf = corrected ? present : presentUncorrected;
  return incremental(
    "Present value of the cost",
    run,
    sheet.input,
    costSum("Present value of the cost lines", run, of, sheet.settings),
    of,
    sheet.settings.perspective,
  );
}

/** Undiscounted incremental cost of one run. */
export function incrementalCost(sheet: Sheet, run: Run): Worked {
  const lines = costSum("Cost", run, cash, sheet.settings);
  return incremental("Incremental cost", run, sheet.input, lines, cash, sheet.settings.perspective);
}

/** Every figure of cost. None when the case has no cost lines: there is nothing to add up, which is not a cost of zero. */
export function costFigures(sheet: Sheet): void {
  const { input, whole, settings, put } = sheet;
  const { bases, period } = input.volumes;
  if (bases.starters.value !== undefined || bases.starters.ref !== undefined) put("starts_total", bases.starters);
  if (bases.completers.value !== undefined) put("completes_total", bases.completers);
  if (bases.starters.value !== undefined && bases.eligible.value !== undefined)
    put("reach", quotient("Need met", bases.starters, bases.eligible));
  if (input.costs.length === 0) return;
  const total = put("cost_total", costSum("Cost of the whole period", whole, cash, settings));
  if (input.costs.some((line) => !line.additional)) {
    put("cost_total_economic", costSum("Economic cost", whole, cash, settings, { view: "economic" }));
    put("cost_total_budget", costSum("Budget cost", whole, cash, settings, { view: "budget" }));
  }
  if (input.costs.some((line) => line.correction !== undefined))
    put("cost_total_corrected", costSum("Cost corrected for optimism", whole, cashCorrected, settings));
  inKind(sheet);
  groups(sheet);
  behaviourFigures(sheet);
  put("cost_per_year", quotient("Cost a year", total, period));
  put(
    "cost_per_starter",
    sheet.perStarter("Cost per starter", (run) => costSum("Cost", run, cash, settings)),
  );
  perBase(sheet, total);
  const yearly = costSum("Cost, capital charged over its life", whole, charged, settings);
  if (input.costs.some((line) => line.lasts !== undefined)) {
    put(
      "annualised_cost_per_starter",
      sheet.perStarter("Cost per starter, capital charged over its life", (run) =>
        costSum("Cost, capital charged over its life", run, charged, settings),
      ),
    );
    put("annualised_cost_per_year", quotient("Cost a year, capital charged over its life", yearly, period));
  }
  averaged(sheet);
  put("incremental_cost", incrementalCost(sheet, whole));
  if (whole.comparator !== undefined)
    put("comparator_cost", comparatorPart(whole, whole.comparator, settings.perspective));
  put(
    "incremental_cost_per_starter",
    sheet.perStarter("Incremental cost per starter", (run) => incrementalCost(sheet, run)),
  );
  const presentValue = put("pv_cost", presentCost(sheet, whole, true));
  if (input.costs.some((line) => line.correction !== undefined))
    put("pv_cost_uncorrected", presentCost(sheet, whole, false));
  equivalentAnnualFigure(sheet, presentValue);
}

/** What the perspective would have paid for the comparator: nothing of one that others would have paid. */
function comparatorPart(run: Run, comparator: CostResult, perspective: Perspective): Worked {
  const part = countedPart(comparator.total, run.shareOf(comparator, perspective));
  return (
    part ??
    product(comparator.total.label, [comparator.total, given(`Share that counts for the ${perspective}`, 0)], {
      unit: comparator.total.unit,
      ref: comparator.total.ref,
      aspect: "part that counts",
    })
  );
}

function perBase(sheet: Sheet, total: Worked): void {
  const { bases, things } = sheet.input.volumes;
  const { single } = sheet;
  const per = (
    id: "cost_per_completer" | "cost_per_offered" | "cost_per_eligible",
    label: string,
    base: "completers" | "offered" | "eligible",
  ): void => {
    if (bases[base].value !== undefined) sheet.put(id, quotient(label, total, bases[base]));
    else if (single?.volumes.bases[base].value !== undefined)
      sheet.put(
        id,
        quotient(label, costSum("Cost of one starter", single, cash, sheet.settings), single.volumes.bases[base]),
      );
  };
  per("cost_per_completer", "Cost per completer", "completers");
  per("cost_per_offered", "Cost per place offered", "offered");
  per("cost_per_eligible", "Cost per eligible person", "eligible");
  if (sheet.input.volumes.universal === true && bases.eligible.value !== undefined)
    sheet.put(
      "cost_per_year_per_eligible",
      quotient(
        "Cost a year per eligible person",
        quotient("Cost a year", total, sheet.input.volumes.period),
        bases.eligible,
      ),
    );
  for (const [noun, counted] of things)
    if (counted.value !== undefined)
      sheet.put(
        "cost_per_unit",
        quotient(`Cost per ${noun}`, total, counted, { unit: unit([sheet.input.currency, 1], [noun, -1]) }),
        noun,
      );
}

/** What is given free, in the economic view: shown apart. */
function inKind({ whole, settings, put }: Sheet): void {
  const parts = countedLines(whole, cash, settings, { view: "economic" })
    .filter(({ line }) => line.input.inKind === true)
    .map(({ part }) => part);
  if (parts.length > 0) put("cost_in_kind", sum("Cost in kind", parts, { unit: whole.money }));
}

function groups(sheet: Sheet): void {
  const { whole, settings, put } = sheet;
  const counted = countedLines(whole, cash, settings);
  for (const [timing, id, label] of [
    ["start-up", "start_up_cost", "Start-up cost"],
    ["recurring", "recurring_cost", "Recurring cost"],
    ["prerequisite", "prerequisite_cost", "Prerequisite cost"],
  ] as const) {
    const parts = counted.filter(({ line }) => line.input.timing === timing).map(({ part }) => part);
    if (parts.length > 0) put(id, sum(label, parts));
  }
  const byResource = new Map<string, Worked[]>();
  for (const { line, part } of counted) push(byResource, line.input.resource ?? "not said", part);
  if (byResource.size > 1 || !byResource.has("not said"))
    for (const [resource, parts] of byResource)
      put("cost_by_resource", sum(`Cost: ${resource}`, parts, { unit: whole.money }), resource);
  const byPayer = new Map<string, Worked[]>();
  for (const { line, part } of counted)
    for (const group of countedGroups(line.input.payers, settings.perspective, settings.parties))
      push(byPayer, group.group, groupPart(line.total, part, group, "paid"));
  for (const [payer, parts] of byPayer)
    put("cost_by_payer", sum(`Cost paid by ${payer}`, parts, { unit: whole.money }), payer);
  byYear(sheet, counted);
  const outside = whole.lines.flatMap((line) => {
    if (settings.view === "budget" && !line.input.additional) return [];
    const part = outsidePart(line.total, whole.shareOf(line, settings.perspective));
    return part === undefined ? [] : [part];
  });
  if (outside.length > 0) put("cost_outside", sum("Cost outside the perspective", outside, { unit: whole.money }));
}

const SHARE_OF_YEAR = "spread evenly over the years of delivery, or over its purchases";

function byYear(sheet: Sheet, counted: readonly { line: CostResult; part: Worked }[]): void {
  const { period } = sheet.input.volumes;
  if (period.value === undefined || period.value > 100) return;
  const byProfile = new Map<NonNullable<CostResult["profile"]>, Worked[]>();
  for (const { line, part } of counted) {
    if (line.profile === undefined) return;
    if (line.returned === undefined) push(byProfile, line.profile, part);
    else
      for (const flow of flowsOf(line.total, line))
        push(
          byProfile,
          flow.profile,
          countedPart(flow.worked, sheet.whole.shareOf(line, sheet.settings.perspective)) ?? flow.worked,
        );
  }
  const years = new Map<number, Worked[]>();
  for (const [profile, parts] of byProfile) {
    const together =
      parts.length === 1 && parts[0] !== undefined ? parts[0] : sum("Lines paid in the same years", parts);
    for (const { year, share } of profile)
      push(
        years,
        year,
        share === 1
          ? together
          : product(together.label, [together, given(`Share in year ${year}`, share, { note: SHARE_OF_YEAR })], {
              unit: together.unit,
              aspect: "part of the year",
            }),
      );
  }
  for (const [year, parts] of [...years].sort(([a], [b]) => a - b)) {
    const total = sum(`Cost in year ${year}`, parts, { unit: sheet.whole.money });
    if (total.value !== undefined) sheet.put("cost_by_year", total, String(year));
  }
}

/** (start-up and prerequisite + 3 x a year's recurring cost) / 3 / a year's starters, whatever the setting of capital. */
function averaged(sheet: Sheet): void {
  const { whole, settings, input } = sheet;
  const { period, bases } = input.volumes;
  if (period.value === undefined || bases.starters.value === undefined) return;
  const counted = countedLines(whole, cash, settings);
  const once = sum(
    "Start-up and prerequisite",
    countedLines(whole, onePurchase, settings)
      .filter(({ line }) => line.input.timing !== "recurring")
      .map(({ part }) => part),
    { unit: whole.money },
  );
  const recurring = sum(
    "Recurring",
    counted.filter(({ line }) => line.input.timing === "recurring").map(({ part }) => part),
    { unit: whole.money },
  );
  const three = given("Three years", 3, { unit: unit(["year", 1]) });
  const total = sum("Three years' cost", [
    once,
    product("Three years' recurring cost", [quotient("A year's recurring cost", recurring, period), three], {
      unit: recurring.unit,
    }),
  ]);
  const starters = product("Starters of three years", [quotient("Starters of a year", bases.starters, period), three], {
    unit: bases.starters.unit,
  });
  if (total.value !== undefined)
    sheet.put(
      "averaged_cost_per_starter",
      quotient("Cost per starter, averaged over three years", total, starters, {
        unit: unit([input.currency, 1], [input.volumes.unit === "" ? "participant" : input.volumes.unit, -1]),
      }),
    );
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
}
