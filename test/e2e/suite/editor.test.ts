import { equal, match, ok } from "node:assert/strict";
import {
  commands,
  extensions,
  type Hover,
  type InlayHint,
  languages,
  type Position,
  Range,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import { browser, codeOf, hoverText, inBrowser, labelOf, until } from "./support.ts";

/** A published costing whose figures are known: 46 cases at £12,170 are £559,820. */
const EXAMPLE = "**/fdac.intervention.yaml";
const LINE = "£12,170/case";
const COST = /£559,820/;

describe("Wellspent in a real editor", () => {
  let document: TextDocument;
  let amount: Position;

  before(async () => {
    const [file] = await workspace.findFiles(EXAMPLE);
    ok(file, `no ${EXAMPLE} in the workspace`);
    document = await workspace.openTextDocument(file);
    await window.showTextDocument(document);
    amount = document.positionAt(document.getText().indexOf(LINE) + 1);
  });

  it("claims the spec by its file name", () => equal(document.languageId, "wellspent"));

  it("starts of itself", async () => {
    const extension = extensions.getExtension("wellspent.wellspent");
    await until(() => extension?.isActive, "the extension to start");
  });

  it("explains a figure where the pointer rests", async () => {
    const text = await until(async () => {
      const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, amount);
      return hoverText(hovers);
    }, "a hover");
    match(text, COST);
  });

  it("shows worked-out figures beside the text", async () => {
    const everything = new Range(0, 0, document.lineCount, 0);
    await until(async () => {
      const hints = await commands.executeCommand<InlayHint[]>(
        "vscode.executeInlayHintProvider",
        document.uri,
        everything,
      );
      return hints.map(labelOf).some((label) => COST.test(label));
    }, "the cost of the line as an inlay hint");
  });

  it("shows findings with codes of ours", async () => {
    const findings = await until(() => {
      const found = languages.getDiagnostics(document.uri);
      return found.length > 0 ? found : undefined;
    }, "findings");
    for (const finding of findings) {
      equal(finding.source, "wellspent");
      match(codeOf(finding), /^[a-z-]+\/[a-z0-9-]+$/);
    }
  });

  it("is seen by the person at the screen", async function () {
    if (!inBrowser) return this.skip();
    await until(async () => Number(await browser("count", { sel: "[class*='squiggly-']" })) > 0, "a squiggle");
    await until(async () => COST.test(await browser("text", { sel: ".view-lines" })), "the figure beside the line");
    await browser("hover", { sel: `.view-line span:text-is("${LINE.split("/")[0]}")` });
    await until(async () => COST.test(await browser("text", { sel: ".monaco-hover" })), "the hover");
    await browser("shot", { name: "editor" });
    return undefined;
  });
});
