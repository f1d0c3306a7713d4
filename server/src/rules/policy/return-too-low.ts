import { formatNumber } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { breach, standingGates } from "./gates.ts";

/** A gate asks for a return, and the figures do not show it. */
export const returnTooLow: DocumentRule = {
  code: "policy/return-too-low",
  severity: "error",
  scope: "document",
  page: {
    title: "Return below the gate",
    what: "A gate in `wellspent.yaml` asks for a lowest benefit-cost ratio or a net present value above zero, and the figures do not show it.",
    why: "The council has decided what each pound must bring back before it pays.",
    fix: "Look at the worksheet of the ratio: what it counts, what is missing, what moves it. A missing amount may be all that stands in the way.",
    standard: "Green Book 2022, 5.2",
    example: {
      files: {
        "wellspent.yaml":
          "root: true\ngates:\n  - gate: A pound back for a pound spent\n    needs: [benefit]\n    minimum_return: 1\n",
      },
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\nstatus: running\npopulation:\n  unit: family\n  starts: 60 families\ncosts:\n  price_year: 2023-24\n  period: 1 year\n  comparator:\n    cost: none\n  lines:\n    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\nbenefits:\n  - benefit: Fewer visits to A&E\n    amount: £200/family\n    kind: fiscal\n    gains: nhs\n    valued: present-value\n",
      valid:
        "intervention: a\nstatus: running\npopulation:\n  unit: family\n  starts: 60 families\ncosts:\n  price_year: 2023-24\n  period: 1 year\n  comparator:\n    cost: none\n  lines:\n    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\nbenefits:\n  - benefit: Fewer visits to A&E\n    amount: £800/family\n    kind: fiscal\n    gains: nhs\n    valued: present-value\n",
    },
  },
  check(context, report) {
    for (const standing of standingGates(context)) {
      const { minimumReturn, needs } = standing.gate;
      const figures = context.assessment()?.figures;
      const ratio = figures?.get("bcr");
      const net = figures?.get("npv");
      if (minimumReturn !== undefined && ratio?.none !== "no cost") {
        const said = `asked for is ${formatNumber(minimumReturn)}`;
        if (ratio?.value === undefined)
          breach(standing, report, `a benefit-cost ratio that is not known; ${said}`, "See what is missing from it.");
        else if (ratio.value < minimumReturn)
          breach(
            standing,
            report,
            `a benefit-cost ratio of ${ratio.value.toFixed(2)}${ratio.complete ? "" : " as far as it is known"}; ${said}`,
            "See its worksheet.",
          );
      }
      if (!needs.includes("positive-net-benefit")) continue;
      if (net?.value === undefined)
        breach(standing, report, "a net present value that is not known", "See what is missing from it.");
      else if (net.value <= 0) breach(standing, report, "a net present value of zero or below", "See its worksheet.");
    }
  },
};
