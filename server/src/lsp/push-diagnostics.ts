import type { Connection } from "vscode-languageserver";
import type { Session } from "./session.ts";
import { Told } from "./sweep.ts";

/** For editors that cannot ask for diagnostics: sends those of every file of the project, open or not, whenever they change. */
export class PushDiagnostics {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #told = new Told();
  #turn = 0;

  constructor(connection: Connection, session: Session) {
    this.#connection = connection;
    this.#session = session;
  }

  /** A newer change stops the sweep for an older one. */
  async changed(): Promise<void> {
    const turn = ++this.#turn;
    const sent: Promise<void>[] = [];
    await this.#told.sweep(
      this.#session.projects(),
      { stopped: () => turn !== this.#turn, failed: this.#session.failed },
      (uri, { items }) => sent.push(this.#connection.sendDiagnostics({ uri, diagnostics: items })),
    );
    await Promise.all(sent);
  }
}
