import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, relative, sep } from "node:path";
import { CACHE, suiteFile, WORKSPACE } from "./paths.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".cjs": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".ttf": "font/ttf",
};

/** What an editor served by nobody asks for first: as quiet as the other windows (`editor-server.ts`). */
const QUIET = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "editor.inlayHints.enabled": "on",
};

export interface StaticEditor {
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly server: Server;
}

/**
 * Gives out VS Code's workbench as plain files, as vscode.dev does: no server stands behind it, so the extension can only
 * run in the browser. `extension`: the folder of the installed extension. `control`: what drives the browser (`control.ts`).
 */
export async function serveWorkbench(vscode: string, extension: string, control: string): Promise<StaticEditor> {
  let host = "";
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://editor");
    const path = decodeURIComponent(url.pathname);
    const send = (type: string, body: string | Buffer): void => {
      response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end(body);
    };
    if (path === "/") return send("text/html", workbenchPage(vscode, host));
    if (path === "/workspace.json") return send("application/json", JSON.stringify(filesOf(WORKSPACE)));
    // An editor runs tests that lie inside the extension under development only.
    if (path === "/extension/suite.cjs") return send("text/javascript", readFileSync(suiteFile("serverless")));
    if (path.startsWith("/control/")) {
      const answer = await fetch(`${control}/${path.slice("/control/".length)}${url.search}`);
      response.writeHead(answer.status, { "access-control-allow-origin": "*" }).end(await answer.text());
      return;
    }
    for (const [mount, folder] of [
      ["/vscode/", vscode],
      ["/extension/", extension],
    ] as const) {
      const file = join(folder, path.slice(mount.length));
      if (!path.startsWith(mount) || relative(folder, file).startsWith("..")) continue;
      if (!existsSync(file) || !statSync(file).isFile()) continue;
      const body = readFileSync(file);
      return send(
        TYPES[extname(file)] ?? "application/octet-stream",
        path.endsWith("/workbench/workbench.js") ? withoutServer(body.toString()) : body,
      );
    }
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, server };
}

/** The installed extension, wherever the editor put it. */
export function installedExtension(home: string): string {
  const extensions = join(home, "extensions");
  const found = readdirSync(extensions).find((name) => name.startsWith("wellspent.wellspent-"));
  if (found === undefined) throw new Error(`the extension is not in ${extensions}`);
  return join(extensions, found);
}

function workbenchPage(vscode: string, host: string): string {
  const at = (path: string) => ({ scheme: "http", authority: host, path });
  const product = JSON.parse(readFileSync(join(vscode, "product.json"), "utf8"));
  const configuration = {
    // VS Code's own file system in memory; the suite fills it.
    folderUri: { scheme: "tmp", authority: "", path: "/examples" },
    productConfiguration: { ...product, embedderIdentifier: "test", extensionsGallery: undefined },
    developmentOptions: {
      extensions: [at("/extension")],
      extensionTestsPath: at("/extension/suite.cjs"),
      enableSmokeTestDriver: true,
    },
    webviewEndpoint: "/vscode/out/vs/workbench/contrib/webview/browser/pre",
    enableWorkspaceTrust: false,
    callbackRoute: "/callback",
    userDataPath: "/",
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    _wrapWebWorkerExtHostInIframe: true,
    configurationDefaults: QUIET,
  };
  const settings = JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<!doctype html>
<html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${settings}">
<link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css">
</head><body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = location.origin + "/vscode/out/";</script>
<script type="module" src="/vscode/out/nls.messages.js"></script>
<script type="module" src="/vscode/out/vs/code/browser/workbench/workbench.js"></script>
</html>`;
}

/** code-server's workbench always connects to its server and keeps what is the user's there; Microsoft's does neither. */
function withoutServer(workbench: string): string {
  const changes: readonly (readonly [RegExp, string])[] = [
    [/,remoteAuthority:location\.host\}/, "}"],
    [
      /\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\)/,
      '.file("/").with({scheme:$1.vscodeUserData})',
    ],
  ];
  return changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`the workbench in ${CACHE} is not the one expected: no ${from}`);
    return text.replace(from, to);
  }, workbench);
}

function filesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(folder, file).split(sep).join("/"), readFileSync(file, "utf8")];
    }),
  );
}
