import { commands } from "vscode";
import type { Feature } from "./feature.ts";

/** Command: show what the extension and its language server have logged. */
export const showOutput: Feature = ({ output }) =>
  commands.registerCommand("wellspent.showOutput", () => output.show(true));
