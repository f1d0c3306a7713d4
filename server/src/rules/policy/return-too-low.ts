import type { Figure } from "../../costing/figure.ts";
import { formatNumber } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { type Asked, cannotBeRead, type Lack, reportBreaches } from "./gates.ts";
import { lackOfBenefit } from "./quantified.ts";

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
  check: (context, report) => reportBreaches(lacksReturn)(context, report),
};

export const lacksReturn: Asked = (context, { gate, intervention }) => {
  const asksBenefit = gate.needs.includes("benefit") || gate.needs.includes("outcome-and-benefit");
  // No benefit at all is said by the rule on benefits.
  if (asksBenefit && lackOfBenefit(context, intervention) !== undefined) return [];
  const figures = context.assessment()?.figures;
  const ratio = ratioLack(figures?.get("bcr"), gate.minimumReturn);
  // A ratio that is too low, or not known, and a net value that is, are one fact.
  return ratio.length > 0 || !gate.needs.includes("positive-net-benefit") ? ratio : netLack(figures?.get("npv"));
};

function ratioLack(ratio: Figure | undefined, least: number | undefined): readonly Lack[] {
  // What costs nothing more has no ratio, and needs none.
  if (least === undefined || ratio?.none === "no cost" || cannotBeRead(ratio)) return [];
  const asked = `at least ${formatNumber(least, { places: 2 })} is asked for`;
  const value = ratio?.value;
  if (value === undefined) {
    const lacks = ratio?.none?.startsWith("no benefit")
      ? "no benefit in its ratio"
      : "a benefit-cost ratio that is not known";
    return [{ lacks: `${lacks}; ${asked}`, help: missingIn(ratio) }];
  }
  const whole = ratio?.complete === true;
  if (value >= least && whole) return [];
  const shown = formatNumber(value, { places: 2 });
  if (whole)
    return [
      {
        lacks: `a benefit-cost ratio of ${shown}; ${asked}`,
        help: "Hover over the figure to see what it is made of, or print it with `wellspent cost`.",
      },
    ];
  const lacks = `a benefit-cost ratio that is not known whole (${shown} so far); ${asked}`;
  return [{ lacks, help: missingIn(ratio), ...(value >= least ? { undecided: true } : {}) }];
}

function netLack(net: Figure | undefined): readonly Lack[] {
  if (cannotBeRead(net)) return [];
  const value = net?.value;
  if (value === undefined) return [{ lacks: "a net present value that is not known", help: missingIn(net) }];
  if (net?.complete === false) {
    const lacks = "a net present value that is not known whole";
    return [{ lacks, help: missingIn(net), ...(value > 0 ? { undecided: true } : {}) }];
  }
  return value > 0 ? [] : [{ lacks: "a net present value of zero or below", help: "See its worksheet." }];
}

function missingIn(figure: Figure | undefined): string {
  const what = (figure?.missing ?? []).slice(0, 3).map((each) => each.what);
  return what.length === 0 ? "See what is missing from it." : `Not known: ${andList(what)}.`;
}
