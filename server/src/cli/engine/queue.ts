import type { ShareFile } from "./share.ts";

/** Files that threads work off together: whoever is free takes the next few, so that none waits while another has much left. */
export interface Queue {
  readonly files: readonly ShareFile[];
  /** How many have been taken; the memory is the threads' own. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** Files taken at once: few enough to end together, enough to seldom meet. */
const turn = 16;

export const queueOf = (files: readonly ShareFile[]): Queue => ({
  files,
  taken: new Int32Array(new SharedArrayBuffer(4)),
});

/** The files that this thread gets of a queue, until none is left. `done` is told how many have been taken by all. */
export function* taken({ files, taken }: Queue, done: (count: number) => void): Generator<ShareFile> {
  for (;;) {
    const from = Atomics.add(taken, 0, turn);
    if (from >= files.length) return;
    for (const file of files.slice(from, from + turn)) yield file;
    done(Math.min(files.length, Atomics.load(taken, 0)));
  }
}
