import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import { type Display, displayOf, showAll } from "../features/display.ts";
import type { Client } from "./capabilities.ts";

/** Name of our settings in every editor. */
const section = "wellspent";

/**
 * What the person wants to see, by document: each folder may have settings of its own. Asked of the editor once, and again
 * after they change; an editor that cannot be asked says what holds for all.
 */
export class DisplaySettings {
  readonly #connection: Connection;
  readonly #changed: () => void;
  #byDocument = new Map<string, Promise<Display>>();
  #asks = false;
  /** What an editor that is not asked has said. */
  #said = showAll;

  /** `changed` is called when what is shown may have to be drawn anew. */
  constructor(connection: Connection, changed: () => void) {
    this.#connection = connection;
    this.#changed = changed;
  }

  /** The conversation has begun: from now on changes are heard of. */
  async start(client: Client): Promise<void> {
    this.#asks = client.asksSettings;
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      this.#byDocument = new Map();
      if (!this.#asks) this.#said = displayOf((settings as Readonly<Record<string, unknown>> | null)?.[section]);
      this.#changed();
    });
    if (client.tellsSettings) await this.#connection.client.register(DidChangeConfigurationNotification.type, {});
  }

  of(uri: string): Promise<Display> {
    if (!this.#asks) return Promise.resolve(this.#said);
    const known = this.#byDocument.get(uri);
    if (known !== undefined) return known;
    const asked = this.#connection.workspace.getConfiguration({ scopeUri: uri, section }).then(displayOf);
    this.#byDocument.set(uri, asked);
    // What failed once may do another time.
    asked.catch(() => this.#byDocument.delete(uri));
    return asked;
  }
}
