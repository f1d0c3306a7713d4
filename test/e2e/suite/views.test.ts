import { deepEqual, equal, match, ok } from "node:assert/strict";
import {
  ConfigurationTarget,
  commands,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { inBoth, insist, isThere, open, press, putCursor, read } from "./hands.ts";
import { browser, until } from "./support.ts";

const FRAME = "Wellspent report";
const THEMES = {
  light: ["Default Light Modern", "vscode-light"],
  dark: ["Default Dark Modern", "vscode-dark"],
  contrast: ["Default High Contrast", "vscode-high-contrast"],
  "contrast-light": ["Default High Contrast Light", "vscode-high-contrast-light"],
} as const;

const REPORT_TAB = '.tab.active[aria-label^="Report:"]';

const inReport = (sel: string): Promise<string> => browser("text", { frame: FRAME, sel });

async function choose(theme: keyof typeof THEMES): Promise<void> {
  const [name, kind] = THEMES[theme];
  await workspace.getConfiguration("workbench").update("colorTheme", name, ConfigurationTarget.Global);
  await until(
    async () => Number(await browser("count", { frame: FRAME, sel: `body[data-vscode-theme-kind="${kind}"]` })) > 0,
    `the theme ${name}`,
  );
}

describe("The views", () => {
  let editor: TextEditor;
  let document: TextDocument;

  before(async () => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    document = await open("**/fdac.intervention.yaml");
    await putCursor(document, "intervention: fdac-london");
    editor = window.activeTextEditor as TextEditor;
    await commands.executeCommand("wellspent.showReport");
  });

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await browser("shot", { name: `failed: ${this.currentTest.title}` });
  });
  after(async () => {
    await workspace.getConfiguration("workbench").update("colorTheme", undefined, ConfigurationTarget.Global);
    await commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("show a report beside the spec, from the figures beside the text", async () => {
    await until(async () => (await inReport("h1")) === "London Family Drug and Alcohol Court", "the report");
    const headlines = await inReport(".headlines");
    match(headlines, /£559,820/);
    match(headlines, /2\.55/);
    match(headlines, /not costed: 1 line/);
    match(await inReport("#section-missing"), /What is missing/);
    await until(
      async () => Number(await browser("count", { frame: FRAME, sel: "figure svg[aria-label]" })) >= 1,
      "a chart",
    );
  });

  for (const theme of Object.keys(THEMES) as (keyof typeof THEMES)[])
    it(`have nothing that hinders anybody: ${theme}`, async () => {
      await choose(theme);
      await browser("shot", { name: `report-${theme}` });
      const { violations } = JSON.parse(await browser("axe", { frame: FRAME }));
      deepEqual(violations, []);
    });

  it("follow an edit and its taking back", async () => {
    await choose("light");
    const at = document.positionAt(document.getText().indexOf("46 cases"));
    await editor.edit((edit) => edit.replace(new Range(at, at.translate(0, 2)), "50"));
    await until(async () => /£608,500/.test(await inReport(".headlines")), "the edited figure");
    await editor.edit((edit) => edit.replace(new Range(at, at.translate(0, 2)), "46"));
    await until(async () => /£559,820/.test(await inReport(".headlines")), "the figure as it was");
  });

  it("follow the cursor from one intervention to the next", async () => {
    await putCursor(document, "intervention: fdac-national");
    await until(async () => /national case for investment/.test(await inReport("h1")), "the other report");
    await putCursor(document, "intervention: fdac-london");
    await until(async () => /London/.test(await inReport("h1")), "the first report");
  });

  // Before anything is clicked in it: after a click, Tab goes on from the clicked place.
  it("can be used without a mouse", async () => {
    await commands.executeCommand("workbench.action.focusSecondEditorGroup");
    await until(async () => (await browser("hasFocus", { frame: FRAME })) === "true", "the keyboard in the report");
    for (const button of ["save-page", "save-chart"]) {
      await browser("key", { key: "Tab" });
      await until(
        async () => Number(await browser("count", { frame: FRAME, sel: `#${button}:focus` })) > 0,
        `the focus on ${button}`,
      );
    }
  });

  it("lead from the report to the line", async () => {
    editor.selection = new Selection(new Position(0, 0), new Position(0, 0));
    await browser("click", { frame: FRAME, sel: 'a[data-place]:text-is("Specialist team and court")' });
    const line = document.positionAt(document.getText().indexOf("Specialist team and court")).line;
    await until(() => window.activeTextEditor?.selection.active.line === line, "the cursor at the line");
  });

  it("are saved as a page and as pictures, where the person says", async () => {
    const dialog = ".quick-input-widget .quick-input-box input";
    /** Saves under the offered name; what is in the file then, as soon as it begins as it should: it is there before it is written. */
    const written = async (name: string, begins: RegExp): Promise<string> => {
      await until(async () => Number(await browser("count", { sel: `${dialog}:visible` })) > 0, "the dialog");
      await until(async () => (await browser("value", { sel: dialog })).endsWith(name), `the name ${name}`);
      await browser("key", { key: "Enter" });
      return until(async () => {
        const [file] = await workspace.findFiles(`**/${name}`);
        const text = file && new TextDecoder("latin1").decode(await workspace.fs.readFile(file));
        return text !== undefined && begins.test(text) ? text : undefined;
      }, `${name}, which ${begins} finds`);
    };
    await browser("click", { frame: FRAME, sel: "#save-page" });
    match(await written("fdac-london.html", /^<!doctype html>[\s\S]*<\/html>/), /£559,820/);
    for (const [kind, start] of [
      ["SVG", /^<\?xml/],
      ["PNG", /^.PNG/],
    ] as const) {
      await browser("click", { frame: FRAME, sel: "#save-chart" });
      const row = `.quick-input-list .monaco-list-row:has-text("Benefits"):has-text("${kind}")`;
      await until(async () => await isThere(row), "the choice of charts");
      await browser("click", { sel: row });
      await written(`fdac-london-benefits.${kind.toLowerCase()}`, start);
    }
  });

  inBoth("list the project with cost, return and evidence, in words for a screen reader", async (shot) => {
    await commands.executeCommand("wellspent.overview.focus");
    const row = (label: string) => `.sidebar [role=treeitem][aria-label^="${label}"]`;
    await until(() => isThere(row("Interventions:")), "the overview");
    const reading = ".sidebar .tree-explorer-viewlet-tree-view .message";
    await until(async () => !/Still reading/.test(await read(reading)), "the whole project in the overview");
    await commands.executeCommand("workbench.actions.treeView.wellspent.overview.collapseAll");
    await browser("click", { sel: row("Interventions:") });
    const costed = ".sidebar [role=treeitem][aria-label*='cost per participant £'][aria-label$=' cited']";
    await until(() => isThere(costed), "an intervention's row");
    await shot("overview");
    await browser("click", { sel: row("Interventions:") });
    await browser("click", { sel: row("Gaps") });
    await until(() => isThere(row("Lines not costed")), "the gaps");
    await browser("click", { sel: row("Lines not costed") });
    await until(() => isThere(".sidebar [role=treeitem][aria-level='3']"), "a gap");
    await shot("gaps");
    await browser("click", { sel: ".sidebar [role=treeitem][aria-level='3']" });
    await until(() => window.activeTextEditor?.selection.isEmpty === false, "the place of the gap");
    equal(window.activeTextEditor?.viewColumn, ViewColumn.One);
    ok(await isThere(REPORT_TAB), "the report is where it was");
  });

  inBoth("say in the status which prices and which discount rate are in force", async (shot) => {
    await commands.executeCommand("workbench.view.explorer");
    await window.showTextDocument(document, ViewColumn.One);
    await putCursor(document, "intervention: fdac-london");
    await press("Home");
    await insist(
      async () => {
        await browser("hover", { sel: ".part.titlebar" });
        await browser("hover", { sel: '[id="status.languageStatus"]' });
      },
      async () => {
        const text = await read(".hover-language-status");
        return /in this file/.test(text) && /Discounted at 3\.5% a year/.test(text) && /Prices of 2014-15/.test(text);
      },
      "the status",
    );
    await shot("status");
    await press("Escape");
  });

  it("write a first project into an empty folder, and never over what is there", async () => {
    const root = workspace.workspaceFolders?.[0]?.uri;
    ok(root);
    const folder = Uri.joinPath(root, "first");
    await commands.executeCommand("workbench.action.closeAllEditors");
    await commands.executeCommand("wellspent.newProject", folder);
    const first = window.activeTextEditor?.document;
    match(first?.uri.path ?? "", /\/first\/interventions\/.*\.intervention\.yaml$/);
    await commands.executeCommand("wellspent.showReport");
    await until(
      async () => /£/.test(await inReport(".headlines")) && !/Court/.test(await inReport("h1")),
      "its report",
    );
    const settings = Uri.joinPath(folder, "wellspent.yaml");
    const mine = new TextEncoder().encode("root: true\n");
    await workspace.fs.writeFile(settings, mine);
    await commands.executeCommand("wellspent.newProject", folder);
    await commands.executeCommand("notifications.showList");
    await until(
      async () => /Nothing was written/.test(await browser("text", { sel: ".notification-list-item-message" })),
      "the warning",
    );
    deepEqual([...(await workspace.fs.readFile(settings))], [...mine]);
    await commands.executeCommand("notifications.clearAll");
  });
});
