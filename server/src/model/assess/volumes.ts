/** Whom the spec serves and how many, from `population`, `delivery` and `costs.period` (schemas/FORMAT.md, "How many"). */

import { perYearFactor } from "../../costing/conversion.ts";
import { type Base, deliveryProfile, totalOf, type Volumes, type WrittenVolume } from "../../costing/volumes.ts";
import { given, product, quotient, sum, unknown, type Worked } from "../../costing/worked.ts";
import type { Area } from "../../schema/kinds/area.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Field, MapNode } from "../../schema/shape.ts";
import { plural } from "../../values/nouns.ts";
import type { Quantity, Share } from "../../values/types.ts";
import { baseName, isCalendar, NO_UNIT, unit } from "../../values/units.ts";
import { livingIn } from "./area-population.ts";
import type { AssessProblem } from "./types.ts";
import { lackOf, quantityOf, shareOfField, yearsOf } from "./values.ts";

type Population = NonNullable<Intervention["population"]>;

export interface ReadVolumes {
  readonly whole: Volumes;
  readonly sites: ReadonlyMap<string, Volumes>;
  /** Names in `delivery.sites`. */
  readonly siteNames: readonly string[];
  readonly ratios: Partial<Record<Base, Worked>>;
  readonly perThing: ReadonlyMap<string, Worked>;
}

/** What a portfolio puts in place of the spec's own. */
export interface VolumeOverrides {
  readonly starts?: Field<Quantity>;
  readonly period?: Worked;
  /** The place it serves, where the spec names none. */
  readonly area?: Area | undefined;
}

/** Reads every volume of a spec; what is not written is unknown and says so. */
export function readVolumes(
  spec: Intervention,
  area: Area | undefined,
  problems: AssessProblem[],
  overrides: VolumeOverrides = {},
): ReadVolumes {
  const population =
    spec.population === undefined || overrides.starts === undefined
      ? spec.population
      : { ...spec.population, starts: overrides.starts };
  const participant = population?.unit?.value === undefined ? "" : baseName(population.unit.value);
  const period =
    overrides.period ??
    yearsOf("Period", spec.costs?.period, "period-unknown") ??
    unknown("Period", { reason: "period-unknown", what: "the period of delivery" }, { unit: unit(["year", 1]) });
  const delivery = readDelivery(spec, period, problems);
  const has = readHas(population, participant, problems);
  const timeInService =
    yearsOf("Time in service", population?.time_in_service) ??
    unknown(
      "Time in service",
      { reason: "time-unknown", what: "the time that one participant is served" },
      { unit: unit(["year", 1]) },
    );
  const written = writtenBases(population, participant, problems);
  const volumes = (things: ReadonlyMap<string, Worked>, site: boolean): Volumes => ({
    unit: participant,
    bases: bases(population, written, period, things, site, area ?? overrides.area),
    universal: population?.eligible?.word === "all of area",
    period,
    delivery: deliveryProfile(period),
    has,
    timeInService,
    things,
    flows: delivery.flows,
    perParticipant: false,
  });
  return {
    whole: volumes(delivery.whole, false),
    sites: new Map([...delivery.sites].map(([site, things]) => [site, volumes(things, true)])),
    siteNames: delivery.names,
    ...proportions(written, population),
  };
}

function readDelivery(spec: Intervention, period: Worked, problems: AssessProblem[]) {
  const whole = new Map<string, Worked>();
  const sites = new Map<string, Map<string, Worked>>();
  const names: string[] = [];
  const flows = new Set<string>();
  for (const { key, value } of spec.delivery?.entries ?? []) {
    const noun = baseName(key);
    if (value.$kind === "list") {
      if (key === "sites") names.push(...value.items.flatMap((item) => (item.value === undefined ? [] : [item.value])));
      continue;
    }
    const counted =
      value.$kind === "field" ? [value] : (value as MapNode<Field<Quantity>>).entries.map((at) => at.value);
    if (counted.some(isYearly)) flows.add(noun);
    if (value.$kind === "field") {
      whole.set(noun, thing(noun, value, period, problems));
      continue;
    }
    const each = (value as MapNode<Field<Quantity>>).entries.map(
      (entry) => [entry.key, thing(noun, entry.value, period, problems, entry.key)] as const,
    );
    whole.set(
      noun,
      sumOf(
        noun,
        each.map(([, worked]) => worked),
      ),
    );
    for (const [site, worked] of each) {
      const own = sites.get(site) ?? new Map<string, Worked>();
      own.set(noun, worked);
      sites.set(site, own);
    }
  }
  if (names.length > 0 && !whole.has("site"))
    whole.set("site", given("Sites", names.length, { unit: unit(["site", 1]) }));
  return { whole, sites, names, flows };
}

