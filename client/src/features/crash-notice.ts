import { window } from "vscode";
import { State } from "vscode-languageclient";
import type { Feature } from "./feature.ts";

/** How long a server may be away before it is said: a restart takes less. */
const patience = 5000;

/** Says that the server has stopped and stays away, and offers to start it again. Text is never at risk: the editor holds it. */
export const crashNotice: Feature = ({ client, output }) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasRunning = false;
  const tell = async (): Promise<void> => {
    const chosen = await window.showErrorMessage(
      "Wellspent has stopped and did not start again. Your text is safe; figures and findings are not up to date.",
      "Restart",
      "Show Output",
    );
    if (chosen === "Show Output") output.show(true);
    if (chosen === "Restart") await client.start();
  };
  const states = client.onDidChangeState(({ newState }) => {
    clearTimeout(timer);
    if (newState === State.Running) wasRunning = true;
    if (newState !== State.Stopped || !wasRunning) return;
    timer = setTimeout(() => void tell().catch((reason: unknown) => output.error(String(reason))), patience);
  });
  return {
    dispose() {
      clearTimeout(timer);
      states.dispose();
    },
  };
};
