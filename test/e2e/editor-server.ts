import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A quiet editor: no welcome pages, no look-ups, so that what is seen is the extension and nothing else. */
const QUIET_SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "git.enabled": false,
  "remote.autoForwardPorts": false,
  "editor.inlayHints.enabled": "on",
};

export type EditorSettings = Readonly<Record<string, unknown>>;

export interface EditorServer {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** Exit status and signal, once it has ended. */
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
  /** Ends the server with everything it started: extension host and language server. */
  stop(): void;
}

export interface ServerOptions {
  /** The folder of VS Code's server (`installVscode`). */
  readonly vscode: string;
  /** Where it keeps its data, settings and extensions. */
  readonly home: string;
  /** Reaches the extension host, and so a suite. */
  readonly env?: Readonly<Record<string, string>>;
  /** A port or a range of them; none: any free one. */
  readonly port?: string;
  /** What a browser has to know to be let in; none: everyone on this machine is. */
  readonly token?: string;
  readonly flags?: readonly string[];
}

const mainOf = (vscode: string): string => join(vscode, "out", "server-main.js");
const dataFlags = (home: string): string[] => [
  "--accept-server-license-terms",
  ...["--server-data-dir", home],
  ...["--extensions-dir", join(home, "extensions")],
];

/** Sets the settings of the person at the screen, on top of the quiet ones. An open window takes them over at once. */
export function writeSettings(home: string, settings: EditorSettings = {}, onlyWhenMissing = false): void {
  const user = join(home, "data", "User");
  const file = join(user, "settings.json");
  if (onlyWhenMissing && existsSync(file)) return;
  mkdirSync(user, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
}

/** Installs a packed extension into the editor that keeps its data in `home`. Throws with the editor's words. */
export function installExtension(vscode: string, home: string, vsix: string): void {
  const said = execFileSync(
    process.execPath,
    [mainOf(vscode), ...dataFlags(home), "--install-extension", vsix, "--force"],
    { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
  );
  if (!/successfully installed/.test(said)) throw new Error(`the editor did not install ${vsix}: ${said}`);
}

/** Starts VS Code's own server, for this machine only. */
export async function startEditorServer(options: ServerOptions): Promise<EditorServer> {
  const { vscode, home, env, port = "0", token, flags = [] } = options;
  mkdirSync(home, { recursive: true });
  const child = spawn(
    process.execPath,
    [
      mainOf(vscode),
      ...dataFlags(home),
      ...["--host", "127.0.0.1", "--port", port],
      ...(token === undefined ? ["--without-connection-token"] : ["--connection-token", token]),
      ...["--telemetry-level", "off", "--disable-workspace-trust", "--disable-experiments"],
      "--disable-getting-started-override",
      ...flags,
    ],
    { stdio: ["ignore", "pipe", "pipe"], detached: true, env: { ...process.env, ...env } },
  );
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>((resolve) => {
    child.on("exit", (status, signal) => resolve([status, signal]));
  });
  const listening = await listeningPort(child, join(home, "server.log"));
  return { host: `127.0.0.1:${listening}`, ended, stop: () => stopGroup(child) };
}

function listeningPort(child: ChildProcess, logFile: string): Promise<string> {
  const log = createWriteStream(logFile);
  child.stderr?.pipe(log);
  return new Promise((resolve, reject) => {
    let heard = "";
    child.stdout?.on("data", (bytes: Buffer) => {
      log.write(bytes);
      heard += bytes;
      const port = /Extension host agent listening on (\d+)/.exec(heard)?.[1];
      if (port) resolve(port);
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the editor's server ended with ${code}: see ${logFile}`)));
  });
}

function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, "SIGTERM");
}
