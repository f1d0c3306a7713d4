import { rehearsedKeys } from "./rehearsed-keys.ts";
import type { Seen } from "./session.ts";

/** For so long nothing was asked, in milliseconds: somebody reads, or thinks. */
const quiet = 50;
/** How long it may hold the thread before an editor's request goes first, in milliseconds. */
const turn = 4;
/** Work done in all, in milliseconds: some three hundred keys. There is little to gain after that. */
const enough = 400;

/**
 * V8 compiles what has run some hundred times; until then a key takes twice as long. So the server, while nobody asks for anything, goes
 * once in its life through keys of its own, in a copy of an open document that no editor and no snapshot of the project ever sees.
 */
export class Rehearsal {
  readonly #document: () => Promise<Seen | undefined>;
  readonly #failed: (reason: unknown) => void;
  #keys: Iterator<number, void> | undefined;
  #last = 0;
  #worked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `document` gives an open one of a project that is read, if there is one. What goes wrong is a bug, and ends it. */
  constructor(document: () => Promise<Seen | undefined>, failed: (reason: unknown) => void) {
    this.#document = document;
    this.#failed = failed;
  }

  /** Somebody asked for something, or changed something: that goes first. */
  heard(): void {
    if (this.#worked >= enough) return;
    this.#last = performance.now();
    this.#timer ??= setTimeout(this.#go, quiet);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#worked = enough;
    this.#keys = undefined;
  }

  readonly #go = (): void => {
    const left = this.#last + quiet - performance.now();
    this.#timer = left > 0 ? setTimeout(this.#go, left) : undefined;
    if (left > 0) return;
    this.#practise().catch((reason: unknown) => {
      this.stop();
      this.#failed(reason);
    });
  };

  async #practise(): Promise<void> {
    if (this.#keys === undefined) {
      const seen = await this.#document();
      // What is opened or read later will be heard.
      if (seen === undefined || this.#worked >= enough) return;
      this.#keys = rehearsedKeys(seen);
    }
    const since = performance.now();
    do {
      if (this.#keys.next().done) return this.stop();
    } while (performance.now() - since < turn);
    this.#worked += performance.now() - since;
    if (this.#worked < enough) this.#timer ??= setTimeout(this.#go, 0);
    else this.stop();
  }
}
