import { equal, ok } from "node:assert/strict";
import {
  commands,
  extensions,
  type Hover,
  type InlayHint,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { codeOf, hoverText, labelOf, until } from "./support.ts";

/** A published costing whose figures are known: 46 cases at £12,170 are £559,820. */
const EXAMPLE = "**/fdac.intervention.yaml";
const LINE = "£12,170/case";
const COST = "559,820";

describe("Wellspent in the editor's web worker", () => {
  let document: TextDocument;

  before(async () => {
    const [file] = await workspace.findFiles(EXAMPLE);
    ok(file, `no ${EXAMPLE} in the workspace`);
    document = await workspace.openTextDocument(file);
    await window.showTextDocument(document);
  });

  it("runs where there is no Node", () => {
    // These tests run in the Node host, which does not know what the worker host runs.
    equal(extensions.getExtension("wellspent.wellspent"), undefined);
    equal(document.languageId, "wellspent");
  });

  it("shows findings", () => until(() => languages.getDiagnostics(document.uri).length > 0, "findings"));

  it("has read the other files of the project", async () => {
    const edit = new WorkspaceEdit();
    const known = document.positionAt(document.getText().indexOf("outcome: child-enters-care") + "outcome: ".length);
    edit.replace(document.uri, new Range(known, known.translate(0, "child".length)), "nobody");
    await workspace.applyEdit(edit);
    // Of all ids of other files, the one made up is the one not found: the index is complete and the rest was read.
    await until(() => {
      const lost = languages
        .getDiagnostics(document.uri)
        .filter((finding) => codeOf(finding) === "reference/not-found");
      return lost.length === 1 && document.getText(lost[0]?.range) === "nobody-enters-care";
    }, "the id made up to be the only one not found");
  });

  it("shows worked-out figures beside the text", async () => {
    const everything = new Range(0, 0, document.lineCount, 0);
    await until(async () => {
      const hints = await commands.executeCommand<InlayHint[]>(
        "vscode.executeInlayHintProvider",
        document.uri,
        everything,
      );
      return hints.some((hint) => labelOf(hint).includes(COST));
    }, "the cost of the line as an inlay hint");
  });

  it("explains a figure", async () => {
    const place = document.positionAt(document.getText().indexOf(LINE) + 1);
    await until(async () => {
      const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, place);
      return hoverText(hovers).includes(COST);
    }, "a hover");
  });
});
