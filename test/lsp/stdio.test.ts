import { expect, test } from "vitest";
import { HoverRequest } from "vscode-languageserver/node";
import { TestServer } from "./server.ts";

test("over a real pipe: says what it can do, answers, and ends as asked", async () => {
  const server = await TestServer.start();
  expect(server.initialized.serverInfo?.name).toBe("wellspent");
  expect(server.initialized.capabilities).toMatchObject({
    hoverProvider: true,
    inlayHintProvider: { resolveProvider: true },
  });
  const uri = "file:///project/mst.intervention.yaml";
  await server.open(uri, "intervention: mst\n");
  const params = { textDocument: { uri }, position: { line: 0, character: 1 } };
  expect(await server.connection.sendRequest(HoverRequest.type, params)).not.toBeNull();
  expect(await server.stop()).toBe(0);
});

test("a document it was never told of has nothing to say, and the server goes on", async () => {
  const server = await TestServer.start();
  const params = { textDocument: { uri: "file:///nowhere.yaml" }, position: { line: 9, character: 9 } };
  expect(await server.connection.sendRequest(HoverRequest.type, params)).toBeNull();
  expect(await server.stop()).toBe(0);
});
