/** Variations of one spec (schemas/FORMAT.md, "What a publication prints"): each is assessed alone, and they never add. */
import { kinds } from "../../schema/kinds/index.ts";
import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Field, Shape } from "../../schema/shape.ts";
import type { DocumentTree, SyntaxNode } from "../../syntax/types.ts";
import { readAs } from "../read.ts";
import { vary } from "../vary.ts";
import { walk } from "../walk.ts";
import { assess } from "./assess.ts";
import type { AssessContext, Assessment, ScenarioAssessment, ScenarioProblem } from "./types.ts";

type Scenario = NonNullable<Intervention["scenarios"]>["items"][number];

/** A spec's figures, with those of its scenarios beside them. */
export function assessWithScenarios(spec: Intervention, document: DocumentTree, context: AssessContext): Assessment {
  const assessment = assess(spec, context);
  const scenarios = assessScenarios(spec, document, { ...context, lines: undefined });
  return scenarios.length === 0 ? assessment : assessment.with({ scenarios });
}

/** Every scenario of a spec, in order: the whole spec again with what the scenario sets, checked against what is printed for it. */
function assessScenarios(
  spec: Intervention,
  document: DocumentTree,
  context: AssessContext,
): readonly ScenarioAssessment[] {
  return (spec.scenarios?.items ?? []).map((scenario, at) => {
    const { reading, problems } = variedBy(scenario, spec, document);
    return {
      name: scenario.scenario?.value ?? `Scenario ${at + 1}`,
      at: (scenario.scenario ?? scenario).$,
      scenario,
      assessment: reading === undefined ? undefined : assessVaried(reading, context),
      problems,
    };
  });
}

/** What a claim prints is printed for the spec, and checked there. */
function assessVaried(reading: Intervention, context: AssessContext): Assessment {
  const assessment = assess(reading, context);
  return assessment.with({ stated: assessment.stated.filter(({ outcome }) => outcome === undefined) });
}

interface VariedSpec {
  /** Undefined when something could not be set: half a scenario is none. */
  readonly reading: Intervention | undefined;
  readonly problems: readonly ScenarioProblem[];
}

const shape: Shape<unknown> = kinds.intervention.shape as Shape<unknown>;

function variedBy(scenario: Scenario, spec: Intervention, document: DocumentTree): VariedSpec {
  const problems: ScenarioProblem[] = [];
  const put = new Map<SyntaxNode, string>();
  let root = spec.$node;
  for (const { key: path, $key: at, value } of scenario.set?.entries ?? []) {
    const varied = vary(document, shape, root, { path, node: value.$node });
    if (varied.ok) {
      root = varied.root;
      put.set(value.$node, path);
    } else problems.push({ reason: "path-unknown", at, path, lost: varied.lost });
  }
  const read = readAs(kinds.intervention.shape, document, root);
  walk(shape, read, {
    field: ({ field }) => {
      const path = put.get(field.$node);
      if (path !== undefined && field.problem !== undefined) problems.push(unreadable(path, field, field.problem));
    },
  });
  if (problems.length > 0 || read === undefined) return { reading: undefined, problems };
  const { stated: _ofTheSpec, scenarios: _all, ...rest } = read;
  const { stated } = scenario;
  return { reading: (stated === undefined ? rest : { ...rest, stated }) as Intervention, problems };
}

const unreadable = (
  path: string,
  field: Field<unknown>,
  problem: NonNullable<Field<unknown>["problem"]>,
): ScenarioProblem => ({
  reason: "value-unreadable",
  at: field.$,
  path,
  text: field.text,
  ...("message" in problem ? { message: problem.message, example: problem.example } : {}),
});
