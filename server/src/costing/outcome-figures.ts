import { divideUnits } from "../values/units.ts";
import type { Sheet } from "./appraise.ts";
import { notKnown } from "./benefit-figures.ts";
import { incrementalCost, presentCost } from "./cost-figures.ts";
import { onceAtLag } from "./once-at-lag.ts";
import type { OutcomeResult } from "./outcomes.ts";
import type { Run } from "./run.ts";
import { difference, none, product, quotient, relabel, type Worked } from "./worked.ts";

/** Figures of each outcome claimed. A second claim of one outcome is told apart by its number: `child-enters-care (2)`. */
export function outcomeFigures(sheet: Sheet): void {
  const keys = outcomeKeys(sheet.input.claims);
  keys.forEach((of, at) => {
    const whole = sheet.whole.outcomes[at];
    if (whole === undefined) return;
    if (whole.reached.value !== undefined) sheet.put("outcome_reached", whole.reached, of);
    sheet.put("outcome_difference", shownAs(whole, whole.difference), of);
    sheet.put("outcomes_expected", shownAs(whole, whole.expected), of);
    const qalys = discountedQalys(whole, sheet.whole);
    if (qalys !== undefined) sheet.put("discounted_qalys", shownAs(whole, qalys), of);
    if (sheet.input.costs.length === 0) return;
    sheet.put(
      "cost_per_outcome",
      sheet.better((run) => costPerOutcome(sheet, run, at)),
      of,
    );
    const { threshold } = sheet.settings;
    if (threshold !== undefined && isWorth(threshold, whole.gained)) {
      const net = (run: Run): Worked => {
        const gained = run.outcomes[at]?.gained ?? whole.gained;
        return difference(
          "Net monetary benefit",
          product("Outcomes at the threshold", [gained, threshold]),
          incrementalCost(sheet, run),
        );
      };
      sheet.put(
        "net_monetary_benefit",
        whole.noEffectShown ? none("Net monetary benefit", "no effect shown") : net(sheet.whole),
        of,
      );
      if (qalys !== undefined && !whole.noEffectShown)
        sheet.put(
          "net_monetary_benefit_discounted",
          difference(
            "Net monetary benefit, discounted",
            product("QALYs at the threshold, discounted", [qalys, threshold]),
            presentCost(sheet, sheet.whole, true),
          ),
          of,
        );
    }
  });
}

/** QALYs gained, discounted at the schedule for health from the years in which they are gained. */
function discountedQalys({ input, gained }: OutcomeResult, { frame }: Run): Worked | undefined {
  if (input.kind !== "qaly") return undefined;
  if (gained.none !== undefined) return relabel(gained, "QALYs gained, discounted");
  if (gained.value === undefined) return undefined;
  const { profile, when } = onceAtLag(input, frame);
  if (profile === undefined || frame.volumes.period.value === undefined) return undefined;
  const weight = (frame.healthDiscounter ?? frame.discounter).weight(profile, when);
  return product("QALYs gained, discounted", [gained, weight], { unit: gained.unit, ref: input.ref });
}

/** What tells the figures of each claim apart. */
export function outcomeKeys(claims: readonly { readonly outcome: string }[]): readonly string[] {
  const seen = new Map<string, number>();
  return claims.map(({ outcome }) => {
    const times = (seen.get(outcome) ?? 0) + 1;
    seen.set(outcome, times);
    return times === 1 ? outcome : `${outcome} (${times})`;
  });
}

/** A threshold is for an outcome when it is money for each of just what the outcome counts. */
function isWorth(threshold: Worked, gained: Worked): boolean {
  const per = threshold.unit.powers.filter(([, power]) => power < 0);
  return (
    per.length === gained.unit.powers.length &&
    per.every(([base, power], i) => gained.unit.powers[i]?.[0] === base && gained.unit.powers[i]?.[1] === -power)
  );
}

/** The figure, marked "no effect shown" where that is so: its value and range stay to be seen. */
function shownAs(outcome: OutcomeResult, worked: Worked): Worked {
  return outcome.noEffectShown ? { ...worked, none: "no effect shown" } : worked;
}

function costPerOutcome(sheet: Sheet, run: Run, at: number): Worked {
  const label = "Cost per outcome";
  const outcome = run.outcomes[at];
  const extra = { unit: outcome === undefined ? run.money : divideUnits(run.money, outcome.gained.unit) };
  if (outcome === undefined || outcome.noEffectShown) return none(label, "no effect shown", [], extra);
  const { gained } = outcome;
  if (gained.none !== undefined) return none(label, gained.none, [gained], extra);
  if (gained.value !== undefined && gained.value <= 0) return none(label, "worse or no better", [gained], extra);
  const cost = incrementalCost(sheet, run);
  const each = quotient(label, cost, gained, extra);
  if (cost.value === undefined || cost.value > 0) return each;
  return cost.missing.length === 0 ? none(label, "no cost", [cost], extra) : notKnown(each);
}
