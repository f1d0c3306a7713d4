/** Cost lines as written, for costing. */
import { type BaseInput, type CostInput, forStarters } from "../../costing/costs.ts";
import type { OptimismTable } from "../../costing/optimism-bias.ts";
import type { Parties } from "../../costing/parties.ts";
import type { Base } from "../../costing/volumes.ts";
import { unknown, type Worked } from "../../costing/worked.ts";
import type { CostLine } from "../../schema/kinds/intervention.ts";
import type { Field } from "../../schema/shape.ts";
import type { Quantity, Share } from "../../values/types.ts";
import { unit } from "../../values/units.ts";
import type { Correction } from "../settings.ts";
import { capacityOf } from "./capacity.ts";
import { biasOf } from "./optimism-bias.ts";
import { partiesOf, sharesTotal } from "./parties.ts";
import { amountOf, type FoundUnitCost, nearestBase, type PriceFrame, priceOf } from "./prices.ts";
import type { AssessProblem } from "./types.ts";
import { lackOf, type NameOfUnit, quantityOf, shareField, unlikeTerms, yearsOf } from "./values.ts";

export interface CostFrameReading extends PriceFrame {
  readonly optimismBias: OptimismTable;
  readonly nameOf: NameOfUnit | undefined;
  readonly currency: string;
  readonly participant: string;
  readonly sites: Worked | undefined;
  /** Whether figures are worked out without a correction. */
  leavesOut(correction: Correction): boolean;
  /** The correction for the worst of some grades of confidence: 0.10 for grade 3. Undefined where there is none. */
  correction(of: "costs" | "benefits", ...grades: readonly (Field<Quantity> | undefined)[]): Worked | undefined;
}

export interface ReadLine {
  readonly line: CostLine;
  readonly input: CostInput;
  readonly unitCost: FoundUnitCost | undefined;
}

/** Reads one line. */
export function readCostLine(line: CostLine, at: number, frame: CostFrameReading, problems: AssessProblem[]): ReadLine {
  const name = line.item?.value ?? `Line ${at + 1}`;
  const { amount, unitCost } = readAmount(line, name, frame, problems);
  const payers = payersOf(line, unitCost);
  const shares = sharesTotal(payers);
  if (shares !== undefined && shares > 1 + 1e-9 && line.who_pays !== undefined)
    problems.push({ reason: "payer-shares-over", at: line.who_pays.$, item: name, total: shares });
  const input: CostInput = {
    ref: line.$,
    name,
    timing: line.timing?.value ?? "recurring",
    resource: line.resource?.value,
    payers,
    additional: line.additional?.value !== false && !isInKind(line),
    inKind: isInKind(line),
    amount,
    perSite:
      line.per_site?.value === true
        ? (frame.sites ??
          unknown("Number of sites", { reason: "volume-unknown", what: "the number of sites in delivery" }))
        : undefined,
    of: baseOfField(line.of),
    lasts: yearsOf(`How long ${name} lasts`, line.lasts),
    residual:
      line.residual?.value === undefined
        ? undefined
        : {
            worked: quantityOf(`Residual value of ${name}`, line.residual.value, line.residual),
            base: nearestBase(line.price_year, frame.priceYear),
          },
    onCosts: shareField("On-costs", line.on_costs ?? unitCost?.entry.on_costs),
    overhead: shareField("Overhead", line.overhead ?? unitCost?.entry.overhead),
    workingYear: (line.working_year ?? unitCost?.entry.working_year)?.value,
    capacity: capacityOf(line, frame.participant),
    correction:
      line.optimism_bias === undefined
        ? frame.correction("costs", line.confidence, unitCost?.entry.confidence)
        : frame.leavesOut("optimism-bias")
          ? undefined
          : biasOf(line.optimism_bias, frame.optimismBias),
  };
  return { line, input, unitCost };
}

/** Who pays for a line: as it says, else as its unit cost says. */
export const payersOf = (line: CostLine, unitCost: FoundUnitCost | undefined): Parties =>
  partiesOf(line.who_pays ?? unitCost?.entry.payer);

