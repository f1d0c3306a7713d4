import type { IdKind } from "../../schema/shape.ts";

/** What an id names, with its article, in the words of a message. */
export const kindName: Readonly<Record<IdKind, string>> = {
  intervention: "an intervention",
  outcome: "an outcome",
  study: "a study",
  "unit-costs": "a library of unit costs",
  "unit-cost": "a unit cost",
  area: "an area",
  portfolio: "a portfolio",
  measure: "a measure",
  "shared-cost": "a shared cost",
  benefit: "a benefit",
  cluster: "a cluster",
  need: "a need",
};

/** The same without the article. */
export const bareName = (kind: IdKind): string => kindName[kind].replace(/^an? /, "");
