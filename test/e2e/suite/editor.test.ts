import { equal, match, ok } from "node:assert/strict";
import { cpSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  type CodeLens,
  ConfigurationTarget,
  commands,
  type Diagnostic,
  extensions,
  type Hover,
  languages,
  Position,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import { figures, LINE } from "./figures.ts";
import { findingsAsOnDisk } from "./findings.ts";
import {
  CHOSEN,
  filesAreWatched,
  inBoth,
  insist,
  isThere,
  languageServers,
  open,
  press,
  putCursor,
  read,
  revert,
  type,
} from "./hands.ts";
import { browser, codeOf, hoverText, until } from "./support.ts";

const EXAMPLE = "**/fdac.intervention.yaml";
const COST = /£559,820/;
const LENSES = ".codelens-decoration";
const SHOWN_HOVER = ".monaco-resizable-hover:visible, .monaco-hover:visible";

/** Outside every document. */
const NOWHERE = new Position(1e6, 0);

const findingsOf = (document: TextDocument) => languages.getDiagnostics(document.uri).map(codeOf);

describe("Wellspent in a real editor", () => {
  let document: TextDocument;

  before(async () => {
    document = await open(EXAMPLE);
  });

  it("claims the spec by its file name", () => equal(document.languageId, "wellspent"));

  it("starts of itself", async () => {
    const extension = extensions.getExtension("wellspent.wellspent");
    await until(() => extension?.isActive, "the extension to start");
  });

  figures(() => document);

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

  it("finds in every file, open or not, what the command line finds", () =>
    findingsAsOnDisk("the findings of the project"));

  // As another branch is checked out, or a folder is moved in a file manager.
  it("follows a folder that goes and comes back outside the editor", async () => {
    const here = join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? "", "evidence");
    const away = join(here, "..", "..", "evidence-away");
    await filesAreWatched();
    const isMissed = () =>
      languages.getDiagnostics().some(([, found]) => found.some((each) => codeOf(each) === "reference/not-found"));
    cpSync(here, away, { recursive: true });
    rmSync(here, { recursive: true });
    await until(isMissed, "the studies to be missed");
    cpSync(away, here, { recursive: true });
    await findingsAsOnDisk("the findings with the studies written again");
    rmSync(away, { recursive: true });
    renameSync(here, away);
    await until(isMissed, "the studies to be missed again");
    renameSync(away, here);
    await findingsAsOnDisk("the findings with the studies moved back");
  });
});

