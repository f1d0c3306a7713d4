/** Effects in words: one figure on a scale, and the table of a result on every scale it can be brought to. */
import { monthsOfProgress } from "../data/index.ts";
import {
  coxEffect,
  type EffectScale,
  effectText,
  improvementIndex,
  monthsOf,
  type NumberNeeded,
  nntFromD,
  numberNeeded,
  scaleName,
} from "../evidence/index.ts";
import { commonEffect, onScale, type ReadEffect, turned, wayOf } from "../model/assess/evidence/index.ts";
import type { Outcome } from "../schema/kinds/outcome.ts";
import { formatNumber } from "../values/index.ts";

/** A number needed to treat, rounded up as is the custom; split where the effect may be none. */
export function numberNeededText({ value, to, interval }: NumberNeeded): string {
  if (!Number.isFinite(value)) return "none: no difference";
  const name = to === "benefit" ? "NNTB" : "NNTH";
  const lead = `${name} ${up(value)}`;
  if (interval === undefined) return lead;
  return interval.kind === "whole"
    ? `${lead} (95% CI ${up(interval.low)} to ${up(interval.high)})`
    : `${lead} (95% CI NNTB ${up(interval.benefit)} to infinity to NNTH ${up(interval.harm)})`;
}

const up = (value: number): string => formatNumber(Math.ceil(Number(value.toPrecision(12))));

export interface EffectRow {
  readonly label: string;
  readonly value: string;
  /** Where it comes from and what it assumes. */
  readonly note: string;
}

/** A result on every scale that can be reached, in the order in which readers look; nothing is assumed in silence. */
export function effectRows(
  effect: ReadEffect,
  outcome: Outcome | undefined,
  printsMonths = false,
): readonly EffectRow[] {
  const [lead] = effect.readings;
  if (lead === undefined || effect.kind !== "effect") return [];
  const printed = lead.from.startsWith("as printed") ? effect.written?.text : undefined;
  const read = printed === undefined || isAsWritten(effect) ? [] : [`read as ${effectText(lead.effect)}`];
  const rows: EffectRow[] = [
    {
      label: scaleName(lead.effect.scale),
      value: printed ?? effectText(lead.effect),
      note: joined([lead.from, ...read, ...lead.notes]),
    },
  ];
  const done = new Set<EffectScale>([lead.effect.scale]);
  // A score has no chance of its own: odds are worked out of it only where a chance is given.
  const isScore = outcome?.kind?.value === "score" || outcome?.kind?.value === "qaly";
  if (!isScore || effect.facts.without !== undefined)
    for (const scale of ["RD", "RR", "OR"] as const) if (!done.has(scale)) rows.push(...converted(effect, scale));
  rows.push(...standardised(effect), ...needed(effect, outcome), ...progress(effect, outcome, printsMonths));
  const other = effect.readings.slice(1).filter(({ from }) => from !== lead.from && !from.startsWith("from the"));
  for (const each of other)
    rows.push({
      label: `${scaleName(each.effect.scale)} too`,
      value: effectText(each.effect),
      note: joined([each.from, ...each.notes]),
    });
  return rows;
}

/** True when the leading figure needs no reading: an effect on its own scale, with its 95% interval or without any. */
function isAsWritten({ readings: [lead], written: field }: ReadEffect): boolean {
  const written = field?.value;
  if (lead === undefined || written?.kind !== "estimate") return true;
  if (lead.effect.low === undefined) return written.metric !== "relative";
  return lead.effect.basis === "interval" && lead.effect.printedLevel === undefined && written.metric !== "relative";
}

function converted(effect: ReadEffect, scale: EffectScale): EffectRow[] {
  const found = onScale(effect, scale);
  if (found?.conversion.kind !== "converted") return [];
  const { reading, conversion } = found;
  const notes =
    reading === effect.readings[0]
      ? conversion.assumptions
      : [reading.from, ...reading.notes, ...conversion.assumptions];
  return [{ label: scaleName(scale), value: effectText(conversion.effect), note: joined(notes) }];
}

/** g above zero where it is better, with the percentile it stands for; Cox's index beside it for an odds ratio. */
function standardised(effect: ReadEffect): EffectRow[] {
  const common = commonEffect(effect);
  if (!("effect" in common))
    return [{ label: "Standardised, above zero is better", value: "not known", note: `needs ${common.needs}` }];
  const { value } = common.effect;
  const rows: EffectRow[] = [
    {
      label: "Standardised, above zero is better",
      value: effectText(common.effect),
      note: joined([common.from, ...common.assumptions]),
    },
    {
      label: "Improvement index",
      value: `${value < 0 ? "" : "+"}${formatNumber(improvementIndex(value), { places: 0 })} percentile points`,
      note: "100 x (Phi(g) - 0.5)",
    },
  ];
  const odds = effect.readings.find((reading) => reading.effect.scale === "OR");
  if (odds !== undefined && odds.sign !== undefined) {
    const cox = coxEffect(odds.effect);
    rows.push({
      label: "Cox's d, above zero is better",
      value: effectText(odds.sign === 1 ? cox : turned(cox)),
      note: "ln(OR) / 1.65, as WSIPP and the What Works Clearinghouse use it",
    });
  }
  return rows;
}

/** The number needed to treat of a result, by the difference in chances that it makes; undefined where that is not known. */
export function neededFor(effect: ReadEffect): NumberNeeded | undefined {
  const found = onScale(effect, "RD");
  if (found === undefined || found.conversion.kind === "needs" || found.reading.sign === undefined) return undefined;
  const raw = found.conversion.effect;
  const better = found.reading.sign === 1 ? raw : turned(raw);
  return numberNeeded(better.value, better.low, better.high);
}

function needed(effect: ReadEffect, outcome: Outcome | undefined): EffectRow[] {
  const number = neededFor(effect);
  const found = onScale(effect, "RD");
  if (number === undefined || found?.reading.sign === undefined) return [];
  const { sign } = found.reading;
  const text = numberNeededText(number);
  const rows = [{ label: "Number needed to treat", value: text, note: "1 / difference in chances, rounded up" }];
  const { scale, value } = found.reading.effect;
  const { without } = effect.facts;
  const well = without === undefined ? undefined : outcome?.better?.value === "higher" ? without : 1 - without;
  if ((scale === "d" || scale === "g") && well !== undefined && wayOf(found.reading) === "better")
    rows.push({
      label: "Number needed to treat, normal scores",
      value: numberNeededText({ value: nntFromD(sign * value, well), to: "benefit" }),
      note: "1 / (Phi(d + Phi^-1(CER)) - CER), CER the share that does well without it (Furukawa and Leucht 2011)",
    });
  return rows;
}

/** Months of progress, of pupils' attainment alone: the outcome says that it is, or the study prints months. */
export function monthsFor(effect: ReadEffect, outcome: Outcome | undefined, printsMonths: boolean): number | undefined {
  if (outcome?.attainment?.value !== true && !printsMonths) return undefined;
  const common = commonEffect(effect);
  return "effect" in common ? monthsOf(common.effect.value, monthsOfProgress) : undefined;
}

function progress(effect: ReadEffect, outcome: Outcome | undefined, printsMonths: boolean): EffectRow[] {
  const months = monthsFor(effect, outcome, printsMonths);
  if (months === undefined) return [];
  return [
    {
      label: "Months of progress",
      value: `${months > 0 ? "+" : ""}${months}`,
      note: `${monthsOfProgress.title}, edition: ${monthsOfProgress.edition}`,
    },
  ];
}

const joined = (parts: readonly string[]): string => [...new Set(parts)].filter((part) => part !== "").join("; ");
