import type { Assessment, Inferred } from "../../model/assess/index.ts";
import type { Place } from "../../syntax/types.ts";
import { formatFigure, formatNumber, unit } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const lines = (other: string): string =>
  withLines(
    `    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n    - item: Supervision\n      amount: ${other}\n      who_pays: local-authority\n`,
  );

/** The printed totals say what the one unknown amount must be. */
export const impliedAmount: DocumentRule = {
  code: "costing/implied-amount",
  severity: "information",
  scope: "document",
  page: {
    title: "Unknown amount that the printed figures imply",
    what: "Exactly one amount is unknown, and the figures the publication prints can only be right if it lies within a certain range.",
    why: "The gap in the publication has a size. Wellspent shows it as inferred and what the figures would be with it, but works nothing out from it silently.",
    fix: "Ask the authors for the amount. If you decide to use the inferred one, write it with `basis: inferred`.",
    example: {
      file: "a.intervention.yaml",
      invalid: `${lines("unknown")}stated:\n  cost/starter: £540\n`,
      valid: `${lines("£40/family")}stated:\n  cost/starter: £540\n`,
    },
  },
  check({ assessment }, report) {
    const found = assessment();
    const inferred = found?.inferred;
    if (found === undefined || inferred === undefined) return;
    const own = found.ownFigures();
    const money = unit([found.currency, 1]);
    const perStarter = inferred.perStarter;
    const per = [...own.figures.values()].find((figure) => figure.id === "cost_per_starter")?.unit ?? money;
    const range = perStarter === undefined ? { of: inferred.total, unit: money } : { of: perStarter, unit: per };
    const ratio = inferred.closed.find((figure) => figure.id === "bcr");
    const known = own.figures.get("bcr");
    const closing =
      ratio?.value === undefined
        ? ""
        : ` With it the benefit-cost ratio is ${formatNumber(ratio.value, { places: 2 })}${known?.value === undefined ? "" : `, without it ${formatNumber(known.value, { places: 2 })}`}.`;
    report({
      at: nameOf(found, inferred) ?? inferred.at,
      message: `If the printed figures are right, "${inferred.item}" comes to ${formatFigure({ value: range.of.value, unit: range.unit, range: range.of })}.${closing}`,
      help: "This is inferred and used nowhere. Ask the authors, or write it with `basis: inferred`.",
      related: found.stated
        .filter((stated) => stated.explainedBy !== undefined)
        .map((stated) => ({ at: stated.at, label: "a printed figure that says so" })),
    });
  },
};

/** Where the name of the line or benefit stands; its value has the finding that it is not known. */
function nameOf({ lines, benefits }: Assessment, { at, role }: Inferred): Place | undefined {
  return role === "cost"
    ? lines.find(({ line }) => line.$ === at)?.line.item?.$
    : benefits.find(({ line }) => line?.$ === at)?.line?.benefit?.$;
}
