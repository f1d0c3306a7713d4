import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import {
  CancellationToken,
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  LSPErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { createAnswer } from "../../server/src/lsp/answer.ts";
import { serve } from "../../server/src/lsp/connection.ts";
import { memoryFileSystem } from "../../server/src/workspace/memory.ts";

/** A server in this process, on a machine where some things go wrong. */
async function start() {
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    today: () => ({ kind: "date", year: 2026, month: 11, day: 22 }),
    findRoot: async (uri) => {
      if (uri.includes("broken")) throw new Error("the disk is gone");
      return uri.slice(0, uri.lastIndexOf("/"));
    },
    openFolder: () => memoryFileSystem({}),
  });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const log: string[] = [];
  client.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  client.listen();
  await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: {},
    workspaceFolders: null,
  });
  await client.sendNotification(InitializedNotification.type, {});
  const open = async (uri: string): Promise<string> => {
    const textDocument = { uri, languageId: "wellspent", version: 1, text: "study: a\n" };
    await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    return uri;
  };
  const hover = (uri: string) =>
    client.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 0, character: 1 } });
  return { client, log, open, hover };
}

test("a request that fails is answered with an error and logged; the next one is answered as ever", async () => {
  const { client, log, open, hover } = await start();
  const [bad, good] = [await open("file:///broken/a.study.yaml"), await open("file:///whole/a.study.yaml")];
  await expect(hover(bad)).rejects.toMatchObject({ code: LSPErrorCodes.RequestFailed });
  expect(await hover(good)).not.toBeNull();
  await expect(hover(bad)).rejects.toThrow("a fault of ours");
  await expect.poll(() => log.some((each) => each.includes("the disk is gone"))).toBe(true);
  client.dispose();
});

const silent = { console: { error: () => undefined } } as unknown as Parameters<typeof createAnswer>[0];

test("what nobody waits for any more is not worked out", async () => {
  let worked = 0;
  const source = new CancellationTokenSource();
  const answer = createAnswer(silent)((_: null) => ++worked);
  expect(await answer(null, source.token)).toBe(1);
  source.cancel();
  expect(await answer(null, source.token)).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(worked).toBe(1);
});

test("an answer that was cancelled while it was made is not sent", async () => {
  const source = new CancellationTokenSource();
  const answer = createAnswer(silent)(async (_: null) => {
    source.cancel();
    return "late";
  });
  expect(await answer(null, source.token)).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test("a refusal keeps its own words", async () => {
  const answer = createAnswer(silent)((_: null) => {
    throw new ResponseError(LSPErrorCodes.RequestFailed, "Already taken.");
  });
  expect(await answer(null, CancellationToken.None)).toMatchObject({ message: "Already taken." });
});
