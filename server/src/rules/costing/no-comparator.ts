import { keyPlace } from "../../model/key-place.ts";
import { gateAsks } from "../policy/gates.ts";
import type { DocumentRule } from "../types.ts";
import { wronglyMade } from "../unreadable.ts";
import { withCosts } from "./example.ts";

const before = "  price_year: 2023-24\n  period: 3 years\n  perspective: public-sector\n";
const lines = "  lines:\n    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n";

/** What would happen otherwise, and its cost, is not said. */
export const noComparator: DocumentRule = {
  code: "costing/no-comparator",
  severity: "warning",
  scope: "document",
  page: {
    title: "Comparator that is not costed",
    what: "The costs do not say what would happen otherwise, or what that costs.",
    why: "Money is spent in addition only as far as nothing else is displaced. Without the comparator the extra cost, the return and the cost per outcome are not known.",
    fix: "Write `comparator:` under `costs:` with its `cost:` for the same participants; `none` if nothing is displaced, `already deducted` if the lines are net of it, `in benefits` if its saving is a benefit line.",
    standard: "Green Book 2022, 4.4; CHEERS 2022, item 7",
    example: {
      file: "a.intervention.yaml",
      invalid: withCosts(`${before}${lines}`),
      valid: withCosts(`${before}  comparator:\n    title: Usual services\n    cost: £1,900/family\n${lines}`),
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention") return;
    const costs = spec.reading?.costs;
    if (costs === undefined || (costs.lines?.items.length ?? 0) === 0) return;
    const cost = costs.comparator?.cost;
    if (cost !== undefined && cost.word !== "unknown") return;
    if (wronglyMade(costs, "comparator")) return;
    // Where a gate asks for it, the gate says it.
    if (gateAsks(context, "comparator")) return;
    const at = cost?.$ ?? keyPlace(costs, "comparator") ?? keyPlace(spec.reading, "costs");
    if (at === undefined) return;
    const words = "an amount, or `none`, `already deducted` or `in benefits` where that is so";
    if (cost !== undefined) {
      report({
        at,
        // Where `unknown` is written somebody has looked.
        severity: "information",
        message: "What the comparator costs is not known, so what is spent in addition is not known.",
        help: `Look for what the same participants would have cost otherwise: ${words}.`,
      });
      return;
    }
    const named = costs.comparator !== undefined;
    report({
      at,
      message: named
        ? "What the comparator costs is not said, so what is spent in addition is not known."
        : "The costs do not say what would happen otherwise, so what is spent in addition is not known.",
      help: `Write ${named ? "its" : "`comparator:` and below it its"} \`cost:\` for the same participants: ${words}.`,
    });
  },
};
