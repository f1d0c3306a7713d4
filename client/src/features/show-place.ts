import { Position, Range, Uri, ViewColumn, window } from "vscode";

interface At {
  readonly line: number;
  readonly character: number;
}

/** A range as the server sends it: plain data. */
export interface Span {
  readonly start: At;
  readonly end: At;
}

export const positionOf = ({ line, character }: At): Position => new Position(line, character);
export const rangeOf = ({ start, end }: Span): Range => new Range(positionOf(start), positionOf(end));

/** Shows a place where the person writes; from the report, in the column of the specs and not over the report. */
export async function showPlace(uri: string, range: Span): Promise<void> {
  const viewColumn = window.activeTextEditor?.viewColumn ?? ViewColumn.One;
  await window.showTextDocument(Uri.parse(uri), { selection: rangeOf(range), viewColumn });
}
