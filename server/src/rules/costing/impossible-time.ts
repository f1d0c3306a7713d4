import { inYears } from "../../model/years.ts";
import type { Field } from "../../schema/shape.ts";
import type { Quantity } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

/** Longer than any service, purchase or effect on a child's life: surely mistyped. Years. */
const TOO_LONG = 200;

/** A length of time that is nothing, or longer than it can be. */
export const impossibleTime: DocumentRule = {
  code: "costing/impossible-time",
  severity: "error",
  scope: "document",
  page: {
    title: "Length of time that cannot be",
    what: "The period, the life of something bought, the time in service or the time an effect lasts is nothing at all, or longer than 200 years.",
    why: "Totals are multiplied by these times. A zero makes the cost or the benefit vanish; a mistyped number makes it many times too large.",
    fix: "Write the true length of time, such as `3 years`. If nobody knows it, write `unknown`.",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines("    - item: Visits\n      amount: £52,000/year\n      who_pays: local-authority\n").replace(
        "period: 3 years",
        "period: 0 years",
      ),
      valid: withLines("    - item: Visits\n      amount: £52,000/year\n      who_pays: local-authority\n"),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention" || spec.reading === undefined) return;
    const { population, costs, outcomes, benefits } = spec.reading;
    const look = (what: string, field: Field<Quantity | { readonly kind: "word" }> | undefined): void => {
      const value = field?.value;
      if (field === undefined || value === undefined || value.kind !== "quantity") return;
      const years = inYears(value);
      if (years === undefined || (years !== 0 && years <= TOO_LONG)) return;
      report({
        at: field.$,
        message:
          years === 0
            ? `${what} is ${field.text}: no time at all, so nothing can be worked out over it.`
            : `${what} is ${field.text}: longer than ${TOO_LONG} years, so it is surely mistyped.`,
        help: "Write the true length of time, such as `3 years`, or `unknown`.",
      });
    };
    look("The period", costs?.period);
    look("The time in service", population?.time_in_service);
    for (const { item, lasts } of costs?.lines?.items ?? [])
      if (lasts !== undefined) look(`The life of "${item?.text ?? "this line"}"`, lasts);
    for (const claim of outcomes?.items ?? []) look("The time that the effect lasts", claim.lasts);
    for (const benefit of benefits?.items ?? [])
      for (const time of [benefit.over, benefit.lasts])
        look(`The time over which "${benefit.benefit?.text ?? "this benefit"}" is gained`, time);
  },
};
