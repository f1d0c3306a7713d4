import type { Disposable } from "vscode";

/** Does something once a burst of calls has ended, never twice at a time; what comes while it is being done is done after. */
export interface Soon extends Disposable {
  trigger(): void;
}

/** `delay` in milliseconds after the last call. What fails is handed to `failed`. */
export function soon(delay: number, act: () => Promise<void>, failed: (reason: unknown) => void): Soon {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let again = false;
  const run = (): void => {
    timer = undefined;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    act()
      .catch(failed)
      .finally(() => {
        busy = false;
        if (again) {
          again = false;
          run();
        }
      });
  };
  return {
    trigger() {
      clearTimeout(timer);
      timer = setTimeout(run, delay);
    },
    dispose: () => clearTimeout(timer),
  };
}
