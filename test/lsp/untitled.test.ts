import { expect, test } from "vitest";
import {
  CompletionRequest,
  DefinitionRequest,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { eachFarWay, written } from "../features/ways.ts";
import { inFolder, positionOf } from "./folder.ts";

const files = { "care.outcome.yaml": "outcome: enters-care\nbetter: lower\n" };
const typed = "intervention: draft\nstatus: nearly\noutcomes:\n  - outcome: enters-care\n";

eachFarWay((way) => {
  const text = written(way, typed);

  for (const [what, spelled] of [
    ["without a name", () => "untitled:Untitled-1"],
    ["named where it will lie", (uri: string) => uri.replace("file://", "untitled:")],
  ] as const)
    test(`a document that was never saved, ${what}, is part of the opened project until it is closed`, () =>
      inFolder(files, {}, async ({ server, uri: uriOf }) => {
        const uri = spelled(uriOf("draft.intervention.yaml"));
        const { connection } = server;
        await server.open(uri, text);
        const textDocument = { uri };
        const codes = async () => {
          const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
          return report.kind === "full" ? report.items.map(({ code }) => code) : [];
        };
        expect(await codes()).toContain("schema/unknown-word");
        const place = { textDocument, position: positionOf(text, "nters-care") };
        await expect
          .poll(() => connection.sendRequest(DefinitionRequest.type, place))
          .toMatchObject([{ uri: uriOf("care.outcome.yaml") }]);
        expect(await codes()).not.toContain("reference/not-found");
        const status = { textDocument, position: positionOf(text, "nearly") };
        const items = await connection.sendRequest(CompletionRequest.type, status);
        expect(JSON.stringify(items)).toContain('"piloting"');
        const symbols = async () =>
          (await connection.sendRequest(WorkspaceSymbolRequest.type, { query: "draft" }))?.map(
            ({ location }) => location.uri,
          );
        expect(await symbols()).toEqual([uri]);
        await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
        await expect.poll(symbols).toEqual([]);
      }));
});
