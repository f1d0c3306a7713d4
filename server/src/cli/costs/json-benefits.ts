/** The part of the contract that says how a return is worked out (`schemas/cost-output.schema.json`). */
import type { CostedSpec } from "../commands/cost.ts";
import type { Writer } from "./json-writer.ts";

/** Steps from those affected to present values, the corrections in them, the category of the return, and other perspectives where asked for. */
export function benefitsJson({ assessment, perspectives }: CostedSpec, writer: Writer) {
  const { valueForMoney, priceYear } = assessment;
  return {
    corrections: assessment.corrections,
    chains: assessment.chains.map(({ id, benefit, steps }) => ({
      outcome: id,
      benefit,
      steps: steps.map(({ step, factor, leaves }) => ({
        step,
        factor: writer.amount("chain_factor", factor, priceYear),
        leaves: leaves ?? null,
      })),
    })),
    value_for_money:
      valueForMoney === undefined
        ? null
        : {
            table: valueForMoney.title,
            edition: valueForMoney.edition,
            category: valueForMoney.category,
            printed: valueForMoney.printed,
            from: valueForMoney.from.id,
          },
    ...(perspectives === undefined
      ? {}
      : {
          perspectives: Object.fromEntries(perspectives.map((each) => [each, writer.figures(assessment.under(each))])),
        }),
  };
}
