/** How long to wait for more changes before looking at what they altered, in milliseconds. */
const pause = 200;

/** Gathers changes that come close together into one. What it runs when they have settled never overlaps itself. */
export class Settling<Change> {
  readonly #run: (changes: readonly Change[]) => Promise<void>;
  #waiting: Change[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(run: (changes: readonly Change[]) => Promise<void>) {
    this.#run = run;
  }

  add(change: Change): void {
    this.#waiting.push(change);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const changes = this.#waiting;
      this.#waiting = [];
      this.#running = this.#running.then(() => this.#run(changes));
    }, pause);
  }

  /** Nothing more is run: the conversation is over. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }
}
