import { keyPlace } from "../../model/key-place.ts";
import type { BenefitLine, CostLine } from "../../schema/kinds/intervention.ts";
import type { Place } from "../../syntax/types.ts";
import { formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { withLines } from "./example.ts";

/** The payers of a line pay less than all of it. */
export const payerSharesUnder: DocumentRule = {
  code: "costing/payer-shares-under",
  severity: "information",
  scope: "document",
  page: {
    title: "Payers' shares under 100%",
    what: "The shares of those who pay for a line, or gain from a benefit, add up to less than 100%.",
    why: "Somebody pays for the rest, or gains it, and who that is is not known. The parts by payer then do not add up to the total.",
    fix: "Add who pays for the rest, or correct the shares. If nobody knows, leave it: the rest is shown as not known.",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(
        "    - item: Visits\n      amount: £500/family\n      who_pays:\n        nhs: 40%\n        local-authority: 50%\n",
      ),
      valid: withLines(
        "    - item: Visits\n      amount: £500/family\n      who_pays:\n        nhs: 40%\n        local-authority: 60%\n",
      ),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    const look = (node: CostLine["who_pays"], key: Place | undefined, rest: () => string): void => {
      const left = node === undefined ? undefined : remainder(node);
      if (node !== undefined && left !== undefined)
        report({
          at: key ?? node.$,
          label: `${formatPercent(left)} left`,
          message: `The shares add up to ${formatPercent(1 - left)}: ${rest()} the other ${formatPercent(left)} is not said.`,
          help: "Add the one that is missing, or correct the shares so that they come to 100%.",
        });
    };
    for (const line of spec.reading?.costs?.lines?.items ?? [])
      look(line.who_pays, keyPlace(line, "who_pays"), () => `of ${said(line.item?.text ?? "this line")}, who pays`);
    for (const line of spec.reading?.benefits?.items ?? [])
      look(line.gains, keyPlace(line, "gains"), () => `of ${said(line.benefit?.text ?? "this benefit")}, who gains`);
  },
};

/** What shares leave over; undefined when nothing, when they are no shares, or when one is not known. */
function remainder(node: NonNullable<CostLine["who_pays"] | BenefitLine["gains"]>): number | undefined {
  if (node.$kind !== "map" || node.entries.length === 0) return undefined;
  const shares = node.entries.map(({ value }) => value.value?.value);
  // Shares printed to a whole percent may come to 99% by rounding.
  const total = shares.reduce((so = Number.NaN, share = Number.NaN) => so + share, 0) ?? Number.NaN;
  return total < 0.99 - 1e-9 ? 1 - total : undefined;
}
