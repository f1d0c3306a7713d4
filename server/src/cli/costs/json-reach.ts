import type { ReachRow } from "../../model/assess/index.ts";
import type { Writer } from "./json-writer.ts";

/** One need in an area or in a cluster, and who of those with it starts. */
export const reachJson = (row: ReachRow, writer: Writer) => ({
  need: row.need,
  title: row.title,
  cluster: row.cluster?.id ?? null,
  interventions: [...row.by],
  with_need: writer.amount("area_with_need", row.withNeed, undefined),
  served: writer.amount("portfolio_served", row.served, undefined),
  reach: writer.amount("portfolio_reach", row.reach, undefined),
  unmet: writer.amount("portfolio_unmet_need", row.unmet, undefined),
  over: row.over,
});
