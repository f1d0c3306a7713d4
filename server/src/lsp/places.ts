import type { Location, Range } from "vscode-languageserver";
import { positionIn } from "../syntax/lines.ts";
import type { Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { Seen } from "./session.ts";

/** Turns spans of any file of a project into the protocol's ranges, closed files included, without parsing them. For one answer. */
export class Places {
  readonly #seen: Pick<Seen, "snapshot" | "uriOf">;
  readonly #starts = new Map<FilePath, readonly number[]>();

  constructor(seen: Pick<Seen, "snapshot" | "uriOf">) {
    this.#seen = seen;
  }

  range(path: FilePath, span: Span): Range {
    const text = this.#seen.snapshot.text(path) ?? "";
    let starts = this.#starts.get(path);
    if (starts === undefined) {
      starts = this.#seen.snapshot.lineStarts(path);
      this.#starts.set(path, starts);
    }
    return { start: positionIn(starts, text.length, span.start), end: positionIn(starts, text.length, span.end) };
  }

  /** The address of a place as editors take it: the file, line and column counted from 1. */
  readonly link = (path: FilePath, span: Span): string => {
    const { line, character } = this.range(path, span).start;
    return `${this.#seen.uriOf(path).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"))}#L${line + 1},${character + 1}`;
  };

  location(path: FilePath, span: Span): Location {
    return { uri: this.#seen.uriOf(path), range: this.range(path, span) };
  }
}
