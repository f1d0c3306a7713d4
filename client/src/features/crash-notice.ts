import { commands, window } from "vscode";
import type { Feature } from "./feature.ts";

const restart = "Restart";
const showOutput = "Show Output";

/** Says that the server stays away, and offers to start it again. Text is never at risk: the editor holds it. */
export const crashNotice: Feature = ({ gaveUp, output }) => {
  const tell = async (): Promise<void> => {
    const chosen = await window.showErrorMessage(
      "Wellspent stopped again and again, and was not started another time. Your text is safe; figures and findings are not up to date.",
      restart,
      showOutput,
    );
    if (chosen === showOutput) output.show(true);
    if (chosen === restart) await commands.executeCommand("wellspent.restart");
  };
  return gaveUp(() => void tell().catch((reason: unknown) => output.error(String(reason))));
};
