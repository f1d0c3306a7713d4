import type { Hover, HoverParams } from "vscode-languageserver";
import { hover as hoverAt } from "../features/hover.ts";
import { rangeOf } from "./convert.ts";
import { Places } from "./places.ts";
import type { Seen } from "./session.ts";

export function hover(seen: Seen | undefined, request: HoverParams): Hover | null {
  const parsed = seen?.snapshot.parsed(seen.path);
  if (seen === undefined || parsed === undefined) return null;
  const found = hoverAt(seen.snapshot, seen.path, parsed.offsetAt(request.position), new Places(seen).link);
  return found === undefined
    ? null
    : { contents: { kind: "markdown", value: found.markdown }, range: rangeOf(parsed, found.span) };
}