const isYearly = ({ value }: Field<Quantity>): boolean =>
  value?.unit.powers.some(([base, power]) => isCalendar(base) && power === -1) === true;

const sumOf = (noun: string, parts: readonly Worked[]): Worked => {
  const lacking = parts.find((part) => part.value === undefined);
  return lacking === undefined
    ? sum(`Number of ${plural(noun)}`, parts)
    : { ...lacking, label: `Number of ${plural(noun)}` };
};

/** A counted thing over the period: `15 courses`, or `5 courses/year` x years. */
function thing(noun: string, field: Field<Quantity>, period: Worked, problems: AssessProblem[], site?: string): Worked {
  const label = site === undefined ? `Number of ${plural(noun)}` : `Number of ${plural(noun)} at ${site}`;
  const extra = { unit: unit([noun, 1]), ref: field.$, aspect: "over the period" };
  if (field.value === undefined)
    return unknown(label, lackOf(field, `the number of ${plural(noun)} in delivery`, "volume-unknown"), extra);
  const other = field.value.unit.powers.find(([base, power]) => base !== noun && !(isCalendar(base) && power === -1));
  if (other !== undefined) {
    problems.push({ reason: "volume-unit", at: field.$, noun: other[0], participant: noun });
    return unknown(
      label,
      { reason: "volume-unknown", what: `the number of ${plural(noun)} in delivery`, ref: field.$ },
      extra,
    );
  }
  const worked = quantityOf(label, field.value, field);
  const factor = perYearFactor(worked.unit);
  const flows = worked.unit.powers.some(([base, power]) => isCalendar(base) && power === -1);
  return flows
    ? product(label, factor === undefined ? [worked, period] : [worked, factor, period], extra)
    : { ...worked, unit: extra.unit };
}

function readHas(
  population: Population | undefined,
  participant: string,
  problems: AssessProblem[],
): ReadonlyMap<string, Worked> {
  const field = population?.has;
  if (field === undefined) return new Map();
  if (field.value === undefined) return new Map();
  const noun = field.value.unit.powers.find(([, power]) => power > 0)?.[0];
  if (noun === undefined) return new Map();
  const other = field.value.unit.powers.find(([base, power]) => power < 0 && base !== participant && !SAME.has(base));
  if (other !== undefined) {
    problems.push({ reason: "volume-unit", at: field.$, noun: other[0], participant });
    return new Map();
  }
  const worked = quantityOf(`${plural(noun)} for each ${participant}`, field.value, field);
  return new Map([[noun, { ...worked, unit: unit([noun, 1], [participant, -1]) }]]);
}

type Written = Partial<Record<"starts" | "offered" | "eligible" | "completes", WrittenVolume>>;

const LABELS = {
  starts: "Participants who start",
  offered: "Places offered",
  eligible: "Those eligible",
  completes: "Participants who complete",
} as const;

function writtenBases(population: Population | undefined, participant: string, problems: AssessProblem[]): Written {
  const written: Written = {};
  for (const name of ["starts", "offered", "eligible", "completes"] as const) {
    const field = population?.[name];
    if (field?.value === undefined || field.value.kind === "share") continue;
    const volume = writtenVolume(LABELS[name], field.value, field, participant, problems);
    if (volume !== undefined) written[name] = volume;
  }
  return written;
}

