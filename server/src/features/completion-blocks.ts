import { kinds } from "../schema/kinds/index.ts";
import { keysOf } from "../schema/lookup.ts";
import type { Kind, Shape } from "../schema/shape.ts";
import type { Completion } from "./completion-item.ts";
import type { KeyPlace } from "./completion-place-types.ts";
import { bodySnippet, type Pen, type Plan } from "./completion-skeleton.ts";

const common: Plan = ["data_source", "follow_up", "analysis", "voice", "impact_assessment", "ethics"];

/** Evaluations by what is randomised: the parts that each design's sums need. */
const evaluations: readonly (readonly [title: string, design: string, plan: Plan])[] = [
  [
    "individually randomised trial",
    "rct",
    [
      "design",
      "stage",
      "primary_outcome",
      "comparator",
      "participants",
      "attrition",
      "expected_effect",
      "power",
      ...common,
    ],
  ],
  [
    "cluster randomised trial",
    "cluster-rct",
    [
      "design",
      "stage",
      "primary_outcome",
      "comparator",
      "randomise",
      "clusters",
      "per_cluster",
      "icc",
      "attrition",
      "expected_effect",
      "power",
      ...common,
    ],
  ],
  [
    "comparison without randomising",
    "matched",
    ["design", "stage", "primary_outcome", "comparator", "participants", "expected_effect", ...common],
  ],
];

/** Several keys at once, for the top of an intervention: its description by TIDieR, and its evaluation by design. */
export function blocksFor(kind: Kind, place: KeyPlace, pen: Pen): readonly Completion[] {
  if (kind !== "intervention") return [];
  return [...tidier(place, pen), ...(place.siblings.has("evaluation") ? [] : evaluationBlocks(place, pen))];
}

function tidier(place: KeyPlace, pen: Pen): readonly Completion[] {
  const shape = kinds.intervention.shape as Shape<unknown>;
  const missing = keysOf(shape)
    .filter(({ name, key }) => key.standard?.startsWith("TIDieR") === true && !place.siblings.has(name))
    .map(({ name }) => name);
  if (missing.length < 2) return [];
  return [
    {
      label: "TIDieR description",
      sort: "block",
      detail: missing.join(", "),
      replace: place.replace,
      snippet: [place.lead, ...bodySnippet(shape, undefined, place.column, pen, missing)],
    },
  ];
}

function evaluationBlocks(place: KeyPlace, pen: Pen): readonly Completion[] {
  const shape = kinds.intervention.shape as Shape<unknown>;
  return evaluations.map(([title, design, plan]) => {
    const parts = bodySnippet(shape, undefined, place.column, pen, [["evaluation", plan]]);
    const first = parts.findIndex((part) => typeof part !== "string");
    return {
      label: `evaluation: ${title}`,
      sort: "block" as const,
      detail: "design, sums and plan",
      help: { of: "key" as const, kind: "intervention" as const, path: ["evaluation"] },
      replace: place.replace,
      snippet: [place.lead, ...parts.map((part, index) => (index === first ? design : part))],
    };
  });
}
