import type { Connection } from "vscode-languageserver";
import type { AssessedSpec } from "../analysis/types.ts";
import { idsOf } from "../model/ids.ts";
import type { Finding } from "../rules/types.ts";
import type { Seen } from "./session.ts";

/** What an editor shows of an open file beyond its text, as far as other files decide it. */
interface Stamp {
  readonly text: string | undefined;
  readonly findings: readonly Finding[];
  readonly figures: readonly AssessedSpec["assessment"][];
  /** How often what it defines is used: lenses say so. */
  readonly uses: number;
}

/** Has the editor ask again where an edit altered what another open file shows. An edit that alters no other file asks for nothing. */
export class Refresher {
  readonly #connection: Connection;
  readonly #stamps = new Map<string, Stamp>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** `all`: whatever was shown is out of date. */
  async settle(open: readonly Seen[], all: boolean): Promise<void> {
    const uris = new Set(open.map((seen) => seen.uriOf(seen.path)));
    for (const uri of this.#stamps.keys()) if (!uris.has(uri)) this.#stamps.delete(uri);
    // Every stamp is renewed, so no short cut at the first that differs.
    const altered = open.filter((seen) => this.#renew(seen)).length > 0;
    const [first] = open;
    if (first === undefined || !(all || altered)) return;
    const { diagnostics, hints, lenses } = first.client.refreshes;
    await Promise.all([
      ...(diagnostics ? [this.#connection.languages.diagnostics.refresh()] : []),
      ...(hints ? [this.#connection.languages.inlayHint.refresh()] : []),
      ...(lenses ? [this.#connection.sendRequest("workspace/codeLens/refresh")] : []),
    ]);
  }

  /** True when what the file shows has changed while its text has not. */
  #renew(seen: Seen): boolean {
    const uri = seen.uriOf(seen.path);
    const before = this.#stamps.get(uri);
    const now = stampOf(seen);
    this.#stamps.set(uri, now);
    return before !== undefined && before.text === now.text && !same(before, now);
  }
}

function stampOf({ snapshot, path }: Seen): Stamp {
  const definitions = snapshot.specs(path).flatMap((spec) => idsOf(spec).definitions);
  return {
    text: snapshot.text(path),
    findings: snapshot.findings(path),
    figures: snapshot.assessments(path).map(({ assessment }) => assessment),
    uses: definitions.reduce((sum, { kind, id }) => sum + snapshot.index.uses(kind, id).length, 0),
  };
}

const same = (a: Stamp, b: Stamp): boolean =>
  a.findings === b.findings &&
  a.uses === b.uses &&
  a.figures.length === b.figures.length &&
  a.figures.every((figure, index) => figure === b.figures[index]);
