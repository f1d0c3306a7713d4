import { type effectsOf, estimateOf, isYesNo } from "../../model/effects.ts";
import type { Outcome } from "../../schema/kinds/outcome.ts";
import { formatNumber } from "../../values/index.ts";
import type { Estimate } from "../../values/types.ts";
import type { DocumentContext, DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** A regression coefficient stands for an effect on something that happens or does not, and nothing says of what regression. */
export const coefficientNotSaid: DocumentRule = {
  code: "evidence/coefficient-not-said",
  severity: "warning",
  scope: "document",
  page: {
    title: "Coefficient of a yes/no outcome",
    what: "An effect on an outcome that happens or does not is written as a regression coefficient (`b`), and nothing says whether it is a difference in chances or the logarithm of an odds ratio. Only its direction is used.",
    why: "The same number means very different things: b = 0.35 is 35 points more in a linear regression, and an odds ratio of 1.42 in a logistic one.",
    fix: "Look in the publication which regression it was. Of a logistic one write `OR` and e to the power of the coefficient; of a linear one write points.",
    standard: "CONSORT 2025, outcomes and estimation",
    example: {
      file: "a.study.yaml",
      files: { "o.outcome.yaml": "outcome: child-enters-care\nkind: event\nbetter: lower\n" },
      invalid:
        "study: smith-2020\ndesign: matched\nsample: 400 families\nresults:\n  - outcome: child-enters-care\n    effect: b -0.35 (SE 0.12)\n",
      valid:
        "study: smith-2020\ndesign: matched\nsample: 400 families\nresults:\n  - outcome: child-enters-care\n    effect: OR 0.70 (95% CI 0.56 to 0.89)\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    for (const { id, effect } of outcomesOf(spec)) {
      const estimate = effect === undefined ? undefined : estimateOf({ field: effect });
      if (estimate?.metric !== "b" || effect === undefined || id === undefined) continue;
      if (!isYesNo(outcome(context, id)?.kind?.value)) continue;
      const { log, linear } = readings(estimate);
      report({
        at: effect.$,
        message: `${said(effect.text, 80)} is a regression coefficient, and "${id}" happens or does not: whether it is a difference in chances or the logarithm of an odds ratio is not said.`,
        help: `Look which regression it was: of a logistic one write \`${log}\`${linear === undefined ? "" : `, of a linear one \`${linear}\``}.`,
      });
    }
  },
};

type Written = ReturnType<typeof effectsOf>[number]["field"];

function outcomesOf(
  spec: DocumentContext["spec"],
): readonly { readonly id: string | undefined; readonly effect: Written | undefined }[] {
  const items =
    spec.kind === "study"
      ? spec.reading?.results?.items
      : spec.kind === "intervention"
        ? spec.reading?.outcomes?.items
        : [];
  return (items ?? []).map(({ outcome: field, effect }) => ({ id: field?.value, effect }));
}

function outcome({ index, read }: DocumentContext, id: string): Outcome | undefined {
  const [definition] = index.definitions("outcome", id);
  return definition === undefined ? undefined : read("outcome", definition);
}

/** Both things that it may be, as they are written here. Beyond 100 points it can be no difference in chances. */
function readings({ value, interval }: Estimate): { readonly log: string; readonly linear: string | undefined } {
  const odds = (b: number): string => formatNumber(Number(Math.exp(b).toPrecision(3)));
  const points = (b: number): string => formatNumber(Number((100 * b).toPrecision(3)));
  const within = (of: (b: number) => string): string =>
    interval === undefined ? "" : ` (${interval.level}% CI ${of(interval.low)} to ${of(interval.high)})`;
  return {
    log: `OR ${odds(value)}${within(odds)}`,
    linear: Math.abs(value) > 1 ? undefined : `${points(value)} points${within(points)}`,
  };
}
