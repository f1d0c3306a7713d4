import { equal, ok } from "node:assert/strict";
import { extensions, languages, Range, type TextDocument, WorkspaceEdit, window, workspace } from "vscode";
import { EXAMPLE, figures } from "./figures.ts";
import { codeOf, until } from "./support.ts";

describe("Wellspent in the editor's web worker", () => {
  let document: TextDocument;

  before(async () => {
    const [file] = await workspace.findFiles(`**/${EXAMPLE}`);
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

  figures(() => document);
});
