import { expect, test } from "vitest";
import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Location,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  type TextDocumentEdit,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { council } from "../features/council.ts";
import { eachFarWay, hard, writtenAll, writtenLine } from "../features/ways.ts";
import { type Folder, inFolder, positionOf, wholeProject } from "./folder.ts";

const capabilities = {
  textDocument: { definition: { linkSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true } },
};
const shown = ({ path }: Folder, { uri, range }: Location): string =>
  `${path(uri)} ${range.start.line}:${range.start.character}-${range.end.character}`;

eachFarWay((way) => {
  const line = (at: number): number => writtenLine(way, at);
  const signs = way.before === "" ? "" : hard;
  const files = writtenAll(
    way,
    Object.fromEntries(Object.entries(council).map(([path, text]) => [path, text.replaceAll("%%", signs)])),
  );
  const trials = files["trials.study.yaml"] ?? "";

  test("a reference is followed, found and renamed across files on disk", () =>
    inFolder(files, capabilities, async (folder) => {
      const { server, uri } = folder;
      const { connection } = server;
      await server.open(uri("trials.study.yaml"), trials);
      await wholeProject(server);
      const at = { textDocument: { uri: uri("trials.study.yaml") }, position: positionOf(trials, "ecbi") };

      expect(await connection.sendRequest(DefinitionRequest.type, at)).toEqual([
        {
          originSelectionRange: { start: at.position, end: { line: line(4), character: at.position.character + 4 } },
          targetUri: uri("care.outcome.yaml"),
          targetRange: { start: { line: line(5), character: 13 }, end: { line: line(5), character: 17 } },
          targetSelectionRange: { start: { line: line(5), character: 13 }, end: { line: line(5), character: 17 } },
        },
      ]);
      const found = await connection.sendRequest(ReferencesRequest.type, {
        ...at,
        context: { includeDeclaration: true },
      });
      const column = at.position.character;
      expect(found?.map((each) => shown(folder, each))).toEqual([
        `care.outcome.yaml ${line(5)}:13-17`,
        `mst.intervention.yaml ${line(16)}:13-17`,
        `trials.study.yaml ${line(4)}:${column}-${column + 4}`,
      ]);
      expect(await connection.sendRequest(PrepareRenameRequest.type, at)).toEqual({
        range: { start: at.position, end: { line: line(4), character: column + 4 } },
        placeholder: "ecbi",
      });
      const edit = await connection.sendRequest(RenameRequest.type, { ...at, newName: "ecbi-intensity" });
      const edits = (edit?.documentChanges ?? []) as TextDocumentEdit[];
      expect(
        edits.map(({ textDocument, edits: [first] }) => [
          folder.path(textDocument.uri),
          textDocument.version,
          first?.range.start,
        ]),
      ).toEqual([
        ["care.outcome.yaml", null, { line: line(5), character: 13 }],
        ["mst.intervention.yaml", null, { line: line(16), character: 13 }],
        ["trials.study.yaml", 1, at.position],
      ]);
      const refusal = connection.sendRequest(RenameRequest.type, { ...at, newName: "Two words" });
      await expect(refusal).rejects.toThrow("cannot be an id");
      const highlights = await connection.sendRequest(DocumentHighlightRequest.type, at);
      expect(highlights?.map(({ range }) => range.start)).toEqual([at.position]);
    }));

  test("the chain from a study to a portfolio, over files that are not open", () =>
    inFolder(files, capabilities, async (folder) => {
      const { server, uri } = folder;
      const { connection } = server;
      await server.open(uri("trials.study.yaml"), trials);
      await wholeProject(server);
      const [study] =
        (await connection.sendRequest(CallHierarchyPrepareRequest.type, {
          textDocument: { uri: uri("trials.study.yaml") },
          position: { line: line(0), character: 9 },
        })) ?? [];
      const up = async (item: NonNullable<typeof study>) =>
        (await connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item }))?.map(({ from }) => from) ?? [];
      const names: string[][] = [];
      for (let level = study === undefined ? [] : [study]; level.length > 0; ) {
        names.push(level.map(({ name }) => name));
        level = level[0] === undefined ? [] : await up(level[0]);
      }
      expect(names).toEqual([
        ["fonagy-2018"],
        ["child-enters-care in mst", "child-behaviour in mst"],
        ["mst"],
        ["early-help"],
      ]);
      const [portfolio] =
        (await connection.sendRequest(CallHierarchyPrepareRequest.type, {
          textDocument: { uri: uri("all.portfolio.yaml") },
          position: { line: line(0), character: 12 },
        })) ?? [];
      const down =
        portfolio && (await connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: portfolio }));
      expect(down?.map(({ to }) => to.name)).toEqual(["town", "mst", "early-help/manager"]);
    }));

  test("outline, symbols, links, folds, selection and moves", () =>
    inFolder(files, capabilities, async (folder) => {
      const { server, uri } = folder;
      const { connection } = server;
      const textDocument = { uri: uri("trials.study.yaml") };
      await server.open(textDocument.uri, trials);
      await wholeProject(server);
      const outline = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
      expect(outline?.map(({ name }) => name)).toEqual(["fonagy-2018", "butler-2011"]);
      const symbols = await connection.sendRequest(WorkspaceSymbolRequest.type, { query: "therapist" });
      expect(symbols?.[0]).toMatchObject({ name: "local/therapist", location: { uri: uri("local.unit-costs.yaml") } });
      expect(await connection.sendRequest(DocumentLinkRequest.type, { textDocument })).toMatchObject([
        { target: "https://www.isrctn.com/ISRCTN77132214" },
      ]);
      expect(await connection.sendRequest(FoldingRangeRequest.type, { textDocument })).toContainEqual({
        startLine: line(3),
        endLine: line(6),
      });
      const [selected] =
        (await connection.sendRequest(SelectionRangeRequest.type, {
          textDocument,
          positions: [{ line: line(0), character: 9 }],
        })) ?? [];
      expect([selected?.range.end.character, selected?.parent?.range.start.character]).toEqual([18, 0]);
      const files = [{ oldUri: uri("mst.intervention.yaml"), newUri: uri("other.intervention.yaml") }];
      expect(await connection.sendRequest(WillRenameFilesRequest.type, { files })).toBeNull();
    }));
});
