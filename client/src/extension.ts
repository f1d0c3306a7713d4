import type { ExtensionContext } from "vscode";
import { connect } from "./connect/node.ts";
import { start } from "./start.ts";

/** What an editor with Node calls: on a desktop, or at the far end of a remote connection. */
export const activate = (context: ExtensionContext): void => start(context, connect);
