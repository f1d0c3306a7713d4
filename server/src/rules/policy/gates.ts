import type { Figure } from "../../costing/figure.ts";
import type { Missing } from "../../costing/worked.ts";
import { type GateSetting, severityUnder } from "../../model/settings.ts";
import type { SpecOf } from "../../model/spec.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Place } from "../../syntax/types.ts";
import { currencyOf, equalUnits } from "../../values/index.ts";
import type { DocumentContext, Reporter } from "../types.ts";
import { sentence } from "../wording.ts";

/** A gate that stands before this spec. */
export interface StandingGate {
  readonly gate: GateSetting;
  readonly intervention: Intervention;
  /** Where to point: the status, else the id. */
  readonly at: Place;
}

/** The cost that a gate speaks of: by the year, or of the whole period. */
export function spendOf(context: DocumentContext, { spendOver }: GateSetting): Figure | undefined {
  const yearly = spendOver?.unit.powers.some(([base, power]) => base === "year" && power < 0) === true;
  return context.assessment()?.figures.get(yearly ? "cost_per_year" : "cost_total");
}

/** Whether the cost of a spec is above what a gate speaks of: `not known` when the cost is. */
function aboveSpend(context: DocumentContext, gate: GateSetting): boolean | "not known" {
  if (gate.spendOver === undefined) return true;
  const cost = spendOf(context, gate);
  if (cannotBeRead(cost)) return cost?.value !== undefined && cost.value > gate.spendOver.value;
  if (cost?.value === undefined || currencyOf(cost.unit) !== currencyOf(gate.spendOver.unit)) return "not known";
  if (!equalUnits(cost.unit, gate.spendOver.unit)) return "not known";
  // A known part that is already above is above; one that is below may yet rise.
  return cost.value > gate.spendOver.value ? true : cost.complete ? false : "not known";
}

/** The gates in force that stand before a spec: by its status and the scale of its spend. */
function standingGates(context: DocumentContext): readonly StandingGate[] {
  return gatesWhere(context, true);
}

/** The gates of which it is not known whether they stand, because the cost is not known. */
export function undecidedGates(context: DocumentContext): readonly StandingGate[] {
  return gatesWhere(context, "not known");
}

/** Needs that a rule of another group would point out anywhere, and the rule that says so for a gate. */
const saidByGate = {
  comparator: "policy/no-comparator",
  evidence: "policy/no-evidence",
  "price-year": "policy/no-price-year",
} as const;

/**
 * True when a gate that is more than information asks for this: what is lacking is then said once, by the gate, and the rule that would
 * say it anywhere is silent. Not so when the project has turned the rule of the gate off.
 */
export function gateAsks(context: DocumentContext, need: keyof typeof saidByGate): boolean {
  if (severityUnder(context.settings, saidByGate[need], "error") === "off") return false;
  return (
    gatesWhere(context, true, ({ severity, needs }) => severity !== "information" && needs.includes(need)).length > 0
  );
}

/** `wanted` is asked before the cost is: a figure is worked out only for a gate that matters. */
function gatesWhere(
  context: DocumentContext,
  above: boolean | "not known",
  wanted: (gate: GateSetting) => boolean = () => true,
): readonly StandingGate[] {
  const spec = context.spec;
  if (spec.kind !== "intervention") return [];
  const intervention = (spec as SpecOf<"intervention">).reading;
  const at = intervention?.status?.$ ?? intervention?.intervention?.$;
  if (intervention === undefined || at === undefined) return [];
  const status = intervention.status?.value;
  return context.settings.gates
    .filter(
      (gate) =>
        gate.severity !== "off" &&
        wanted(gate) &&
        (gate.status.length === 0 || (status !== undefined && gate.status.includes(status))),
    )
    .filter((gate) => aboveSpend(context, gate) === above)
    .map((gate) => ({ gate, intervention, at }));
}

/** What a spec lacks of what a gate asks for. `lacks` completes "this spec has ...". */
export interface Lack {
  readonly lacks: string;
  readonly help: string;
  /** True when it may be there after all: then it is only pointed out. */
  readonly undecided?: true;
  /** Where to point, when not at the status. */
  readonly at?: Place;
}

/** What a spec lacks of one of the things that a gate may ask for; nothing when the gate does not ask, or when it cannot be read. */
export type Asked = (context: DocumentContext, standing: StandingGate) => readonly Lack[];

/** Reports every lack, in the gate's own words and at its own severity. */
export const reportBreaches =
  (asked: Asked) =>
  (context: DocumentContext, report: Reporter): void => {
    for (const standing of standingGates(context))
      for (const { lacks, help, at, undecided } of asked(context, standing)) {
        const { gate, intervention } = standing;
        const status = intervention.status?.value === undefined ? "" : ` (${intervention.status.value})`;
        report({
          at: at ?? standing.at,
          message: `Gate "${gate.gate}": "${intervention.intervention?.text || "this intervention"}"${status} has ${lacks}.`,
          help: gate.message === undefined ? help : `${sentence(gate.message)} ${help}`,
          severity: gate.severity === "off" || undecided ? "information" : gate.severity,
        });
      }
  };

/** True when a figure is not whole because something cannot be read or does not exist: that has a finding of its own, and a gate is silent. */
export const cannotBeRead = (figure: Figure | undefined): boolean => broken(figure?.missing ?? []);

const faults: readonly Missing["reason"][] = [
  "value-unreadable",
  "unit-cost-missing",
  "line-problem",
  "currency-differs",
  "setting-unknown",
];

function broken(missing: readonly Missing[]): boolean {
  return missing.some((each) => faults.includes(each.reason) || broken(each.because ?? []));
}
