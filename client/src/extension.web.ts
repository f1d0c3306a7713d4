import type { ExtensionContext } from "vscode";
import { connect } from "./connect/web.ts";
import { start } from "./start.ts";

/** What an editor without Node calls: one that runs wholly in a browser. */
export const activate = (context: ExtensionContext): void => start(context, connect);
