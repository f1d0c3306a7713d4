import { AbstractMessageWriter, type Message, type MessageWriter } from "vscode-languageserver";

/** A stream that texts are written to. */
export interface Sink {
  bytesOf(text: string): number;
  write(text: string, written: (error?: Error | null) => void): void;
  end(): void;
  onError(heard: (error: Error) => void): void;
  onClose(heard: () => void): void;
}

/** Writes a message at once, header and all: in two parts it would cost two calls of the system, and wake whoever reads for a header alone. */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #sink: Sink;
  #failures = 0;

  constructor(sink: Sink) {
    super();
    this.#sink = sink;
    sink.onError((error) => this.fireError(error));
    sink.onClose(() => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    return new Promise((resolve, reject) => {
      this.#sink.write(`Content-Length: ${this.#sink.bytesOf(body)}\r\n\r\n${body}`, (error) => {
        if (error === undefined || error === null) {
          this.#failures = 0;
          resolve();
          return;
        }
        this.#failures += 1;
        this.fireError(error, message, this.#failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.#sink.end();
  }
}
