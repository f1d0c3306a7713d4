import { commands, Disposable, Location, Uri } from "vscode";
import type { Feature } from "./feature.ts";
import { positionOf, rangeOf, type Span, showPlace } from "./show-place.ts";

/** What a click on a lens does: the server names the place in plain data, the editor wants objects of its own. */
export const lensCommands: Feature = () =>
  Disposable.from(
    commands.registerCommand("wellspent.goTo", async (uri: string, range: Span) => {
      await showPlace(uri, range);
      // Says what is found there, as the pointer would.
      await commands.executeCommand("editor.action.showHover");
    }),
    commands.registerCommand(
      "wellspent.showPlaces",
      (uri: string, position: Span["start"], places: readonly { readonly uri: string; readonly range: Span }[]) =>
        commands.executeCommand(
          "editor.action.showReferences",
          Uri.parse(uri),
          positionOf(position),
          places.map((place) => new Location(Uri.parse(place.uri), rangeOf(place.range))),
        ),
    ),
  );
