/** A cost that several interventions share: whole, once, with the part that the perspective counts (schemas/FORMAT.md, "Places and portfolios"). */
import { multiplyOut } from "../../../costing/lines.ts";
import { countedPart, countedShare, countsUnder, groupsOf, type Parties } from "../../../costing/parties.ts";
import { pricesOf } from "../../../costing/price-years.ts";
import { deliveryProfile, type Volumes } from "../../../costing/volumes.ts";
import { given, product, unknown, type Worked } from "../../../costing/worked.ts";
import type { Portfolio } from "../../../schema/kinds/portfolio.ts";
import { partiesOf } from "../parties.ts";
import type { PortfolioFrame, SharedAssessment, SharedNode } from "../portfolio-types.ts";
import { nearestBase } from "../prices.ts";
import { lackOf, quantityOf } from "../values.ts";

/** Works out one shared cost: its total over the period, what is counted of it, what interventions carry and what is left. */
export function readShared(shared: SharedNode, portfolio: Portfolio, frame: PortfolioFrame): SharedAssessment {
  const item = shared.item?.value ?? shared.id?.value ?? "Shared cost";
  const id = shared.id?.value ?? "";
  const total = totalOf(shared, item, frame);
  const parties = partiesOf(shared.who_pays);
  const { perspective, context, problems } = frame;
  const idle = context.appraisal.costs === "budget" && shared.additional?.value === false;
  const counted = idle
    ? undefined
    : countedPart(total, countedShare(item, shared.$, parties, perspective, context.data.parties, "pays"));
  let allocated = 0;
  for (const member of portfolio.interventions?.items ?? [])
    for (const entry of member.shares?.entries ?? []) if (entry.key === id) allocated += entry.value.value?.value ?? 0;
  if (allocated > 1 + 1e-9)
    problems.push({ reason: "shares-over", at: (shared.id ?? shared).$, item, total: allocated });
  const rest = Math.max(0, 1 - allocated);
  return {
    shared,
    at: (shared.amount ?? shared).$,
    id,
    item,
    payers: groupsOf(parties),
    total,
    counted,
    countedByPayer: counted === undefined ? [] : byPayer(item, total, counted, parties, frame),
    allocated,
    unallocated: product(
      `${item}, not allocated`,
      [
        counted ?? given(item, 0, { unit: total.unit }),
        given("Share that no intervention carries", rest < 1e-9 ? 0 : Number(rest.toFixed(12))),
      ],
      { unit: total.unit, ref: shared.$ },
    ),
  };
}

function totalOf(
  shared: SharedNode,
  item: string,
  { context, priceYear, period, currency, money }: PortfolioFrame,
): Worked {
  const field = shared.amount;
  const amount =
    field?.value === undefined
      ? unknown(
          item,
          field === undefined
            ? { reason: "amount-unknown", what: `the amount of ${item}`, ref: shared.$ }
            : lackOf(field, `the amount of ${item}`),
          money,
        )
      : quantityOf(item, field.value, field);
  const index = context.data.deflator(context.appraisal.deflator);
  const target =
    priceYear === undefined
      ? undefined
      : { label: priceYear, basis: priceYear.includes("-") ? ("financial" as const) : ("calendar" as const) };
  const moved =
    target === undefined || index === undefined
      ? amount
      : pricesOf(target, index, currency).convert(amount, nearestBase(shared.price_year));
  const reading =
    moved.value === undefined
      ? undefined
      : multiplyOut(item, moved, sharedVolumes(period), { base: "starters", worked: period });
  return reading?.ok === true
    ? // An amount that stands as written keeps its own place: by it a simulation knows its range.
      { ...reading.total, label: item, ref: reading.total.operation === "given" ? reading.total.ref : shared.$ }
    : unknown(item, { reason: "line", what: item, ref: shared.$, because: moved.missing }, { ...money, ref: shared.$ });
}

/** What is counted, by who pays it: the parts add up to it. */
function byPayer(
  item: string,
  total: Worked,
  counted: Worked,
  parties: Parties,
  { perspective, context, money }: PortfolioFrame,
): readonly (readonly [string, Worked])[] {
  const groups = groupsOf(parties);
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) return [[only[0], counted]];
  if (counted.value === undefined) return [["not known", counted]];
  return groups.flatMap(([party, share]) =>
    countsUnder(party === "not known" ? "unknown" : party, perspective, context.data.parties) === true
      ? [[party, product(item, [total, given(`Share paid by ${party}`, share)], money)] as const]
      : [],
  );
}

/** A shared cost is money once or a year: it knows no participants. */
function sharedVolumes(period: Worked): Volumes {
  const nobody = unknown("Participants", { reason: "volume-unknown", what: "participants of a shared cost" });
  return {
    unit: "",
    bases: { starters: nobody, completers: nobody, offered: nobody, eligible: nobody },
    period,
    delivery: deliveryProfile(period),
    has: new Map(),
    timeInService: unknown("Time in service", { reason: "time-unknown", what: "time in service" }),
    things: new Map(),
    perParticipant: false,
  };
}
