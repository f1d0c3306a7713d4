import { keyPlace } from "../../model/key-place.ts";
import type { DocumentRule } from "../types.ts";
import { faulty } from "../unreadable.ts";
import { withLines } from "./example.ts";

const line = "    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n";

/** How many start is not known. */
export const noStarts: DocumentRule = {
  code: "costing/no-starts",
  severity: "information",
  scope: "document",
  page: {
    title: "Number of participants not known",
    what: "The costs are per participant, but how many start is not known.",
    why: "The cost of one participant can be shown; the bill cannot. Nor can it be set against a budget, or against the need in the area.",
    fix: "Write `starts:` under `population:`, such as `60 families/year`, or `46 cases` for the whole period.",
    standard: "CHEERS 2022, item 6",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(line).replace("starts: 60 families/year", "starts: unknown"),
      valid: withLines(line),
    },
  },
  check({ spec, assessment }, report) {
    if (spec.kind !== "intervention" || spec.reading === undefined) return;
    const { population } = spec.reading;
    if (population?.starts?.value !== undefined || faulty(population?.starts)) return;
    const lacking = (assessment()?.lines ?? []).some(
      (line) => line.total.value === undefined && line.perStarter.value !== undefined,
    );
    const at =
      population?.starts?.$ ??
      keyPlace(population, "unit") ??
      keyPlace(spec.reading, "population") ??
      keyPlace(spec.reading, "costs");
    if (!lacking || at === undefined) return;
    report({
      at,
      message:
        "How many start is not known: the cost per participant is shown, but totals hold only what does not depend on that number.",
      help: "Write `starts:` under `population:`, such as `60 families/year`.",
    });
  },
};
