import type { DocumentRule } from "../types.ts";
import { unreadable, wronglyMade } from "../unreadable.ts";
import { type Asked, reportBreaches } from "./gates.ts";

/** A gate asks what would happen otherwise, and what that costs. */
export const noComparator: DocumentRule = {
  code: "policy/no-comparator",
  severity: "error",
  scope: "document",
  page: {
    title: "No comparator where a gate asks for one",
    what: "A gate in `wellspent.yaml` asks for a comparator with its cost, and the spec has none.",
    why: "What a service costs matters less than what it costs more than what would happen otherwise.",
    fix: "Say under `costs: comparator:` what happens otherwise and what it costs, or `none` if nothing is displaced.",
    standard: "Green Book 2022, 4.4; CHEERS 2022, item 7",
    example: {
      files: {
        "wellspent.yaml": "root: true\ngates:\n  - gate: Say what would happen otherwise\n    needs: [comparator]\n",
      },
      file: "a.intervention.yaml",
      invalid: "intervention: a\nstatus: running\npopulation:\n  unit: family\ncosts:\n  price_year: 2023-24\n",
      valid:
        "intervention: a\nstatus: running\npopulation:\n  unit: family\ncosts:\n  price_year: 2023-24\n  comparator:\n    title: Usual services\n    cost: £1,900/family\n",
    },
  },
  check: (context, report) => reportBreaches(lacksComparator)(context, report),
};

export const lacksComparator: Asked = (_, { gate, intervention }) => {
  const comparator = intervention.costs?.comparator;
  const cost = comparator?.cost;
  if (!gate.needs.includes("comparator") || unreadable(cost) || wronglyMade(intervention.costs, "comparator"))
    return [];
  if (cost?.value !== undefined || (cost?.word !== undefined && cost.word !== "unknown")) return [];
  return [
    {
      lacks: comparator === undefined ? "no comparator" : "a comparator whose cost is not known",
      help: "Say under `costs: comparator:` what happens otherwise and what it costs, or `none` if nothing is displaced.",
      ...(cost === undefined ? {} : { at: cost.$ }),
    },
  ];
};
