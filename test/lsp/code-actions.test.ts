import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ShowDocumentRequest,
} from "vscode-languageserver/node";
import { eachFarWay, written, writtenLine } from "../features/ways.ts";
import { TestServer } from "./server.ts";

const able: ClientCapabilities = {
  textDocument: { codeAction: { resolveSupport: { properties: ["edit"] } }, diagnostic: {} },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
  window: { showDocument: { support: true } },
};
const plainText = "intervention: a\nstatus: runing\noutcomes:\n  - outcome: child-enters-care\n";

eachFarWay((way) => {
  const line = (at: number): number => writtenLine(way, at);
  const eol = way.crlf ? "\r\n" : "\n";

  async function opened<T>(
    client: ClientCapabilities,
    run: (server: TestServer, uri: string) => Promise<T>,
  ): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "wellspent-"));
    await writeFile(join(folder, "wellspent.yaml"), "root: true\n");
    const server = await TestServer.start(pathToFileURL(folder).href, client);
    try {
      const uri = pathToFileURL(join(folder, "a.intervention.yaml")).href;
      await server.open(uri, written(way, plainText));
      await run(server, uri);
    } finally {
      expect(await server.stop()).toBe(0);
      await rm(folder, { recursive: true });
    }
  }

  async function actionsAt(server: TestServer, uri: string, at: number, only?: string[]): Promise<CodeAction[]> {
    const report = await server.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    const diagnostics = report.kind === "full" ? report.items.filter((each) => each.range.start.line === at) : [];
    const range = { start: { line: at, character: 13 }, end: { line: at, character: 13 } };
    const answer = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only === undefined ? {} : { only }) },
    });
    return (answer ?? []) as CodeAction[];
  }

  test("a fix is offered with its diagnostic, and says what it changes when chosen", () =>
    opened(able, async (server, uri) => {
      const [fix] = await actionsAt(server, uri, line(1));
      if (fix === undefined) throw new Error("no fix");
      expect(fix).toMatchObject({
        kind: "quickfix",
        isPreferred: true,
        diagnostics: [{ code: "schema/unknown-word" }],
      });
      expect(fix.edit).toBeUndefined();
      const resolved = await server.connection.sendRequest(CodeActionResolveRequest.type, fix);
      const range = { start: { line: line(1), character: 8 }, end: { line: line(1), character: 14 } };
      expect(resolved.edit?.documentChanges).toMatchObject([
        { textDocument: { uri, version: 1 }, edits: [{ range, newText: "running" }] },
      ]);
      const all = await actionsAt(server, uri, 0, ["source.fixAll"]);
      expect(all.map((each) => each.kind)).toEqual(["source.fixAll.wellspent"]);
    }));

  test("a missing outcome is created in a new file", () =>
    opened(able, async (server, uri) => {
      const find = async () => (await actionsAt(server, uri, line(3))).find((each) => each.title.startsWith("Create"));
      await expect.poll(find).toBeDefined();
      const resolved = await server.connection.sendRequest(CodeActionResolveRequest.type, (await find()) as CodeAction);
      expect(resolved.edit?.documentChanges).toMatchObject([
        { kind: "create", uri: expect.stringMatching(/\/child-enters-care\.outcome\.yaml$/) },
        { edits: [{ newText: `outcome: child-enters-care${eol}title: Child enters care${eol}` }] },
      ]);
    }));

  test("a suppression leaves the cursor at its reason", () =>
    opened(able, async (server, uri) => {
      const shown: unknown[] = [];
      server.connection.onRequest(ShowDocumentRequest.type, (request) => {
        shown.push(request);
        return { success: true };
      });
      const action = (await actionsAt(server, uri, line(1))).find((each) =>
        each.title.startsWith("Hide"),
      ) as CodeAction;
      const { command } = await server.connection.sendRequest(CodeActionResolveRequest.type, action);
      if (command === undefined) throw new Error("no command");
      await server.connection.sendRequest(ExecuteCommandRequest.type, {
        command: command.command,
        arguments: command.arguments ?? [],
      });
      const position = { line: line(1), character: "# wellspent-disable-next-line schema/unknown-word -- ".length };
      expect(shown).toEqual([{ uri, takeFocus: true, selection: { start: position, end: position } }]);
    }));

  test("an editor that can do less gets whole edits, and none that it could not apply", () =>
    opened({ textDocument: { diagnostic: {} } }, async (server, uri) => {
      const [fix] = await actionsAt(server, uri, line(1));
      expect(fix?.edit?.changes?.[uri]).toMatchObject([{ newText: "running" }]);
      await expect
        .poll(async () => (await actionsAt(server, uri, line(3))).map((each) => each.title))
        .toContainEqual(expect.stringContaining("reference/not-found"));
      expect((await actionsAt(server, uri, line(3))).filter((each) => each.title.startsWith("Create"))).toEqual([]);
    }));
});