/** Volunteers' time is given free unless it is said to be paid. */
const isInKind = (line: CostLine): boolean =>
  line.paid === undefined ? line.resource?.value === "volunteers" : line.paid.value === "in-kind";

function readAmount(
  line: CostLine,
  name: string,
  frame: CostFrameReading,
  problems: AssessProblem[],
): { amount: CostInput["amount"]; unitCost: FoundUnitCost | undefined } {
  const participant = unit([frame.currency, 1], [frame.participant === "" ? "participant" : frame.participant, -1]);
  if (line.unit_cost !== undefined) {
    if (line.amount !== undefined)
      problems.push({ reason: "amount-and-unit-cost", at: line.amount.$, item: name, other: line.unit_cost.$ });
    const price = priceOf(name, line.unit_cost, line.price_year, frame);
    if (price.missingId !== undefined)
      problems.push({ reason: "unit-cost-missing", at: line.unit_cost.$, item: name, id: price.missingId });
    const quantity = line.quantity === undefined ? undefined : quantityField(name, line.quantity, frame.nameOf);
    const priced =
      price.priced.worked.value === undefined && line.quantity === undefined
        ? { ...price.priced, worked: { ...price.priced.worked, unit: participant } }
        : price.priced;
    const terms =
      line.quantity?.value === undefined
        ? undefined
        : unlikeTerms(`Quantity of ${name}`, line.quantity.value, line.quantity);
    return { amount: { quantity, price: priced, ...(terms === undefined ? {} : { terms }) }, unitCost: price.found };
  }
  if (line.amount !== undefined) {
    if (line.quantity !== undefined)
      problems.push({ reason: "quantity-without-price", at: line.quantity.$, item: name });
    return { amount: amountOf(name, line.amount, line.price_year, frame, participant), unitCost: undefined };
  }
  const at = line.quantity?.$ ?? line.item?.$ ?? line.$;
  problems.push(
    line.quantity === undefined
      ? { reason: "amount-missing", at, item: name }
      : { reason: "quantity-without-price", at, item: name },
  );
  const what = line.quantity === undefined ? `the amount of ${name}` : `the price of ${name}`;
  return {
    amount: {
      price: {
        worked: unknown(name, { reason: "amount-unknown", what, ref: line.$ }, { unit: participant, ref: line.$ }),
        base: undefined,
      },
    },
    unitCost: undefined,
  };
}

function quantityField(name: string, field: Field<Quantity>, nameOf: NameOfUnit | undefined): Worked {
  const label = `Quantity of ${name}`;
  return field.value === undefined
    ? unknown(label, lackOf(field, `the quantity of ${name}`), { ref: field.$ })
    : quantityOf(label, field.value, field, nameOf);
}

/** `of:` and `affects:` name a base, a share of one, or a number. */
export function baseOfField(field: Field<Share | Quantity> | undefined): BaseInput {
  if (field === undefined) return forStarters;
  if (field.word !== undefined && isBase(field.word)) return { base: field.word };
  const { value } = field;
  if (value?.kind === "share") {
    const base = value.of === undefined ? "starters" : baseNamed(value.of);
    return { base, share: shareField("Share it applies to", field as Field<Share>) as Worked };
  }
  if (value?.kind === "quantity")
    return { base: "starters", counted: quantityOf("Number it applies to", value, field) };
  return {
    base: "starters",
    counted: unknown("Number it applies to", lackOf(field, "which participants it applies to", "volume-unknown"), {
      ref: field.$,
    }),
  };
}

export const isBase = (word: string): word is Base =>
  word === "starters" || word === "completers" || word === "offered" || word === "eligible";

function baseNamed(of: string): Base {
  const word = of.toLowerCase().replace(/^those /, "");
  if (word.startsWith("complet")) return "completers";
  if (word.startsWith("offer") || word.startsWith("invit")) return "offered";
  return word.startsWith("eligib") ? "eligible" : "starters";
}
