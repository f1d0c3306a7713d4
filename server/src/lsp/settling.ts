/** How long to wait for more changes before looking at what they altered, in milliseconds. */
const pause = 200;

/** Gathers changes that come close together into one. What it runs when they have settled never overlaps itself. */
export class Settling<Change> {
  readonly #run: (changes: readonly Change[]) => Promise<void>;
  #waiting: Change[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the last change came. */
  #last = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(run: (changes: readonly Change[]) => Promise<void>) {
    this.#run = run;
  }

  add(change: Change): void {
    this.#waiting.push(change);
    this.#last = performance.now();
    this.#timer ??= setTimeout(this.#look, pause);
  }

  /** One timer for all keys of a word: stopping and starting one at each would cost more than the key. */
  readonly #look = (): void => {
    const left = this.#last + pause - performance.now();
    this.#timer = left > 0 ? setTimeout(this.#look, left) : undefined;
    if (left > 0) return;
    const changes = this.#waiting;
    this.#waiting = [];
    this.#running = this.#running.then(() => this.#run(changes));
  };

  /** Nothing more is run: the conversation is over. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }
}
