import { commands, Disposable, Location, Position, Range, Uri, window } from "vscode";
import type { Feature } from "./feature.ts";

interface At {
  readonly line: number;
  readonly character: number;
}

interface Span {
  readonly start: At;
  readonly end: At;
}

const positionOf = ({ line, character }: At): Position => new Position(line, character);
const rangeOf = ({ start, end }: Span): Range => new Range(positionOf(start), positionOf(end));

/** What a click on a lens does: the server names the place in plain data, the editor wants objects of its own. */
export const lensCommands: Feature = () =>
  Disposable.from(
    commands.registerCommand("wellspent.goTo", async (uri: string, range: Span) => {
      await window.showTextDocument(Uri.parse(uri), { selection: rangeOf(range) });
      // Says what is found there, as the pointer would.
      await commands.executeCommand("editor.action.showHover");
    }),
    commands.registerCommand(
      "wellspent.showPlaces",
      (uri: string, position: At, places: readonly { readonly uri: string; readonly range: Span }[]) =>
        commands.executeCommand(
          "editor.action.showReferences",
          Uri.parse(uri),
          positionOf(position),
          places.map((place) => new Location(Uri.parse(place.uri), rangeOf(place.range))),
        ),
    ),
  );
