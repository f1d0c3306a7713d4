import { createSession } from "../../server/src/analysis/index.ts";
import type { Snapshot } from "../../server/src/analysis/types.ts";

/** A project in memory, one of whose files has the cursor in it. */
export interface Marked {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly offset: number;
  readonly text: string;
}

/** Reads a marked document: `$0` is the cursor. Other files stand beside it. */
export function marked(
  text: string,
  {
    path = "a.intervention.yaml",
    files = {},
    crlf = false,
  }: { path?: string; files?: Readonly<Record<string, string>>; crlf?: boolean } = {},
): Marked {
  const ended = crlf ? text.replace(/\n/g, "\r\n") : text;
  const offset = ended.indexOf("$0");
  if (offset < 0) throw new Error("the marked document has no $0");
  const plain = ended.slice(0, offset) + ended.slice(offset + 2);
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 11, day: 22 } });
  for (const [name, content] of Object.entries(files)) session.setFile(name, content);
  session.setFile(path, plain);
  session.setComplete(true);
  return { snapshot: session.snapshot(), path, offset, text: plain };
}

/** The same document four ways: both line ends, with and without characters of several code units before the cursor. */
export const ways: readonly { readonly name: string; readonly crlf: boolean; readonly before: string }[] = [
  { name: "LF", crlf: false, before: "" },
  { name: "CRLF", crlf: true, before: "" },
  { name: "LF after £, é and an emoji", crlf: false, before: "# £1,200 für Café 👩‍👧\n" },
  { name: "CRLF after £, é and an emoji", crlf: true, before: "# £1,200 für Café 👩‍👧\n" },
];
