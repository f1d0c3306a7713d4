import { equal, match, ok } from "node:assert/strict";
import {
  type CodeLens,
  ConfigurationTarget,
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
import { isThere, languageServers, open, press, putCursor, read, revert, type } from "./hands.ts";
import { browser, codeOf, hoverText, inBrowser, labelOf, until } from "./support.ts";

/** A published costing whose figures are known: 46 cases at £12,170 are £559,820. */
const EXAMPLE = "**/fdac.intervention.yaml";
const LINE = "£12,170/case";
const COST = /£559,820/;
const SHOWN_HOVER = ".monaco-resizable-hover:visible, .monaco-hover:visible";

const findingsOf = (document: TextDocument) => languages.getDiagnostics(document.uri).map(codeOf);

describe("Wellspent in a real editor", () => {
  let document: TextDocument;
  let amount: Position;

  before(async () => {
    document = await open(EXAMPLE);
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

  it("sums the spec up above it", async () => {
    await until(async () => {
      const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 20);
      return lenses.some(({ command }) => /£12,170/.test(command?.title ?? ""));
    }, "the cost per case as a code lens");
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
});

describe("A person at the keyboard", () => {
  let document: TextDocument;

  before(async function () {
    if (!inBrowser) return this.skip();
    document = await open(EXAMPLE);
    return undefined;
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await browser("shot", { name: `failed: ${this.currentTest.title}` });
    await press("Escape", "Escape");
    await revert(document);
  });

  it("sees figures, lens and squiggles, in light and in dark", async () => {
    await putCursor(document, LINE);
    for (const [theme, name] of [
      ["Default Light Modern", "editor-light"],
      ["Default Dark Modern", "editor"],
    ] as const) {
      await workspace.getConfiguration("workbench").update("colorTheme", theme, ConfigurationTarget.Global);
      await until(() => isThere("[class*='squiggly-']"), "a squiggle");
      await until(async () => COST.test(await read(".view-lines")), "the figure beside the line");
      await until(() => isThere(".codelens-decoration"), "a code lens");
      await browser("hover", { sel: `.view-line span:text-is("${LINE.split("/")[0]}")` });
      await until(async () => COST.test(await read(SHOWN_HOVER)), "the hover");
      await browser("shot", { name });
      await press("Escape");
    }
  });

  it("completes a unit cost with its value, price year and source", async () => {
    await putCursor(document, LINE, LINE.length);
    await press("Enter");
    await type("unit_cost: health-vis");
    await until(async () => /health-visitor-hour/.test(await read(".suggest-widget")), "the unit cost to be offered");
    await until(async () => /£34/.test(await read(".suggest-widget")), "its value beside it");
    await browser("shot", { name: "completion" });
    await press("Enter");
    await until(
      () => document.getText().includes("unit_cost: national/health-visitor-hour"),
      "the unit cost in the text",
    );
  });

  it("breaks a unit and reads what is wrong", async () => {
    await putCursor(document, LINE, LINE.length);
    for (let left = "case".length; left > 0; left -= 1) await press("Backspace");
    await type("wombat");
    await until(() => findingsOf(document).some((code) => code.startsWith("units/")), "a finding about the unit");
    await press("ArrowLeft", "Control+K", "Control+I");
    await until(async () => /wombat/.test(await read(SHOWN_HOVER)), "the message under the line");
    await browser("shot", { name: "finding" });
  });

  it("mends a misspelt id by a quick fix", async () => {
    await putCursor(document, "outcome: child-enters-care", "outcome: child-enters-care".length);
    await press("Backspace", "Backspace");
    await until(() => findingsOf(document).includes("reference/not-found"), "the id not to be found");
    await press("Control+.");
    await until(async () => /child-enters-care/.test(await read(".action-widget")), "the fix to be offered");
    await browser("shot", { name: "quick-fix" });
    await press("Enter");
    await until(() => !findingsOf(document).includes("reference/not-found"), "the id to be found again");
    ok(document.getText().includes("outcome: child-enters-care\n"));
  });

  it("follows a reference to another file", async () => {
    await putCursor(document, "outcome: child-enters-care", "outcome: ch".length);
    await press("F12");
    await until(
      () => window.activeTextEditor?.document.uri.path.endsWith("care.outcome.yaml"),
      "the outcome's own file to open",
    );
  });

  it("renames an outcome in every file", async () => {
    const files = await workspace.findFiles("**/*.yaml");
    const before = await Promise.all(files.map((file) => workspace.fs.readFile(file)));
    await putCursor(document, "outcome: child-enters-care", "outcome: ch".length);
    await press("F2");
    await until(() => isThere(".rename-box input:focus"), "the box for the new name");
    await press("Control+A");
    await type("enters-care");
    await press("Enter");
    await until(() => document.getText().includes("outcome: enters-care\n"), "the new name here");
    const texts = await Promise.all(files.map(async (file) => (await workspace.openTextDocument(file)).getText()));
    equal(texts.filter((text) => text.includes("child-enters-care")).length, 0);
    equal(texts.filter((text) => /^outcome: enters-care$/m.test(text)).length, 1);
    // The editor has saved them all: put back what the other tests know.
    await Promise.all(files.map((file, at) => workspace.fs.writeFile(file, before[at] as Uint8Array)));
    await until(() => document.getText().includes("outcome: child-enters-care\n"), "the old name here");
  });

  it("loses no text when the server is killed", async () => {
    await putCursor(document, LINE, LINE.length);
    await type(" # kept");
    const [server, ...others] = languageServers();
    ok(server !== undefined && others.length === 0, "one language server");
    process.kill(server, "SIGKILL");
    await until(() => languageServers().some((id) => id !== server), "another server");
    const place = document.positionAt(document.getText().indexOf(LINE) + 1);
    await until(async () => {
      const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, place);
      return COST.test(hoverText(hovers));
    }, "an answer of the new server");
    match(document.getText(), /£12,170\/case # kept$/m);
  });
});
