import { commands, window } from "vscode";
import type { Feature } from "./feature.ts";

/** Command: stop the language server and start a new one, which reads the whole project again. */
export const restart: Feature = ({ client, output }) =>
  commands.registerCommand("wellspent.restart", async () => {
    try {
      if (client.isRunning()) await client.stop();
      await client.start();
    } catch (reason) {
      output.error(String(reason));
      window.showErrorMessage("Wellspent did not start again. The output channel says why.");
    }
  });
