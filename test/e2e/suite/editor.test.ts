import { equal, match, ok } from "node:assert/strict";
import {
  commands,
  extensions,
  type Hover,
  type InlayHint,
  languages,
  Position,
  Range,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import { browser, inBrowser, until } from "./support.ts";

const EXAMPLE = "**/*fdac*.intervention.yaml";

const textOf = (hovers: readonly Hover[]) =>
  hovers.flatMap(({ contents }) => contents.map((each) => (typeof each === "string" ? each : each.value))).join("\n");

describe("Wellspent in a real editor", () => {
  let document: TextDocument;

  before(async () => {
    const [file] = await workspace.findFiles(EXAMPLE);
    ok(file, `no ${EXAMPLE} in the workspace`);
    document = await workspace.openTextDocument(file);
    await window.showTextDocument(document);
  });

  it("claims the spec by its file name", () => equal(document.languageId, "wellspent"));

  it("starts of itself", async () => {
    const extension = extensions.getExtension("wellspent.wellspent");
    await until(() => extension?.isActive, "the extension to start");
  });

  it("answers a hover", async () => {
    const hovers = await until(async () => {
      const found = await commands.executeCommand<Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        new Position(0, 2),
      );
      return found.length > 0 ? found : undefined;
    }, "a hover");
    match(textOf(hovers), /\w/);
  });

  it("shows findings with a code of ours", async () => {
    const findings = await until(() => {
      const found = languages.getDiagnostics(document.uri);
      return found.length > 0 ? found : undefined;
    }, "findings");
    for (const { source } of findings) equal(source, "wellspent");
  });

  it("shows worked-out figures beside the text", async () => {
    const everything = new Range(0, 0, document.lineCount, 0);
    await until(async () => {
      const hints = await commands.executeCommand<InlayHint[]>(
        "vscode.executeInlayHintProvider",
        document.uri,
        everything,
      );
      return hints.length > 0;
    }, "inlay hints");
  });

  it("is seen by the person at the screen", async function () {
    if (!inBrowser) return this.skip();
    await until(async () => Number(await browser("count", { sel: "[class*='squiggly-']" })) > 0, "a squiggle");
    await until(async () => /£/.test(await browser("text", { sel: ".view-lines" })), "the spec's text");
    await browser("shot", { name: "editor" });
    return undefined;
  });
});
