import { type ComparedFigure, compareFigures } from "../../report/compare.ts";
import { formatUnit } from "../../values/units.ts";
import type { Costed } from "../commands/cost.ts";
import { intervalsOf } from "./json-uncertainty.ts";
import type { Writer } from "./json-writer.ts";

/** What `--what-if` changes: nothing without it. */
export const whatIfJson = ({ assessment, whatIf }: Costed, writer: Writer) =>
  whatIf === undefined
    ? {}
    : {
        what_if: {
          changes: whatIf.changes.map(({ path, value }) => ({ path, value })),
          figures: writer.figures(whatIf.assessment.figures, whatIf.simulated && intervalsOf(whatIf.simulated)),
          ...(whatIf.simulated === undefined
            ? {}
            : { chance_benefits_exceed_costs: whatIf.simulated.simulation.chanceOfGain ?? null }),
          compared: compareFigures(assessment, whatIf.assessment).map(comparedJson),
        },
      };

/** A headline before and after, for programs. */
export function comparedJson({ key, title, before, after, change, relative, difference }: ComparedFigure) {
  return {
    key,
    title,
    unit: formatUnit((after ?? before)?.unit ?? { powers: [] }),
    before: before?.value ?? null,
    after: after?.value ?? null,
    change: change ?? null,
    relative: relative ?? null,
    difference,
  };
}
