import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import {
  type ClientCapabilities,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { built, CLI, ROOT } from "./support.ts";

const README = readFileSync(join(ROOT, "README.md"), "utf8");
const FOLDER = join(ROOT, "examples");
const FILE = join(FOLDER, "interventions", "fdac.intervention.yaml");
const TEXT = readFileSync(FILE, "utf8");
/** A published costing whose figures are known: 46 cases at £12,170 are £559,820. */
const LINE = "£12,170/case";
const COST = "£559,820";

/** The set-up lines of one editor in the README: the first fenced block of a language under "Other editors". */
function setUp(language: string): string {
  const section = /^## Other editors$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(README)?.[1] ?? "";
  return new RegExp(`^\`\`\`${language}$([\\s\\S]*?)^\`\`\`$`, "m").exec(section)?.[1] ?? "";
}

const quoted = (text: string | undefined): string[] =>
  [...(text ?? "").matchAll(/"([^"]*)"/g)].map((each) => String(each[1]));

/** How each editor starts the server, read from its set-up lines. */
const COMMANDS: Readonly<Record<string, () => string[]>> = {
  Neovim: () => quoted(/cmd = \{(.*?)\}/.exec(setUp("lua"))?.[1]),
  Helix: () => quoted(`${/command = .*/.exec(setUp("toml"))}${/args = .*/.exec(setUp("toml"))}`),
  Zed() {
    const { path, arguments: rest } = JSON.parse(setUp("json")).lsp["yaml-language-server"].binary;
    return [path, ...rest];
  },
};

/** They tell apart who asks for diagnostics and who waits to be told. */
const ASKS: ClientCapabilities = { textDocument: { diagnostic: { dynamicRegistration: false } } };
const WAITS: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

test.skipIf(!built).each([
  ["Neovim", ASKS],
  ["Helix", WAITS],
  ["Zed", ASKS],
])("the README's lines for %s start a server that answers", async (editor, capabilities) => {
  const [command, ...args] = COMMANDS[editor]?.() ?? [];
  expect(command).toBe("wellspent");
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = new Promise<number>((resolve) => {
    connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
      if (diagnostics.length > 0) resolve(diagnostics.length);
    });
  });
  connection.listen();
  const rootUri = pathToFileURL(FOLDER).href;
  const workspaceFolders = [{ uri: rootUri, name: "examples" }];
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri,
    workspaceFolders,
    capabilities,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  // To these editors a spec is YAML like any other: the server goes by the file's name.
  const uri = pathToFileURL(FILE).href;
  const textDocument = { uri, languageId: "yaml", version: 1, text: TEXT };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  const before = TEXT.slice(0, TEXT.indexOf(LINE) + 1).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const hover = await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  expect(JSON.stringify(hover)).toContain(COST);
  if (capabilities === WAITS) expect(await published).toBeGreaterThan(0);
  else {
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    expect(report).toMatchObject({ kind: "full", items: expect.arrayContaining([expect.anything()]) });
  }

  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  expect(await exited).toEqual([0, null]);
  connection.dispose();
});
