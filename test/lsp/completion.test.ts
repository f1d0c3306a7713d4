import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  type CompletionClientCapabilities,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DidChangeTextDocumentNotification,
  SemanticTokensDeltaRequest,
  type SemanticTokensEdit,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type TextEdit,
} from "vscode-languageserver/node";
import { eachFarWay, written, writtenLine } from "../features/ways.ts";
import { TestServer } from "./server.ts";

const library =
  "unit_costs: local\nprice_year: 2024-25\nsource: PSSRU\nentries:\n  - entry: visit\n    title: Home visit\n    value: £38/hour\n";

/** As VS Code says it: text of several lines may be put in as it is written, or with the indentation of its line. */
const asVsCode = { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] as (1 | 2)[] } };

async function inProject<T>(
  completionItem: NonNullable<CompletionClientCapabilities["completionItem"]>,
  run: (server: TestServer, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "wellspent-"));
  await writeFile(join(folder, "wellspent.yaml"), "root: true\n");
  await writeFile(join(folder, "local.unit-costs.yaml"), library);
  const server = await TestServer.start(pathToFileURL(folder).href, {
    textDocument: { completion: { completionItem } },
  });
  try {
    return await run(server, folder);
  } finally {
    expect(await server.stop()).toBe(0);
    await rm(folder, { recursive: true });
  }
}

/** Asks again until the project has been read. */
async function complete(server: TestServer, uri: string, line: number, character: number): Promise<CompletionItem[]> {
  const params = { textDocument: { uri }, position: { line, character } };
  const answer = await server.connection.sendRequest(CompletionRequest.type, params);
  return (Array.isArray(answer) ? answer : answer?.items) ?? [];
}

/** Applies what changed to what was sent before, as an editor does. */
function patched(data: readonly number[], edits: readonly SemanticTokensEdit[]): readonly number[] {
  const result = [...data];
  for (const { start, deleteCount, data: put } of [...edits].sort((a, b) => b.start - a.start))
    result.splice(start, deleteCount, ...(put ?? []));
  return result;
}

