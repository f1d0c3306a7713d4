import { commands, Disposable, window } from "vscode";
import { State } from "vscode-languageclient";
import type { Feature } from "./feature.ts";

const restart = "Restart";
const showOutput = "Show Output";

/** How long a server may be away before it is said: a restart takes less. */
const patience = 5000;

/** Says once that the server is not there and stays away, and offers to start it. Text is never at risk: the editor holds it. */
export const crashNotice: Feature = ({ client, gaveUp, output }) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTold = false;
  const tell = async (): Promise<void> => {
    clearTimeout(timer);
    if (isTold) return;
    isTold = true;
    const chosen = await window.showErrorMessage(
      "Wellspent is not running: it stopped and did not start again. Your text is safe; figures and findings are not up to date.",
      restart,
      showOutput,
    );
    if (chosen === showOutput) output.show(true);
    if (chosen === restart) await commands.executeCommand("wellspent.restart");
  };
  const soonTold = (): void => void tell().catch((reason: unknown) => output.error(String(reason)));
  return Disposable.from(
    gaveUp(soonTold),
    client.onDidChangeState(({ newState }) => {
      clearTimeout(timer);
      if (newState === State.Running) isTold = false;
      if (newState === State.Stopped || newState === State.StartFailed) timer = setTimeout(soonTold, patience);
    }),
    { dispose: () => clearTimeout(timer) },
  );
};
