import { type Disposable, type Event, EventEmitter } from "vscode";
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandlerResult } from "vscode-languageclient";

/** A server that ends more often than this within `period` is left alone. */
const mostRestarts = 4;
const period = 3 * 60_000;

/** Starts the server again when it ends of itself, quietly, until it has done so too often; then says so, once, and waits to be asked. */
export class Recovery implements Disposable {
  readonly #gaveUp = new EventEmitter<void>();
  #ends: number[] = [];

  /** The server ended too often and is not started again. */
  readonly gaveUp: Event<void> = this.#gaveUp.event;

  /** A message that cannot be sent or read is logged; when the server has ended, its closing decides what is done. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
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
