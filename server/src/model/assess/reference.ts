/** The project's dated reference figures as costing takes them. */
import {
  confidenceGrades,
  costBands,
  deflators,
  discountSchedules,
  optimismBounds,
  parties,
  valueForMoney,
} from "../../data/index.ts";
import type { ReferenceData } from "./types.ts";

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Every edition in `schemas/data/`. */
export const referenceData: ReferenceData = {
  deflator: (edition) => own(deflators, edition),
  schedule: (name) => {
    const found = own(discountSchedules, name);
    return found === undefined ? undefined : { name: found.title, rows: found.rows };
  },
  confidence: confidenceGrades,
  parties,
  valueForMoney,
  optimismBias: optimismBounds,
  costBands: (standard) => own(costBands, standard),
};
