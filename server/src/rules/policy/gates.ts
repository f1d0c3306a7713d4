import type { GateSetting } from "../../model/settings.ts";
import type { SpecOf } from "../../model/spec.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Place } from "../../syntax/types.ts";
import { currencyOf, equalUnits } from "../../values/index.ts";
import type { DocumentContext, Reporter } from "../types.ts";

/** A gate that stands before this spec. */
export interface StandingGate {
  readonly gate: GateSetting;
  readonly intervention: Intervention;
  /** Where to point: the status, else the id. */
  readonly at: Place;
}

/** Whether the cost of a spec is above what a gate speaks of: `not known` when the cost is. */
function aboveSpend(context: DocumentContext, gate: GateSetting): boolean | "not known" {
  if (gate.spendOver === undefined) return true;
  const assessment = context.assessment();
  const yearly = gate.spendOver.unit.powers.some(([base, power]) => base === "year" && power < 0);
  const cost = assessment?.figures.get(yearly ? "cost_per_year" : "cost_total");
  if (cost?.value === undefined || currencyOf(cost.unit) !== currencyOf(gate.spendOver.unit)) return "not known";
  if (!equalUnits(cost.unit, gate.spendOver.unit)) return "not known";
  // A known part that is already above is above; one that is below may yet rise.
  return cost.value > gate.spendOver.value ? true : cost.complete ? false : "not known";
}

/** The gates in force that stand before a spec: by its status and the scale of its spend. */
export function standingGates(context: DocumentContext): readonly StandingGate[] {
  return gatesWhere(context, true);
}

/** The gates of which it is not known whether they stand, because the cost is not known. */
export function undecidedGates(context: DocumentContext): readonly StandingGate[] {
  return gatesWhere(context, "not known");
}

function gatesWhere(context: DocumentContext, above: boolean | "not known"): readonly StandingGate[] {
  const spec = context.spec;
  if (spec.kind !== "intervention") return [];
  const intervention = (spec as SpecOf<"intervention">).reading;
  const at = intervention?.status?.$ ?? intervention?.intervention?.$;
  if (intervention === undefined || at === undefined) return [];
  const status = intervention.status?.value;
  return context.settings.gates
    .filter(
      (gate) =>
        gate.severity !== "off" && (gate.status.length === 0 || (status !== undefined && gate.status.includes(status))),
    )
    .filter((gate) => aboveSpend(context, gate) === above)
    .map((gate) => ({ gate, intervention, at }));
}

/** Reports a breach in the gate's own words and at its own severity. `lacks` completes "this spec has ...". */
export function breach(
  standing: StandingGate,
  report: Reporter,
  lacks: string,
  help: string,
  at: Place = standing.at,
): void {
  const { gate, intervention } = standing;
  const status = intervention.status?.value === undefined ? "" : ` (${intervention.status.value})`;
  report({
    at,
    message: `Gate "${gate.gate}": "${intervention.intervention?.text ?? "this intervention"}"${status} has ${lacks}.`,
    help: gate.message === undefined ? help : `${gate.message} ${help}`,
    severity: gate.severity === "off" ? "information" : gate.severity,
  });
}