eachFarWay((way) => {
  const line = (at: number): number => writtenLine(way, at);
  const eol = way.crlf ? "\r\n" : "\n";

  test("a unit cost of another file is offered with its price, its help when looked at", () =>
    inProject(asVsCode, async (server, folder) => {
      const uri = pathToFileURL(join(folder, "a.intervention.yaml")).href;
      await server.open(
        uri,
        written(way, "intervention: a\ncosts:\n  lines:\n    - item: é\n      unit_cost: \n      \n"),
      );
      await expect
        .poll(async () => (await complete(server, uri, line(4), 17)).map((each) => each.label))
        .toContain("local/visit");
      const item = (await complete(server, uri, line(4), 17)).find(
        (each) => each.label === "local/visit",
      ) as CompletionItem;
      expect(item.detail).toBe("£38/hour · 2024-25 prices · PSSRU");
      expect(item.documentation).toBeUndefined();
      expect((item.textEdit as TextEdit).range).toEqual({
        start: { line: line(4), character: 17 },
        end: { line: line(4), character: 17 },
      });
      const resolved = await server.connection.sendRequest(CompletionResolveRequest.type, item);
      expect(resolved.documentation).toMatchObject({ kind: "markdown", value: expect.stringContaining("Home visit") });

      const keys = await complete(server, uri, line(5), 6);
      const quantity = keys.find((each) => each.label === "quantity") as CompletionItem;
      expect((quantity.textEdit as TextEdit).newText).toMatch(/^ {6}quantity: \$\{1:unknown\}$/);
      const source = keys.find((each) => each.label === "source") as CompletionItem;
      expect((source.textEdit as TextEdit).newText).toMatch(new RegExp(`^ {6}source:${eol} {8}title: `));
    }));

  test("an editor that indents snippets itself is left that to do", () =>
    inProject({ snippetSupport: true }, async (server, folder) => {
      const uri = pathToFileURL(join(folder, "a.intervention.yaml")).href;
      await server.open(
        uri,
        written(way, "intervention: a\ncosts:\n  lines:\n    - \n      \n    - it\n    - item: é\n        "),
      );
      const edited = async (at: number, character: number, label: string): Promise<[number, number, string]> => {
        const item = (await complete(server, uri, line(at), character)).find((each) => each.label === label);
        if (item === undefined) throw new Error(`${label} is not offered`);
        const { range, newText } = item.textEdit as TextEdit;
        return [range.start.character, range.end.character, newText.replace(/\$\{\d+:([^}]*)\}/g, "$1")];
      };
      // Helix and Neovim put the indentation of the line before every line but the first.
      const body = "item: Therapists\n  quantity: unknown\n  unit_cost: unknown";
      expect(await edited(3, 6, "item …")).toEqual([6, 6, body]);
      expect(await edited(5, 8, "item …")).toEqual([6, 8, body]);
      // What stands too deep is moved to where it belongs, and the indentation that stands there stays.
      expect((await edited(7, 8, "source"))[2]).toMatch(/^source:\n {2}title: /);
      expect((await edited(7, 8, "source")).slice(0, 2)).toEqual([6, 8]);
    }));

  test("an editor without snippets gets plain text", () =>
    inProject({ snippetSupport: false }, async (server, folder) => {
      const uri = pathToFileURL(join(folder, "a.intervention.yaml")).href;
      await server.open(uri, written(way, "intervention: a\ncosts:\n  \n"));
      const items = await complete(server, uri, line(2), 2);
      const edits = items.map((each) => (each.textEdit as TextEdit).newText);
      expect(edits).toContain("  period: unknown");
      // A space typed to indent opens no list.
      const typed = await server.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position: { line: line(2), character: 2 },
        context: { triggerKind: 2, triggerCharacter: " " },
      });
      expect(typed).toEqual([]);
    }));

  test("lenses say what they say when looked at; tokens are as many as asked for", () =>
    inProject(asVsCode, async (server, folder) => {
      const uri = pathToFileURL(join(folder, "a.intervention.yaml")).href;
      const textDocument = { uri };
      await server.open(
        uri,
        written(way, "intervention: a\npopulation:\n  unit: family\n  starts: 60 families/year\n"),
      );
      const lenses = (await server.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
      expect(lenses.map((lens) => [lens.range.start.line, lens.command])).toEqual(Array(4).fill([line(0), undefined]));
      const [first] = lenses;
      if (first === undefined) throw new Error("no lens");
      const resolved = await server.connection.sendRequest(CodeLensResolveRequest.type, first);
      expect(resolved.command?.title).toMatch(/^cost per family not known/);

      const all = await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      const range = { start: { line: line(3), character: 0 }, end: { line: line(4), character: 0 } };
      const some = await server.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
      expect(all?.data.slice(0, 5)).toEqual([line(0), 0, 12, 0, 0]);
      expect(some?.data.slice(0, 5)).toEqual([line(3), 10, 2, 3, 0]);
    }));

  test("after an edit only the tokens that changed are sent", () =>
    inProject(asVsCode, async (server, folder) => {
      const uri = pathToFileURL(join(folder, "a.intervention.yaml")).href;
      const textDocument = { uri };
      const lines = Array.from({ length: 40 }, (_, at) => `    - item: £ é 👩‍👧 ${at}\n      amount: £${at}/family\n`);
      const text = written(way, `intervention: a\ncosts:\n  lines:\n${lines.join("")}`);
      await server.open(uri, text);
      const first = await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      if (first?.resultId === undefined) throw new Error("no result id");
      await server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: text.replace("£20/family", "£20.50/hour") }],
      });
      const delta = { textDocument, previousResultId: first.resultId };
      const change = await server.connection.sendRequest(SemanticTokensDeltaRequest.type, delta);
      const whole = await server.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      if (change === null || !("edits" in change)) throw new Error("everything was sent again");
      expect(patched(first.data, change.edits)).toEqual(whole?.data);
      expect(change.edits.flatMap(({ data }) => data ?? []).length).toBeLessThan(30);
      // The id is no longer the last one: the whole is sent.
      expect(await server.connection.sendRequest(SemanticTokensDeltaRequest.type, delta)).toHaveProperty("data");
    }));
});
