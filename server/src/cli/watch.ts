import { watch } from "node:fs";
import { kindOfName } from "../workspace/names.ts";

/** An editor that saves writes a file in several steps, and a change of branch many files: one answer for all of them. */
const settled = 150;

/**
 * Runs `again` now and after every change to a spec below the folders, one run at a time, until the user interrupts. Resolves with the
 * last run's exit code.
 */
export async function watching(folders: readonly string[], again: () => Promise<number>): Promise<number> {
  let code = 0;
  await new Promise<void>((end) => {
    let timer: NodeJS.Timeout | undefined;
    let running = false;
    let waiting = false;
    const run = async (): Promise<void> => {
      if (running) {
        waiting = true;
        return;
      }
      running = true;
      code = await again();
      running = false;
      if (waiting) {
        waiting = false;
        void run();
      }
    };
    const changed = (name: string | null): void => {
      if (name !== null && kindOfName(name.replaceAll("\\", "/")) === undefined) return;
      clearTimeout(timer);
      timer = setTimeout(() => void run(), settled);
    };
    const watchers = folders.map((folder) => watch(folder, { recursive: true }, (_event, name) => changed(name)));
    const stop = (): void => {
      clearTimeout(timer);
      for (const each of watchers) each.close();
      end();
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    void run();
  });
  return code;
}
