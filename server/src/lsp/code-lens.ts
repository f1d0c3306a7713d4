import type { CodeLens, CodeLensParams } from "vscode-languageserver";
import { type Lens, codeLenses as lensesIn, lensTitle } from "../features/code-lens.ts";
import { rangeOf } from "./convert.ts";
import type { Seen } from "./session.ts";

/** What the server has to know again when a lens comes on screen. */
interface LensData {
  readonly uri: string;
  readonly lens: Lens;
}

export function codeLenses(seen: Seen | undefined, request: CodeLensParams): CodeLens[] {
  const parsed = seen?.snapshot.parsed(seen.path);
  if (seen === undefined || parsed === undefined) return [];
  return lensesIn(seen.snapshot, seen.path).map((lens) => ({
    range: rangeOf(parsed, lens.span),
    data: { uri: request.textDocument.uri, lens } satisfies LensData,
  }));
}

export const lensUri = (lens: CodeLens): string => (lens.data as LensData).uri;

/** A lens with what it says. It runs nothing when clicked. */
export function resolveCodeLens(seen: Seen | undefined, lens: CodeLens): CodeLens {
  if (seen === undefined) return lens;
  const title = lensTitle(seen.snapshot, seen.path, (lens.data as LensData).lens);
  return { ...lens, command: { title, command: "" } };
}
