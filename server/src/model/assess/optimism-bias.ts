/** `optimism_bias:` of a cost line, as the share that raises it (schemas/FORMAT.md, "What a line costs"). */
import { capitalBias, type OptimismTable, type ProjectParts } from "../../costing/optimism-bias.ts";
import { unknown, type Worked } from "../../costing/worked.ts";
import type { CostLine } from "../../schema/kinds/intervention.ts";
import { NO_UNIT } from "../../values/units.ts";
import { shareField } from "./values.ts";

type OptimismBias = NonNullable<CostLine["optimism_bias"]>;

/** The sorts of project with their shares of the capital; undefined where a sort or a share is not said. */
export function projectParts({ category }: OptimismBias): ProjectParts | undefined {
  if (category === undefined) return undefined;
  if (category.$kind === "field") return category.value === undefined ? undefined : [[category.value, 1]];
  const parts = category.entries.map((entry) => [entry.key, entry.value.value?.value] as const);
  return parts.length === 0 || parts.some(([, share]) => share === undefined) ? undefined : (parts as ProjectParts);
}

/** By how much a line is raised: not known where its sort of project is not. */
export function biasOf(bias: OptimismBias, table: OptimismTable): Worked {
  const parts = projectParts(bias);
  const found =
    parts === undefined
      ? undefined
      : capitalBias(parts, shareField("Share of the bias managed", bias.managed), table, bias.$);
  return (
    found ??
    unknown(
      "Optimism bias",
      { reason: "amount-unknown", what: "the sort of project, and so its optimism bias", ref: bias.$ },
      { unit: NO_UNIT, ref: bias.$ },
    )
  );
}
