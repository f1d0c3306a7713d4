import type { Snapshot } from "../analysis/types.ts";
import { figureKey } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { Assessment } from "../model/assess/types.ts";
import { figureName } from "../report/figure-name.ts";
import { intervalText, simulatedNote } from "../report/uncertainty-words.ts";
import { formatNumber } from "../values/format.ts";
import { escapeMarkdown } from "./escape.ts";

/** Intervals of some figures, where they have been drawn already: a hover draws nothing. Undefined otherwise. */
export function simulatedTail(
  { simulations }: Pick<Snapshot, "simulations">,
  assessment: Assessment,
  figures: readonly (readonly [id: FigureId, of?: string])[],
): string | undefined {
  const simulation = simulations.get(assessment)?.simulation;
  if (simulation === undefined) return undefined;
  const lines = figures.flatMap(([id, of]) => {
    const figure = assessment.figures.get(figureKey(id, of));
    const drawn = simulation.figures.get(figureKey(id, of));
    if (figure === undefined || drawn === undefined) return [];
    const note = simulatedNote(figure, drawn);
    return [
      `${escapeMarkdown(figureName(figure, assessment))} ${escapeMarkdown(intervalText(figure, drawn))}${note === "" ? "" : ` (${escapeMarkdown(note)})`}`,
    ];
  });
  const { level, draws } = simulation.settings;
  return lines.length === 0
    ? undefined
    : `${formatNumber(level)}% of ${formatNumber(draws)} draws: ${lines.join("; ")}`;
}
