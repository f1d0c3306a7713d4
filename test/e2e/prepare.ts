import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type EditorSettings, writeSettings } from "./editor-server.ts";
import { writeExpected } from "./expected.ts";
import { type SuiteName, WORKSPACE } from "./paths.ts";

/** A suite that has a folder open. */
type FolderSuite = Exclude<SuiteName, "serverless">;

const WRITING = { "editor.minimap.enabled": false, "files.autoSave": "off", "files.refactoring.autoSave": false };

/** What is shown is there at once: a picture of it is never one of its coming. */
const STILL = { "workbench.reduceMotion": "on" };

/** Choices of files and notices are asked inside the window, as in a browser: nobody can click on those of the system. */
const INSIDE = { "files.simpleDialog.enable": true, "window.dialogStyle": "custom", "window.titleBarStyle": "custom" };

/** One window each, one after the other. `web` moves the installed extension into the editor's web worker. */
const SETTINGS: Readonly<Record<FolderSuite, EditorSettings>> = {
  editor: { ...WRITING, ...INSIDE, ...STILL },
  newcomer: { ...WRITING, ...INSIDE, ...STILL },
  web: { "remote.extensionKind": { "wellspent.wellspent": ["web"] } },
};

/** The suites that have a folder open, in the order in which they run. */
export const openedBy = (editor: "browser" | "desktop"): readonly FolderSuite[] =>
  editor === "browser" ? ["editor", "newcomer", "web"] : ["editor", "newcomer"];

/** Sets the settings of a suite in an editor that keeps its data in `home`; the fresh folder to open in it. */
export function prepare(suite: FolderSuite, folder: string, home: string): string {
  const workspace = join(folder, suite, suite === "newcomer" ? "our-service" : "examples");
  mkdirSync(workspace, { recursive: true });
  if (suite !== "newcomer") cpSync(WORKSPACE, workspace, { recursive: true });
  writeExpected(workspace);
  writeSettings(home, SETTINGS[suite]);
  return workspace;
}
