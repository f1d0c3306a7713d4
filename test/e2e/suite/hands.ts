import { ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { ConfigurationTarget, commands, Range, Selection, type TextDocument, Uri, window, workspace } from "vscode";
import { remark } from "./remark.ts";
import { browser, until } from "./support.ts";

/** Every step is done, and drawn, in each of them. */
const THEMES = { light: "Default Light Modern", dark: "Default Dark Modern" } as const;
const BODIES = { light: ".monaco-workbench.vs", dark: ".monaco-workbench.vs-dark" } as const;

/** The row of a list of choices that Enter takes. */
export const CHOSEN = ".quick-input-list .monaco-list-row.focused";

/** Draws the window as it is now; the picture is named after step and theme. */
export type Shot = (step: string) => Promise<unknown>;

/** A step that is done in a light theme and again in a dark one. */
export function inBoth(title: string, act: (shot: Shot) => Promise<void>): void {
  for (const theme of ["light", "dark"] as const)
    it(`${title}, in the ${theme}`, async () => {
      await workspace.getConfiguration("workbench").update("colorTheme", THEMES[theme], ConfigurationTarget.Global);
      await until(() => isThere(BODIES[theme]), `the ${theme} theme`);
      await act((step) => browser("shot", { name: `${step}-${theme}` }));
    });
}

/**
 * Does something and waits for what it brings; does it again, as a person would, where the editor was busy and missed it.
 * Each time it waits longer: on a slow machine it may only be late, and doing it again would undo it. That it had to is put
 * on record.
 */
export async function insist(
  act: () => Promise<unknown>,
  brought: () => Promise<boolean>,
  what: string,
): Promise<void> {
  for (let time = 1; time <= 5; time++) {
    await act();
    try {
      await until(brought, what, 4000 * 2 ** (time - 1));
      return;
    } catch (reason) {
      if (time === 5) throw reason;
      remark(`done again, for ${what}`);
    }
  }
}

/** Presses keys one after the other, named as playwright names them. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await browser("key", { key });
}

export const type = (text: string): Promise<string> => browser("type", { text });

/** What the elements of the workbench that a selector finds say. */
export const read = (sel: string): Promise<string> => browser("text", { sel });

export const isThere = async (sel: string): Promise<boolean> => Number(await browser("count", { sel })) > 0;

/** Opens a file of the workspace by its name. */
export async function open(pattern: string): Promise<TextDocument> {
  const [file] = await workspace.findFiles(pattern);
  ok(file, `no ${pattern} in the workspace`);
  const document = await workspace.openTextDocument(file);
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** Waits until the editor sees what happens to the files of the workspace: its watch begins some time after the window has opened. */
export async function filesAreWatched(): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  ok(folder, "no folder is open");
  const watcher = workspace.createFileSystemWatcher("**/is-watched-*.txt", false, true, true);
  const probes: string[] = [];
  let seen = false;
  watcher.onDidCreate(() => {
    seen = true;
  });
  await until(async () => {
    // From outside the editor, and each time a new one: what was there when the watch began it does not tell.
    const probe = Uri.joinPath(folder.uri, `is-watched-${probes.length}.txt`).fsPath;
    probes.push(probe);
    writeFileSync(probe, "");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return seen;
  }, "the editor to watch the files");
  watcher.dispose();
  for (const probe of probes) rmSync(probe);
}

/** Puts the cursor `offset` characters into the first place where a text stands, and the keyboard into the editor. */
export async function putCursor(document: TextDocument, text: string, offset = 0): Promise<void> {
  const editor = await window.showTextDocument(document, { preview: false });
  const found = document.getText().indexOf(text);
  ok(found >= 0, `"${text}" is not in the document`);
  const at = document.positionAt(found + offset);
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
  await commands.executeCommand("workbench.action.focusActiveEditorGroup");
}

/** Throws away what was written and not saved. */
export async function revert(document: TextDocument): Promise<void> {
  await window.showTextDocument(document);
  await commands.executeCommand("workbench.action.files.revert");
  await until(() => !document.isDirty, "the text as it was saved");
}

/** Ids of the language servers that this extension host started: one, unless one is just being replaced. */
export function languageServers(): number[] {
  const all = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return all
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((line) => Number(line?.[2]) === process.pid && line?.[3]?.includes("server.cjs"))
    .map((line) => Number(line?.[1]));
}
