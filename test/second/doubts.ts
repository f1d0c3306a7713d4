import { years } from "./reading.ts";
import type { Case } from "./spec.ts";

/**
 * Where the documents leave a doubt, so that two careful readers may differ: each case as narrow as it can be, with the sentence.
 * None of these is worked out to agree.
 */
export function leftOut({ spec }: Case): (figure: string) => boolean {
  // METHODS 4: "(start-up + recurring x 3) / 3 / pupils" does not say whether what lasts less than three years is bought again within them.
  const boughtAgain = spec.costs.lines.some((line) => line.lasts !== undefined && years(line.lasts) < 3);
  return (figure) => boughtAgain && figure === "averaged_cost_per_starter";
}
