/** Those who live in a place, and how many of them have a need: as counted, or a prevalence x the population. */
import { type Missing, product, unknown, type Worked } from "../../../costing/worked.ts";
import type { Area } from "../../../schema/kinds/area.ts";
import type { Field } from "../../../schema/shape.ts";
import type { AgeRange, CalendarDate, Quantity, Share, Unit } from "../../../values/types.ts";
import { baseName, NO_UNIT, unit } from "../../../values/units.ts";
import { shortCitation } from "../citations.ts";
import { lackOf, quantityOf, shareOfField } from "../values.ts";
import type { ClusterNode, NeedAssessment, NeedNode, PeopleAssessment, PeopleNode } from "./area-types.ts";

/** A population entry with its number, counted in what it says it counts. */
export function readPeople(node: PeopleNode, area: Area | undefined): PeopleAssessment {
  const who = node.who?.value ?? "people";
  const label = [who, node.ages?.text].filter((part) => part !== undefined).join(" ");
  // What is not known was read nowhere.
  const known = node.number?.value !== undefined;
  return {
    at: (node.who ?? node).$,
    who,
    ages: node.ages?.value,
    agesText: node.ages?.text,
    year: yearText(node.year),
    source: known ? (shortCitation(node.source) ?? shortCitation(area?.source)) : undefined,
    number: numberOf(
      label,
      node.number,
      unitOf(who),
      { reason: "volume-unknown", what: `the number of ${label}` },
      node,
    ),
  };
}

/** `children` are counted in children; whom a phrase names, in people. */
const unitOf = (who: string): Unit => unit([/^\p{L}+$/u.test(who) ? baseName(who) : "person", 1]);

/** The entry of just these ages, or the only one. */
export function peopleOf(
  people: readonly PeopleAssessment[],
  ages: AgeRange | undefined,
): PeopleAssessment | undefined {
  const found =
    ages === undefined ? people : people.filter((one) => one.ages?.from === ages.from && one.ages.to === ages.to);
  return found.length === 1 ? found[0] : undefined;
}

type ClusterNeed = NonNullable<ClusterNode["needs"]>["items"][number];

/** How many have a need. `own` carries the ages, title and year where a cluster's entry has none of its own. */
export function readNeed(
  node: NeedNode | ClusterNeed,
  people: readonly PeopleAssessment[],
  own: NeedNode | undefined,
  area: Area | undefined,
): NeedAssessment {
  const need = node.need?.value ?? "";
  const title = own?.title?.value ?? need;
  const missing: Missing = { reason: "volume-unknown", what: `how many have the need ${title}`, ref: node.$ };
  const base = peopleOf(people, own?.ages?.value);
  const number =
    node.number !== undefined || node.share === undefined
      ? numberOf(title, node.number, NO_UNIT, missing, node)
      : ofShare(title, node.share, base, missing);
  return {
    need,
    title,
    at: (node.need ?? node).$,
    year: yearText(own?.year),
    source:
      number.value === undefined
        ? undefined
        : (shortCitation(node.source) ?? shortCitation(own?.source) ?? shortCitation(area?.source)),
    number,
    measured: node.number?.value !== undefined || node.share?.value !== undefined,
  };
}

function ofShare(title: string, share: Field<Share>, base: PeopleAssessment | undefined, missing: Missing): Worked {
  if (share.value === undefined) return unknown(title, lackOf(share, missing.what, "volume-unknown"), { ref: share.$ });
  const population =
    base?.number ??
    unknown("Population", {
      reason: "volume-unknown",
      what: `the population that the share of ${title} is of`,
      ref: share.$,
    });
  return product(title, [population, shareOfField(`Share with the need`, share.value, share)], {
    unit: population.unit,
    ref: share.$,
  });
}

function numberOf(
  label: string,
  field: Field<Quantity> | undefined,
  counted: Unit,
  missing: Missing,
  node: { readonly $: object },
): Worked {
  if (field?.value === undefined)
    return unknown(
      label,
      field === undefined ? { ...missing, ref: node.$ } : lackOf(field, missing.what, "volume-unknown"),
      {
        unit: counted,
        ref: field?.$ ?? node.$,
      },
    );
  const worked = quantityOf(label, field.value, field);
  return worked.unit.powers.length === 0 ? { ...worked, unit: counted } : worked;
}

/** A year as written. */
export const yearText = (
  field: Field<CalendarDate> | Field<{ readonly label: string }> | undefined,
): string | undefined => (field === undefined || field.value === undefined ? undefined : field.text);

/** A number without its `/year`: those of one year. */
export function inAYear(worked: Worked): Worked {
  const powers = worked.unit.powers.filter(([base, power]) => !(base === "year" && power === -1));
  return powers.length === worked.unit.powers.length ? worked : { ...worked, unit: { powers } };
}
