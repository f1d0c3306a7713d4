import { type ChildProcess, spawn } from "node:child_process";

type Message = {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
};

/** A language server over stdio, spoken to in plain JSON-RPC so that no client library's time is measured. */
export class Rpc {
  readonly process: ChildProcess;
  #buffer = Buffer.alloc(0);
  #next = 1;
  readonly #waiting = new Map<number | string, (message: Message) => void>();
  readonly #listeners = new Set<(message: Message) => void>();

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    this.process = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"], env });
    this.process.stdout?.on("data", (part: Buffer) => this.#take(part));
  }

  #take(part: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, part]);
    for (;;) {
      const head = this.#buffer.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(this.#buffer.toString("ascii", 0, head))?.[1]);
      if (this.#buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.#buffer.toString("utf8", head + 4, head + 4 + length)) as Message;
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      this.#handle(message);
    }
  }

  #handle(message: Message): void {
    if (message.method !== undefined && message.id !== undefined)
      this.#send({ jsonrpc: "2.0", id: message.id, result: answer(message) });
    else if (message.id !== undefined) {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    }
    for (const listener of this.#listeners) listener(message);
  }

  #send(message: object): void {
    const body = JSON.stringify(message);
    this.process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  notify(method: string, params: unknown): void {
    this.#send({ jsonrpc: "2.0", method, params });
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (message) =>
        message.error === undefined ? resolve(message.result) : reject(new Error(JSON.stringify(message.error))),
      );
      this.#send({ jsonrpc: "2.0", id, method, params });
    });
  }

  /** The next notification that fits. */
  next(method: string, fits: (params: never) => boolean, timeout = 60_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${method} in ${timeout} ms`)), timeout);
      const listener = (message: Message): void => {
        if (message.method !== method || !fits(message.params as never)) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve();
      };
      this.#listeners.add(listener);
    });
  }

  /** Every notification of a method. */
  listen(method: string, heard: (params: unknown) => void): void {
    this.#listeners.add((message) => {
      if (message.method === method) heard(message.params);
    });
  }

  stop(): void {
    this.process.kill("SIGKILL");
  }
}

/** Servers ask for settings and capabilities; nobody's are given. */
const answer = (message: Message): unknown =>
  message.method === "workspace/configuration"
    ? ((message.params as { items: unknown[] }).items.map(() => null) as unknown)
    : null;
