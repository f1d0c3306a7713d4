/** The seven kinds of document. The one list: schemas, validators, reading, completion and help all come from it. */
import type { Kind, KindDescription } from "../shape.ts";
import { area } from "./area.ts";
import { intervention } from "./intervention.ts";
import { outcome } from "./outcome.ts";
import { portfolio } from "./portfolio.ts";
import { settings } from "./settings.ts";
import { study } from "./study.ts";
import { unitCosts } from "./unit-costs.ts";

export const kinds = {
  intervention,
  outcome,
  study,
  "unit-costs": unitCosts,
  area,
  portfolio,
  settings,
} as const satisfies Record<Kind, KindDescription<unknown>>;
export { area, intervention, outcome, portfolio, settings, study, unitCosts };
