import { type Disposable, type Event, EventEmitter } from "vscode";
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandlerResult } from "vscode-languageclient";

/** A server that ends more often than this within `period` is left alone. */
const mostRestarts = 4;
const period = 3 * 60_000;
/** Faulty messages in a row after which a connection is given up. */
const mostErrors = 3;

/** Starts the server again when it ends of itself, quietly, until it has done so too often; then says so, once, and waits to be asked. */
export class Recovery implements Disposable {
  readonly #gaveUp = new EventEmitter<void>();
  #ends: number[] = [];

  /** The server ended too often and is not started again. */
  readonly gaveUp: Event<void> = this.#gaveUp.event;

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    if ((count ?? 0) <= mostErrors) return { action: ErrorAction.Continue, handled: true };
    this.#gaveUp.fire();
    return { action: ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < period), now];
    if (this.#ends.length <= mostRestarts) return { action: CloseAction.Restart, handled: true };
    this.#ends = [];
    this.#gaveUp.fire();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  dispose(): void {
    this.#gaveUp.dispose();
  }
}
