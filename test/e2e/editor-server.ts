import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A quiet editor: no welcome pages, no look-ups, so that a screenshot shows the extension and nothing else. */
const USER_SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "git.enabled": false,
  "editor.inlayHints.enabled": "on",
  "editor.minimap.enabled": false,
};

export interface EditorServer {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** Ends the server with everything it started: extension host and language server. */
  stop(): void;
}

/** Starts VS Code's own server on a free port. `env` reaches the extension host and so the suite. */
export async function startEditorServer(
  vscode: string,
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<EditorServer> {
  const user = join(home, "data", "User");
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, "settings.json"), JSON.stringify(USER_SETTINGS));
  const child = spawn(
    process.execPath,
    [
      join(vscode, "out", "server-main.js"),
      ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--accept-server-license-terms"],
      ...["--server-data-dir", home, "--telemetry-level", "off", "--disable-workspace-trust", "--disable-experiments"],
      // A built workbench runs an extension under test only with this flag.
      "--enable-smoke-test-driver",
    ],
    { stdio: ["ignore", "pipe", "pipe"], detached: true, env: { ...process.env, ...env } },
  );
  const port = await listeningPort(child, join(home, "server.log"));
  return { host: `127.0.0.1:${port}`, stop: () => stopGroup(child) };
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
  if (child.pid === undefined || child.exitCode !== null) return;
  process.kill(-child.pid, "SIGTERM");
}
