import type { CostLine } from "../../schema/kinds/intervention.ts";
import { formatUnit, isCalendar, isClock, nearestNoun, plural, read, unit, write } from "../../values/index.ts";
import type { Unit } from "../../values/types.ts";
import type { DocumentContext, Report } from "../types.ts";
import { said } from "../wording.ts";
import { lineRule } from "./line-problem.ts";

export const leftOver = lineRule("units-left-over", {
  code: "units/left-over",
  severity: "error",
  page: {
    title: "Units left over",
    what: "The quantity of a cost line times its price does not come to money, or to money per something that can be counted: some unit does not cancel.",
    why: "Twelve hours at a price per visit is no amount of money. The line counts nowhere until both sides fit.",
    fix: "Make the two sides meet: a price per hour needs hours, so say how many hours a visit takes: `1.5 hours/visit x 12 visits/family`.",
    example: {
      invalid: `intervention: home-visits
population:
  unit: family
costs:
  lines:
    - item: Visits
      quantity: 12 visits/family
      unit_cost: £38/hour
`,
      valid: `intervention: home-visits
population:
  unit: family
costs:
  lines:
    - item: Visits
      quantity: 1.5 hours/visit x 12 visits/family
      unit_cost: £38/hour
`,
    },
  },
  say({ item, left, over, quantity, price, line }, context) {
    if (quantity === undefined || price === undefined)
      return {
        message: `${said(item)} cannot be costed: the amount is in ${formatUnit(left)}, and nothing says how many ${counted(over)}.`,
        help: `Write a quantity beside it, in ${counted(over)}.`,
        label: `left over: ${formatUnit(over)}`,
      };
    if (quantity.powers.length === 0)
      return withoutUnit(item, price, lineOf(line, context), quantityBeside(line, quantity, context));
    const slip = misspelt(left);
    return {
      message: `${said(item)} cannot be costed: ${formatUnit(quantity, { plural: true })} (the quantity) times ${formatUnit(price)} (the price) leaves ${formatUnit(over, { plural: true })} over.`,
      help:
        slip === undefined
          ? makeThemMeet(over, quantity, price, lineOf(line, context))
          : `Is "${slip[0]}" meant to be "${slip[1]}"? They do not cancel.`,
      label: formatUnit(price),
      ...quantityBeside(line, quantity, context),
    };
  },
});

/** A bare number beside a price per something. */
function withoutUnit(
  item: string,
  price: Unit,
  line: CostLine | undefined,
  beside: Pick<Report, "related">,
): Omit<Report, "at"> {
  const [counts] = price.powers.filter(([base, power]) => power < 0 && !isCalendar(base)).map(([base]) => base);
  const number = line?.quantity?.text ?? "";
  return {
    message: `${said(item)} cannot be costed: the quantity is a number of nothing, and the price is in ${formatUnit(price)}.`,
    help:
      counts === undefined || number === ""
        ? "Write behind the number what it counts."
        : `Write behind the number what it counts: "${number} ${plural(counts)}", if that is meant.`,
    label: formatUnit(price),
    ...beside,
  };
}

/** Shows the other side of the product, where it stands in this file. */
function quantityBeside(line: object, unit: Unit, context: DocumentContext): Pick<Report, "related"> {
  const quantity = lineOf(line, context)?.quantity;
  return quantity === undefined
    ? {}
    : { related: [{ at: quantity.$, label: formatUnit(unit, { plural: true }) || "no unit" }] };
}

function lineOf(line: object, context: DocumentContext): CostLine | undefined {
  return context.assessment()?.lines.find((each) => each.line.$ === line)?.line;
}

/** What would make both sides cancel, as far as the units tell it. */
function makeThemMeet(over: Unit, quantity: Unit, price: Unit, line: CostLine | undefined): string {
  const [first, ...others] = over.powers.filter(([, power]) => power > 0);
  if (first === undefined || first[1] !== 1)
    return "Make the two sides meet: the price must be per what the quantity counts.";
  const name = first[0];
  const unmet = price.powers
    .filter(([base, power]) => power === -1 && !isCalendar(base) && !meets(quantity, base))
    .map(([base]) => base);
  const time = unmet.find(isClock);
  if (time !== undefined && others.length === 0)
    return `Say how many ${plural(time)} one ${name} takes, and multiply: for example "1.5 ${plural(time)}/${name} x ...".`;
  if (unmet[0] !== undefined)
    return `Use a price per ${name}, or a quantity in ${formatUnit(unit([unmet[0], 1]), { plural: true })}.`;
  const written = line?.quantity?.value;
  const factors = written !== undefined && "terms" in written ? (written.terms[0]?.factors.length ?? 1) : 1;
  if (factors > 1)
    return `Write "/${name}" after the number that is for one ${name}, or leave the word "${plural(name)}" out if that number only multiplies.`;
  const amount = line?.unit_cost?.value;
  const shown = amount !== undefined && "kind" in amount && amount.kind === "quantity" ? write(amount) : undefined;
  const each = shown === undefined ? undefined : read("money", `${shown}/${name}`);
  return each?.ok !== true
    ? `The price must be that of one ${name}.`
    : `If it is the price of one ${name}, write it as "${write(each.value)}".`;
}

/** Whether the quantity has what a price is per; hours meet minutes. */
const meets = ({ powers }: Unit, below: string): boolean =>
  powers.some(([base, power]) => power > 0 && (base === below || (isClock(base) && isClock(below))));

const counted = (over: Unit): string => over.powers.map(([base]) => plural(base)).join(" and ");

/** Two nouns that would cancel if they were spelt alike. */
function misspelt({ powers }: Unit): readonly [string, string] | undefined {
  for (const [below, power] of powers) {
    if (power >= 0) continue;
    const near = nearestNoun(
      below,
      powers.filter(([, other]) => other > 0).map(([base]) => base),
    );
    if (near !== undefined && near !== below) return [below, near];
  }
  return undefined;
}
