import type { CodeLens, CodeLensParams, Command } from "vscode-languageserver";
import { type Lens, codeLenses as lensesIn, lensTitle, lensTooltip } from "../features/code-lens.ts";
import type { Display } from "../features/display.ts";
import { lensTarget } from "../features/lens-target.ts";
import { rangeOf } from "./convert.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";

/** What the server has to know again when a lens comes on screen. */
interface LensData {
  readonly uri: string;
  readonly lens: Lens;
}

/** Commands of our own client that lenses run; an editor without it gets lenses that run nothing. */
const lensCommands = {
  report: "wellspent.showReport",
  place: "wellspent.goTo",
  places: "wellspent.showPlaces",
} as const;

export function codeLenses(seen: Seen | undefined, request: CodeLensParams, display: Display): CodeLens[] {
  const parsed = seen?.snapshot.parsed(seen.path);
  if (seen === undefined || parsed === undefined) return [];
  return lensesIn(seen.snapshot, seen.path, display.lenses).map((lens) => ({
    range: rangeOf(parsed, lens.span),
    data: { uri: request.textDocument.uri, lens } satisfies LensData,
  }));
}

export const lensUri = (lens: CodeLens): string => (lens.data as LensData | undefined)?.uri ?? "";

/** A lens with what it says and where it leads. */
export function resolveCodeLens(seen: Seen | undefined, lens: CodeLens): CodeLens {
  const data = lens.data as LensData | undefined;
  if (seen === undefined || data === undefined) return lens;
  const title = lensTitle(seen.snapshot, seen.path, data.lens);
  const tooltip = lensTooltip(seen.snapshot, seen.path, data.lens);
  const said = { title, command: "", ...(tooltip === undefined ? {} : { tooltip }) };
  return { ...lens, command: { ...said, ...(seen.client.views ? leadOf(seen, data) : {}) } };
}

function leadOf(seen: Seen, { uri, lens }: LensData): Omit<Command, "title" | "tooltip"> | undefined {
  const target = lensTarget(seen.snapshot, seen.path, lens);
  if (target === undefined) return undefined;
  const places = new Places(seen);
  const command = lensCommands[target.kind];
  switch (target.kind) {
    case "report":
      return { command, arguments: [uri, places.range(seen.path, target.at).start] };
    case "place":
      return { command, arguments: [seen.uriOf(target.at.path), places.range(target.at.path, target.at.span)] };
    case "places":
      return {
        command,
        arguments: [
          uri,
          places.range(seen.path, target.at).start,
          target.places.map(({ path, span }) => places.location(path, span)),
        ],
      };
  }
}