/** Reads `60 families/year`, `46 cases`, `8 families/course` or `240`. A noun that is not the participant is a problem, and the number then not known. */
export function writtenVolume(
  label: string,
  quantity: Quantity,
  field: Field<unknown>,
  participant: string,
  problems: AssessProblem[],
): WrittenVolume | undefined {
  const above = quantity.unit.powers.filter(([, power]) => power > 0);
  const below = quantity.unit.powers.filter(([, power]) => power < 0);
  const noun = above[0]?.[0];
  if (above.length > 1 || below.length > 1 || (noun !== undefined && noun !== participant && !SAME.has(noun))) {
    problems.push({ reason: "volume-unit", at: field.$, noun: noun ?? "", participant });
    return undefined;
  }
  const worked = quantityOf(label, quantity, field);
  const one = unit([participant === "" ? "participant" : participant, 1]);
  const [per] = below;
  if (per === undefined) return { worked: { ...worked, unit: one }, per: { kind: "total" } };
  if (!isCalendar(per[0]))
    return { worked: { ...worked, unit: unit(...one.powers, [per[0], -1]) }, per: { kind: "thing", noun: per[0] } };
  const factor = perYearFactor(worked.unit);
  const yearly = unit(...one.powers, ["year", -1]);
  return {
    worked:
      factor === undefined
        ? { ...worked, unit: yearly }
        : product(label, [worked, factor], { unit: yearly, aspect: "a year" }),
    per: { kind: "year" },
  };
}

const SAME = new Set(["participant", "starter", "place", "person"]);

function bases(
  population: Population | undefined,
  written: Written,
  period: Worked,
  things: ReadonlyMap<string, Worked>,
  site: boolean,
  area: Area | undefined,
): Record<Base, Worked> {
  const base = (name: keyof Written): Worked => {
    const volume = written[name];
    // A total or a flow is the whole service's: nobody says how it falls among sites.
    if (volume !== undefined && !(site && volume.per.kind !== "thing"))
      return totalOf(LABELS[name], volume, period, things);
    const field = population?.[name];
    const missing =
      field === undefined
        ? { reason: "volume-unknown" as const, what: WHAT[name] }
        : lackOf(field, WHAT[name], "volume-unknown");
    return unknown(LABELS[name], missing, { unit: NO_UNIT, ref: field?.$ });
  };
  const starters = base("starts");
  const completes = population?.completes?.value;
  const completers =
    completes?.kind === "share"
      ? product(
          LABELS.completes,
          [
            starters,
            shareOfField("Share of starters who complete", completes as Share, population?.completes as Field<unknown>),
          ],
          { unit: starters.unit },
        )
      : base("completes");
  const eligible =
    population?.eligible?.word === "all of area" && !site ? allOfArea(population, area) : base("eligible");
  return { starters, completers, offered: base("offered"), eligible };
}

const WHAT = {
  starts: "the number of participants who start",
  offered: "the number of places offered",
  eligible: "the number eligible",
  completes: "the number of participants who complete",
} as const;

/** Everyone of the population's ages in its area: a universal service. */
function allOfArea(population: Population, area: Area | undefined): Worked {
  const participant = population.unit?.value === undefined ? "participant" : baseName(population.unit.value);
  const all = livingIn(area, population.ages?.value, LABELS.eligible, unit([participant, 1]));
  if (all.value !== undefined) return all;
  const at = population.eligible?.$ ?? population.$;
  return { ...all, missing: all.missing.map((missing) => ({ ...missing, ref: at })) };
}

const samePer = (a: WrittenVolume["per"], b: WrittenVolume["per"]): boolean =>
  a.kind === b.kind && (a.kind !== "thing" || b.kind !== "thing" || a.noun === b.noun);

/** Other bases for each starter, and starters for each course, where they are written in the same terms. */
function proportions(
  written: Written,
  population: Population | undefined,
): { ratios: Partial<Record<Base, Worked>>; perThing: ReadonlyMap<string, Worked> } {
  const ratios: Partial<Record<Base, Worked>> = {};
  const { starts } = written;
  const completes = population?.completes?.value;
  if (completes?.kind === "share")
    ratios.completers = shareOfField(
      "Share of starters who complete",
      completes as Share,
      population?.completes as Field<unknown>,
    );
  for (const [name, base] of [
    ["completes", "completers"],
    ["offered", "offered"],
    ["eligible", "eligible"],
  ] as const) {
    const other = written[name];
    if (starts === undefined || other === undefined || !samePer(starts.per, other.per)) continue;
    ratios[base] = quotient(`${LABELS[name]} for each starter`, other.worked, starts.worked);
  }
  const perThing = new Map<string, Worked>();
  if (starts?.per.kind === "thing") perThing.set(starts.per.noun, starts.worked);
  return { ratios, perThing };
}
