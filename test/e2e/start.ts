/**
 * The end of `npm start`: opens the examples in VS Code with the extension that `npm run build` left in dist/. Takes the
 * person's own `code` where there is one and a screen to show it on; else serves an embedded VS Code to a browser.
 * `--no-open` serves and opens no browser. With CI=true nothing is opened and nothing goes on running.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { packExtension } from "../package/pack.ts";
import { type EditorServer, installExtension, startEditorServer, writeSettings } from "./editor-server.ts";
import { CACHE, OUT, ROOT, WORKSPACE } from "./paths.ts";
import { installVscode } from "./vscode.ts";

const FILE = join(WORKSPACE, "interventions", "fdac.intervention.yaml");
const PORTS = "8765-8785";
const windows = process.platform === "win32";

const { CI, DISPLAY, WAYLAND_DISPLAY, PATH = "", VSCODE_IPC_HOOK_CLI } = process.env;
const hasScreen = windows || process.platform === "darwin" || Boolean(DISPLAY || WAYLAND_DISPLAY);
const mayOpen = hasScreen && !process.argv.includes("--no-open");

/** A command on the path. */
function found(name: string): string | undefined {
  const names = windows ? [`${name}.cmd`, `${name}.exe`] : [name];
  return PATH.split(delimiter)
    .flatMap((folder) => names.map((each) => join(folder, each)))
    .find(existsSync);
}

/** Opens the person's own VS Code: nothing is installed into it, and its settings stay as they are. */
function openOwn(code: string): number {
  console.log(
    "\nOpening the examples in your VS Code, with the extension loaded from this folder and a profile of its own.",
  );
  console.log(
    "Nothing is installed. Close the window to end; `npm start -- --no-open` serves an embedded VS Code instead.",
  );
  const profile = mkdtempSync(join(tmpdir(), "wellspent-"));
  const { status, error } = spawnSync(
    code,
    [
      ...["--new-window", `--extensionDevelopmentPath=${ROOT}`],
      ...[`--user-data-dir=${join(profile, "data")}`, `--extensions-dir=${join(profile, "extensions")}`],
      ...["--disable-workspace-trust", "--skip-welcome", "--skip-release-notes"],
      ...[WORKSPACE, FILE],
    ],
    { stdio: "inherit", shell: windows },
  );
  if (error) console.error(`Your VS Code did not start: ${error.message}`);
  return status ?? 1;
}

/** Serves VS Code to browsers of this machine, from npm, with the packed extension installed. */
async function serveEmbedded(): Promise<{ server: EditorServer; address: string }> {
  const vscode = installVscode();
  const home = join(CACHE, "person");
  // Written the first time only: from then on the settings are the person's.
  writeSettings(home, { "security.workspace.trust.enabled": false }, true);
  installExtension(vscode, home, packExtension(OUT));
  const token = randomBytes(16).toString("hex");
  const server = await startEditorServer({ vscode, home, port: PORTS, token });
  const payload = [["openFile", `vscode-remote://${server.host}${FILE}`]];
  // The folder is named here and not to the server, which would spell it otherwise than the browser does: no squiggles.
  const query = new URLSearchParams({ tkn: token, folder: WORKSPACE, payload: JSON.stringify(payload) });
  return { server, address: `http://${server.host}/?${query}` };
}

/** Shows an address in the person's browser; undefined where no command is known that does. */
function openBrowser(address: string): ChildProcess | undefined {
  const opener = windows ? "rundll32" : found(process.platform === "darwin" ? "open" : "xdg-open");
  if (opener === undefined) return undefined;
  const args = windows ? ["url.dll,FileProtocolHandler", address] : [address];
  const child = spawn(opener, args, { stdio: "ignore", detached: true });
  // The address is printed: a browser that does not open costs a click.
  child.on("error", () => console.log("No browser opened of itself."));
  child.unref();
  return child;
}

async function main(): Promise<number> {
  if (CI && CI !== "false") {
    console.log("\nCI is set: no editor is opened. Elsewhere `npm start` now opens the examples in VS Code.");
    return 0;
  }
  // Inside a remote window of VS Code, `code` speaks to that window and loads no extension from a folder.
  const code = mayOpen && !VSCODE_IPC_HOOK_CLI ? found("code") : undefined;
  if (code !== undefined) return openOwn(code);

  console.log(
    "\nStarting an embedded VS Code for the examples (the first time it is fetched: 130 MB, about 15 seconds) ...",
  );
  const { server, address } = await serveEmbedded();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => server.stop());
  console.log(`\n${address}\n`);
  const shown = mayOpen && openBrowser(address) !== undefined;
  console.log(shown ? "It opens in your browser." : "Open this address in a browser on this machine.");
  console.log("It is served to this machine only, until you press Ctrl-C here.");
  const [status, signal] = await server.ended;
  return signal === "SIGTERM" ? 0 : (status ?? 1);
}

try {
  process.exitCode = await main();
} catch (reason) {
  console.error(`\nVS Code could not be started: ${reason instanceof Error ? reason.message : String(reason)}`);
  console.error(
    `The check and the costs above are whole without it. In a VS Code of yours: code --extensionDevelopmentPath="${ROOT}" "${WORKSPACE}"`,
  );
  process.exitCode = 1;
}
