import type { Missing } from "../../costing/worked.ts";
import type { Assessment, ScenarioAssessment } from "../../model/assess/index.ts";
import type { Place } from "../../syntax/types.ts";
import type { DocumentRule } from "../types.ts";
import { andList, said } from "../wording.ts";
import { withLines } from "./example.ts";

const groups = (amount: string): string =>
  `${withLines("    - item: Running one group\n      amount: £15,472/group\n      who_pays: local-authority\n").replace("costs:", "delivery:\n  group: 1 group\ncosts:")}scenarios:\n  - scenario: Longer groups\n    set:\n      costs.lines.1.amount: ${amount}\n`;

/** What a scenario sets leaves something unknown that the spec itself knows. */
export const scenarioNotCosted: DocumentRule = {
  code: "costing/scenario-not-costed",
  severity: "warning",
  scope: "document",
  page: {
    title: "Scenario that loses a figure",
    what: "A line or benefit that is worked out in the spec cannot be worked out in one of its scenarios.",
    why: "The scenario's totals leave it out, and look better or worse than the spec's for no other reason.",
    fix: "Give what `set:` changes in the same unit as in the spec, or set what else it then needs.",
    example: {
      file: "a.intervention.yaml",
      invalid: groups("£19,340/session"),
      valid: groups("£19,340/group"),
    },
  },
  check({ assessment }, report) {
    const base = assessment();
    if (base === undefined) return;
    for (const scenario of base.scenarios)
      for (const { name, lacks } of lost(base, scenario))
        report({
          at: placeOf(scenario),
          message: `In the scenario ${said(scenario.name)}, ${said(name)} is not worked out: it needs ${andList(lacks)}.`,
          help: "Give what `set:` changes in the same unit as in the spec, or set what else it then needs.",
          label: "not worked out",
        });
  },
};

interface Lost {
  readonly name: string;
  readonly lacks: readonly string[];
}

/** Lines and benefits that the spec knows and the scenario does not. What is set to `unknown` is meant to be. */
function lost(base: Assessment, { assessment }: ScenarioAssessment): readonly Lost[] {
  if (assessment === undefined) return [];
  const found: Lost[] = [];
  const compare = (name: string, before: Assessed | undefined, after: Assessed): void => {
    if (before?.total.value === undefined || after.total.value !== undefined || after.total.none !== undefined) return;
    const lacks = after.total.missing.flatMap(leaves).filter(({ reason }) => reason !== "amount-unknown");
    if (lacks.length > 0) found.push({ name, lacks: [...new Set(lacks.map(({ what }) => what))] });
  };
  assessment.lines.forEach((line, at) => {
    compare(line.item, base.lines[at], line);
  });
  assessment.benefits.forEach((benefit, at) => {
    compare(benefit.name, base.benefits[at], benefit);
  });
  return found;
}

type Assessed = Pick<Assessment["lines"][number], "total">;

const leaves = (missing: Missing): readonly Missing[] =>
  missing.because === undefined || missing.because.length === 0 ? [missing] : missing.because.flatMap(leaves);

/** What the scenario sets, where that is one thing; else its name. */
function placeOf({ scenario, at }: ScenarioAssessment): Place {
  const [only, ...more] = scenario.set?.entries ?? [];
  return only === undefined || more.length > 0 ? at : only.value.$;
}
