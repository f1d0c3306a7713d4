import type { BenefitLine, CostLine } from "../../schema/kinds/intervention.ts";
import type { Field } from "../../schema/shape.ts";
import type { Place } from "../../syntax/types.ts";
import type { DocumentRule } from "../types.ts";
import { faulty, unreadable } from "../unreadable.ts";
import { andList } from "../wording.ts";
import { withLines } from "./example.ts";

/** A line or a benefit whose amount nobody knows. */
export const notCosted: DocumentRule = {
  code: "costing/not-costed",
  severity: "warning",
  scope: "document",
  page: {
    title: "Line that is not costed",
    what: "A cost line or a benefit has no amount: it is `unknown`, missing, or lacks its quantity or its price.",
    why: "Unknown is not zero. Every total that should hold it is incomplete, and says so, until it is known.",
    fix: "Find the amount, its quantity or its unit cost. If nobody knows, keep `unknown`: it stays visible.",
    standard: "Levin and McEwan, ingredients method",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(
        "    - item: Visits\n      amount: £500/family\n    - item: Teaching assistants' time\n      amount: unknown\n",
      ),
      valid: withLines(
        "    - item: Visits\n      amount: £500/family\n    - item: Teaching assistants' time\n      amount: £40/family\n",
      ),
    },
  },
  check({ spec, assessment }, report) {
    if (spec.kind !== "intervention") return;
    for (const line of assessment()?.lines ?? []) {
      const tooLarge = line.problem === undefined && line.total.missing.some(isTooLarge);
      if (tooLarge && !valuesOf(line.line).some(faulty)) {
        report({
          at: line.at,
          message: `"${line.item}" is not costed: its quantity times its price is too large a number to work with.`,
          help: "Look for zeros too many, or a `k`, `m` or `bn` that stands there twice.",
        });
        continue;
      }
      // What else keeps a line from being costed (its units, a missing entry, an unreadable value) has a finding of its own.
      if (line.problem !== undefined || !line.total.missing.some((each) => lacksAmount(each))) continue;
      if (valuesOf(line.line).some(faulty)) continue;
      // An amount that cannot be read in the library has its finding there.
      if (unreadable(line.unitCost?.entry.value)) continue;
      report({
        at: lackAt(line.line) ?? line.at,
        message: `"${line.item}" is not costed: ${lackIn(line.line)}. Totals that should hold it are incomplete.`,
        help: saysUnknown(line.line)
          ? lookFurther
          : "Find the amount or its unit cost; if nobody knows, `unknown` keeps it in sight.",
      });
    }
    for (const benefit of assessment()?.benefits ?? []) {
      if (
        benefit.origin !== "given" ||
        benefit.leftOut !== undefined ||
        benefit.amount?.value !== undefined ||
        (benefit.line !== undefined && valuesOf(benefit.line).some(faulty)) ||
        !benefit.total.missing.some((each) => lacksAmount(each))
      )
        continue;
      const open = (benefit.line?.by_year?.items ?? []).filter(({ value }) => value === undefined);
      report({
        at: open[0]?.$ ?? benefit.at,
        message:
          open.length > 0
            ? `The benefit "${benefit.name}" is not known in ${open.length === 1 ? "one" : open.length} of its years. Totals that should hold it are incomplete.`
            : `The amount of the benefit "${benefit.name}" is not known. Totals that should hold it are incomplete.`,
        help: `${benefit.line !== undefined && saysUnknown(benefit.line) ? lookFurther : "Find the amount; if nobody knows, `unknown` keeps it in sight."} Add \`sign: cost\` when it is known to be a loss.`,
      });
    }
  },
};

const lacksAmount = (missing: {
  readonly reason: string;
  readonly because?: readonly { readonly reason: string }[];
}): boolean =>
  missing.reason === "amount-unknown" || (missing.because ?? []).some((each) => each.reason === "amount-unknown");

interface Missing {
  readonly reason: string;
  readonly because?: readonly { readonly reason: string }[];
}

const isTooLarge = ({ reason, because = [] }: Missing): boolean =>
  reason === "no-number" || because.some((each) => each.reason === "no-number");

const lookFurther = "Look for it in the source, or ask its authors.";

/** Whether `unknown` stands there already. */
const saysUnknown = (line: Parameters<typeof valuesOf>[0]): boolean =>
  valuesOf(line).some(({ word }) => word === "unknown");

/** What an amount may be written in. */
const valuesOf = (
  line: Partial<Pick<CostLine, "quantity" | "unit_cost" | "amount"> & Pick<BenefitLine, "by_year">>,
): readonly Field<unknown>[] => [
  ...(line.by_year?.items ?? []),
  ...(line.quantity === undefined ? [] : [line.quantity]),
  ...(line.unit_cost === undefined ? [] : [line.unit_cost]),
  ...(line.amount === undefined
    ? []
    : line.amount.$kind === "field"
      ? [line.amount]
      : line.amount.entries.map(({ value }) => value)),
];

/** The very value that is not known: of one site, or the quantity beside a known price. */
function lackAt({ quantity, unit_cost, amount }: CostLine): Place | undefined {
  if (quantity !== undefined && quantity.value === undefined && unit_cost !== undefined) return quantity.$;
  return amount?.$kind === "map" ? amount.entries.find(({ value }) => value.value === undefined)?.value.$ : undefined;
}

/** What the line lacks, in the words of its keys. */
function lackIn({ quantity, unit_cost, amount }: CostLine): string {
  if (quantity !== undefined && quantity.value === undefined && unit_cost !== undefined)
    return "its quantity is not known";
  if (unit_cost !== undefined) {
    const price = unit_cost.value;
    return price !== undefined && "kind" in price && price.kind === "ref"
      ? `the library gives no amount for ${unit_cost.text}`
      : "its unit cost is not known";
  }
  if (amount === undefined)
    return quantity === undefined ? "it has no amount" : "it has a quantity, but no unit cost to multiply it by";
  const fields = amount.$kind === "field" ? [{ key: "", value: amount }] : amount.entries;
  const open = fields.filter(({ value }) => value.value === undefined);
  return amount.$kind === "field" || open.length === 0
    ? "its amount is not known"
    : `its amount is not known for ${andList(open.map(({ key }) => key))}`;
}
