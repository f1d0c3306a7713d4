import type { Terminal } from "./terminal.ts";

/** Tells somebody who watches how far long work has come; says nothing when it is quick or nobody watches. */
export interface Progress {
  begin(what: string, steps: number): void;
  step(): void;
  /** So many steps are done. */
  reach(steps: number): void;
  end(): void;
}

const silent: Progress = { begin() {}, step() {}, reach() {}, end() {} };

/** Work shorter than this is not worth a word, in milliseconds. */
const patience = 700;
/** Between two lines of progress, in milliseconds. */
const pace = 100;

export function openProgress(terminal: Terminal): Progress {
  if (!terminal.watched) return silent;
  const started = performance.now();
  let what = "";
  let steps = 0;
  let done = 0;
  let last = 0;
  let drawn = false;
  const draw = (): void => {
    const now = performance.now();
    if (now - started < patience || now - last < pace) return;
    last = now;
    drawn = true;
    const share = steps === 0 ? "" : ` ${Math.min(100, Math.floor((100 * done) / steps))}%`;
    terminal.err(`\r\u001b[K${what}${share}`);
  };
  return {
    begin(name, number) {
      what = name;
      steps = number;
      done = 0;
      draw();
    },
    step() {
      done += 1;
      draw();
    },
    reach(steps) {
      done = steps;
      draw();
    },
    end() {
      if (drawn) terminal.err("\r\u001b[K");
    },
  };
}
