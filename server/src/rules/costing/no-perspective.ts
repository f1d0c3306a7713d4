import { keyPlace } from "../../model/key-place.ts";
import { isUnread } from "../../model/settings.ts";
import type { DocumentRule } from "../types.ts";
import { withCosts } from "./example.ts";

const costs =
  "  comparator:\n    cost: none\n  lines:\n    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n";

/** Whose costs are counted is not said. */
export const noPerspective: DocumentRule = {
  code: "costing/no-perspective",
  severity: "information",
  scope: "document",
  page: {
    title: "Perspective not said",
    what: "Neither the costs nor the project's settings say whose costs and benefits are counted: the council's, the public sector's, or everybody's.",
    why: "The same service can cost the council little and the public sector much. Without the perspective its return cannot be set beside another's; Wellspent counts everybody's.",
    fix: "Write `perspective:` under `costs:`, or for the whole project under `appraisal:` in `wellspent.yaml`.",
    standard: "CHEERS 2022, item 8; Green Book 2022, 5.2",
    example: {
      file: "a.intervention.yaml",
      invalid: withCosts(`  price_year: 2023-24\n  period: 3 years\n${costs}`),
      valid: withCosts(`  price_year: 2023-24\n  period: 3 years\n  perspective: public-sector\n${costs}`),
    },
  },
  check({ spec, settings, assessment }, report) {
    if (spec.kind !== "intervention" || spec.reading?.costs === undefined) return;
    const { costs } = spec.reading;
    if (costs.perspective !== undefined || (costs.lines?.items.length ?? 0) === 0) return;
    const at = keyPlace(spec.reading, "costs");
    if (at === undefined || isUnread(settings, "appraisal.perspective") || assessment()?.perspectiveWritten !== false)
      return;
    report({
      at,
      message: "Whose costs are counted is not said, so everybody's are.",
      help: "Write `perspective:` under `costs:`: `local-authority`, `public-sector` or `society`.",
    });
  },
};