describe("A person at the keyboard", () => {
  let document: TextDocument;

  before(async () => {
    document = await open(EXAMPLE);
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await browser("shot", { name: `failed: ${this.currentTest.title}` });
    await press("Escape", "Escape");
    await revert(document);
  });

  inBoth("opens an example by its name", async (shot) => {
    await commands.executeCommand("workbench.action.closeAllEditors");
    await insist(
      () => press("Escape", "ControlOrMeta+P"),
      () => isThere(".quick-input-widget .quick-input-box input:focus"),
      "the box for a file's name",
    );
    await type("fdac");
    await until(() => isThere(`${CHOSEN}:has-text("fdac.intervention.yaml")`), "the file to be offered");
    await shot("open");
    await press("Enter");
    document = await until(() => {
      const opened = window.activeTextEditor?.document;
      return opened?.uri.path === document.uri.path ? opened : undefined;
    }, "the example");
  });

  inBoth("sees figures, lens and squiggles", async (shot) => {
    await putCursor(document, LINE);
    await until(() => isThere("[class*='squiggly-']"), "a squiggle");
    await until(async () => COST.test(await read(".view-lines")), "the figure beside the line");
    await until(() => isThere(LENSES), "a code lens");
    await shot("figures");
    await insist(
      async () => {
        await browser("hover", { sel: ".part.titlebar" });
        await browser("hover", { sel: `.view-line span:text-is("${LINE.split("/")[0]}")` });
      },
      async () => COST.test(await read(SHOWN_HOVER)),
      "the hover",
    );
    await shot("hover");
  });

  it("switches a kind of hint off and on again", async () => {
    await putCursor(document, LINE);
    await until(async () => COST.test(await read(".view-lines")), "the figure beside the line");
    const settings = workspace.getConfiguration("wellspent", document.uri);
    await settings.update("hints.lines", false, ConfigurationTarget.Global);
    await until(async () => !/£559,820(?!\s·)/.test(await read(".view-lines")), "the figure beside the line to go");
    await settings.update("hints.lines", undefined, ConfigurationTarget.Global);
    await until(async () => /£559,820(?!\s·)/.test(await read(".view-lines")), "the figure beside the line again");
  });

  /** Clicks on a lens. One that is drawn anew between the press and the release of the button is not clicked. */
  const clickLens = async (text: string, brought: () => Promise<boolean>, what: string): Promise<void> => {
    const lens = `.codelens-decoration a:has-text("${text}")`;
    await until(() => isThere(lens), `a lens that says ${text}`);
    await insist(() => browser("click", { sel: lens }), brought, what);
  };

  it("clicks on the cost above a spec and reads its report", async () => {
    await putCursor(document, "intervention: fdac-london");
    await clickLens("£12,170", () => isThere('.tab.active[aria-label^="Report:"]'), "the report's tab");
    await until(
      async () => (await browser("text", { frame: "Wellspent report", sel: "h1" })).includes("London"),
      "the report",
    );
    await commands.executeCommand("workbench.action.closeEditorsInOtherGroups");
  });

  inBoth("clicks on the evidence and looks through the studies", async (shot) => {
    await putCursor(document, "intervention: fdac-london");
    await clickLens(
      "cited",
      async () => /brunel-fdac-2014/.test(await read(".peekview-widget")),
      "the studies in a peek view",
    );
    await shot("peek");
    await press("Escape");
  });

  it("clicks on the findings and stands at the first", async () => {
    await putCursor(document, "intervention: fdac-london");
    const first = async () =>
      languages
        .getDiagnostics(document.uri)
        .some(({ range }) => range.start.isEqual(window.activeTextEditor?.selection.start ?? NOWHERE));
    await clickLens("finding", first, "the cursor at a finding");
  });

  inBoth("completes a unit cost with its value, price year and source", async (shot) => {
    await putCursor(document, LINE, LINE.length);
    await press("Enter", "Shift+Tab");
    await type("- item: Family support");
    await press("Enter");
    await type("quantity: 4 hours/case");
    // The unit may be offered, and stands there already: the key ends the line.
    await press("Enter");
    await type("unit_cost: family-sup");
    await until(
      async () => /family-support-worker-hour/.test(await read(".suggest-widget")),
      "the unit cost to be offered",
    );
    await until(async () => /£30\/hour.*2013-14/.test(await read(".suggest-widget")), "its value beside it");
    await shot("completion");
    await press("Enter");
    const written = "unit_cost: gmca/family-support-worker-hour";
    await until(() => document.getText().includes(written), "the unit cost in the text");
    // 46 cases of 4 hours at £30 an hour are £5,520 in prices of 2013-14, and a little more in those of 2014-15.
    // While one types at its end, the editor cuts what stands beside a line.
    await until(async () => /£5,[56]\d\d\.\d\d/.test(await read(".view-lines")), "what the new line comes to");
    await until(
      async () => /£12,29\d\sper\scase/.test(await read(LENSES)),
      "the cost per case above the spec to follow",
    );
    await shot("completed");
  });

  inBoth("breaks a unit and reads what is wrong", async (shot) => {
    const warnings = async (): Promise<number> => Number(await browser("count", { sel: ".squiggly-warning" }));
    await putCursor(document, LINE, LINE.length);
    await until(() => isThere(".squiggly-warning"), "what is drawn under the text before");
    const before = await warnings();
    for (let left = "case".length; left > 0; left -= 1) await press("Backspace");
    await type("wombat");
    const isAboutUnit = (each: Diagnostic): boolean =>
      codeOf(each).startsWith("units/") && each.message.includes("per wombat");
    await until(() => languages.getDiagnostics(document.uri).some(isAboutUnit), "a finding about the unit");
    await until(async () => (await warnings()) > before, "the finding to be drawn");
    await until(async () => /wombat\s*not\scosted/.test(await read(".view-lines")), "what stands beside the line");
    await until(
      async () => /per\scase\snot\sknown/.test(await read(LENSES)),
      "the cost per case above the spec to follow",
    );
    await press("ArrowLeft");
    await insist(
      () => press("Escape", "ControlOrMeta+K", "ControlOrMeta+I"),
      async () => /per\swombat[\s\S]*units\/not-counted/.test(await read(SHOWN_HOVER)),
      "the message under the line",
    );
    await shot("finding");
  });

  inBoth("mends a misspelt id by a quick fix", async (shot) => {
    await putCursor(document, "outcome: child-enters-care", "outcome: child-enters-care".length);
    await press("Backspace", "Backspace");
    await until(() => findingsOf(document).includes("reference/not-found"), "the id not to be found");
    await until(() => isThere(".squiggly-error"), "the mistake to be drawn");
    await insist(
      () => press("Escape", "ControlOrMeta+."),
      async () => /child-enters-care/.test(await read(".action-widget")),
      "the fix to be offered",
    );
    await shot("quick-fix");
    await press("Enter");
    await until(() => !findingsOf(document).includes("reference/not-found"), "the id to be found again");
    ok(document.getText().includes("outcome: child-enters-care\n"));
  });

  inBoth("follows a reference to another file", async (shot) => {
    await putCursor(document, "outcome: child-enters-care", "outcome: ch".length);
    await press("F12");
    await until(
      () => window.activeTextEditor?.document.uri.path.endsWith("care.outcome.yaml"),
      "the outcome's own file to open",
    );
    await shot("definition");
  });

  inBoth("renames an outcome in every file", async (shot) => {
    await putCursor(document, "outcome: child-enters-care", "outcome: ch".length);
    await insist(
      () => press("Escape", "F2"),
      () => isThere(".rename-box input:focus"),
      "the box for the new name",
    );
    await press("ControlOrMeta+A");
    await type("enters-care");
    await shot("rename");
    await press("Enter");
    await until(() => document.getText().includes("outcome: enters-care\n"), "the new name here");
    const files = await workspace.findFiles("**/*.yaml");
    const documents = await Promise.all(files.map((file) => workspace.openTextDocument(file)));
    const texts = documents.map((each) => each.getText());
    equal(texts.filter((text) => text.includes("child-enters-care")).length, 0);
    equal(texts.filter((text) => /^outcome: enters-care$/m.test(text)).length, 1);
    // Nothing was saved: thrown away, every file is as the other tests know it.
    for (const each of documents) if (each.isDirty) await revert(each);
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.closeOtherEditors");
    await until(() => document.getText().includes("outcome: child-enters-care\n"), "the old name here");
    await findingsAsOnDisk("the findings as they were");
  });

  inBoth("loses no text when the server is killed", async (shot) => {
    await putCursor(document, LINE, LINE.length);
    await type(" # kept");
    await findingsAsOnDisk("the findings of other files", document);
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
    await findingsAsOnDisk("the findings of other files again", document);
    await shot("restarted");
  });

  inBoth("is told once when the server keeps being killed, and starts it again", async (shot) => {
    await commands.executeCommand("notifications.clearAll");
    await putCursor(document, LINE, LINE.length);
    await type(" # kept too");
    await findingsAsOnDisk("the findings of other files", document);
    // The notice comes when it has ended too often in a few minutes; what came before counts.
    const notice = ".notification-list-item-message";
    // While tests run, the editor shows notices in its list only.
    const isTold = async (): Promise<boolean> => {
      await commands.executeCommand("notifications.showList");
      return /is not running/.test(await read(notice));
    };
    const place = document.positionAt(document.getText().indexOf(LINE) + 1);
    const answers = async (): Promise<boolean> =>
      COST.test(hoverText(await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, place)));
    for (let times = 0; times < 6 && !(await isTold()); times += 1) {
      // Once it is killed while it starts.
      if (times !== 1) await until(async () => (await isTold()) || (await answers()), "an answer, or the notice");
      const [server] = languageServers();
      if (server === undefined) break;
      process.kill(server, "SIGKILL");
      await until(
        async () => (await isTold()) || languageServers().some((id) => id !== server),
        "another server, or the notice",
      );
    }
    await until(isTold, "the notice");
    match(await read(notice), /^[^\n]*is not running[^\n]*$/);
    await shot("stopped");
    await browser("click", { sel: '.notification-list-item .monaco-button:has-text("Restart")' });
    await until(answers, "an answer of the new server");
    match(document.getText(), /£12,170\/case # kept too$/m);
    await findingsAsOnDisk("the findings of other files again", document);
    await commands.executeCommand("notifications.clearAll");
  });
});
