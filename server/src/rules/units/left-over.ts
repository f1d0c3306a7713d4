import { formatUnit, nearestNoun, plural } from "../../values/index.ts";
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
    const slip = misspelt(left);
    return {
      message: `${said(item)} cannot be costed: ${formatUnit(quantity, { plural: true })} (the quantity) times ${formatUnit(price)} (the price) leaves ${formatUnit(over, { plural: true })} over.`,
      help:
        slip === undefined
          ? "Make the two sides meet: the price must be per what the quantity counts."
          : `Is "${slip[0]}" meant to be "${slip[1]}"? They do not cancel.`,
      label: formatUnit(price),
      ...quantityBeside(line, quantity, context),
    };
  },
});

/** Shows the other side of the product, where it stands in this file. */
function quantityBeside(line: object, unit: Unit, context: DocumentContext): Pick<Report, "related"> {
  const found = context.assessment()?.lines.find((each) => each.line.$ === line);
  const quantity = found?.line.quantity;
  return quantity === undefined
    ? {}
    : { related: [{ at: quantity.$, label: `${formatUnit(unit, { plural: true })}` }] };
}

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
