import { equal, ok } from "node:assert/strict";
import { commands, Range, Selection, TextEditorRevealType, window, workspace } from "vscode";
import { inBoth, insist, isThere, read, type } from "./hands.ts";
import { browser, until } from "./support.ts";

const WALKTHROUGH = "wellspent.wellspent#start";
const step = (id: string): string => `[data-step-id="${WALKTHROUGH}#${id}"]`;
const button = (id: string): string => `${step(id)}.expanded .monaco-button`;

/** Opens the walkthrough (each step's button leaves it) and one of its steps. */
async function turnTo(id: string): Promise<void> {
  await commands.executeCommand("workbench.action.openWalkthrough", WALKTHROUGH, false);
  await until(() => isThere(`${step(id)}:visible`), `the step ${id}`);
  await insist(
    async () => {
      if ((await browser("attr", { sel: step(id), name: "aria-expanded" })) !== "true")
        await browser("click", { sel: step(id) });
    },
    () => isThere(button(id)),
    `the button of ${id}`,
  );
}

async function take(id: string): Promise<void> {
  await turnTo(id);
  await browser("click", { sel: button(id) });
}

/** A step is ticked once what it asks for was done. */
async function isTicked(id: string): Promise<void> {
  await commands.executeCommand("workbench.action.openWalkthrough", WALKTHROUGH, false);
  const done = `${step(id)}[aria-checked="true"], ${step(id)} [aria-checked="true"]`;
  await until(() => isThere(done), `the tick at ${id}`);
}

const files = async (): Promise<number> => (await workspace.findFiles("**/*.yaml")).length;
const spec = () => window.visibleTextEditors.find(({ document }) => /\.intervention\.yaml$/.test(document.uri.path));

describe("A newcomer in an empty folder", () => {
  before(async () => {
    equal(await files(), 0);
    await commands.executeCommand("workbench.action.closeAllEditors");
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await browser("shot", { name: `failed: ${this.currentTest.title}` });
  });

  inBoth("is shown the way", async (shot) => {
    await turnTo("project");
    await until(() => isThere(".getting-started-media"), "what stands beside the step");
    await shot("walkthrough");
  });

  it("starts a project", async () => {
    await take("project");
    await until(async () => (await files()) > 3, "the first project");
    const editor = await until(spec, "its first spec to open");
    equal(editor.document.languageId, "wellspent");
    await isTicked("project");
  });

  it("finds the spec and writes a figure of its own over it", async () => {
    await take("write");
    const editor = await until(
      () =>
        /\.intervention\.yaml$/.test(window.activeTextEditor?.document.uri.path ?? "")
          ? window.activeTextEditor
          : undefined,
      "the spec",
    );
    const text = editor.document.getText();
    const [starts, number] = /starts: (\d+)/.exec(text) ?? [];
    ok(starts !== undefined && number !== undefined, "how many start");
    const at = editor.document.positionAt(text.indexOf(starts) + "starts: ".length);
    editor.selection = new Selection(at, at.translate(0, number.length));
    editor.revealRange(new Range(at, at), TextEditorRevealType.InCenter);
    await commands.executeCommand("workbench.action.focusActiveEditorGroup");
    const before = await until(async () => /costs:\s*(£[\d,]+)/.exec(await read(".view-lines"))?.[1], "what it costs");
    await type(String(Number(number) * 2));
    await until(async () => {
      const after = /costs:\s*(£[\d,]+)/.exec(await read(".view-lines"))?.[1];
      return after !== undefined && after !== before;
    }, "what it costs now");
    // Nothing is wrong with the project as it was made; now it has something to find.
    await until(() => {
      const mistake = editor.document.getText().replace(/^status: \w+/m, "status: runing");
      // It does nothing when what was typed last has not been told to this side.
      return editor.edit((edit) => edit.replace(new Range(0, 0, editor.document.lineCount, 0), mistake));
    }, "the mistake to be written");
    await isTicked("write");
  });

  it("sees what is missing", async () => {
    await take("findings");
    await until(async () => /runing/.test(await read(".markers-panel")), "the mistake in the Problems view");
    await isTicked("findings");
    await commands.executeCommand("workbench.action.closePanel");
  });

  inBoth("reads the report of the spec", async (shot) => {
    await take("report");
    await until(
      async () => /£/.test(await browser("text", { frame: "Wellspent report", sel: ".headlines" })),
      "the report of the spec that was written",
    );
    await shot("first-report");
    await isTicked("report");
  });

  inBoth("sees the whole project, and has done every step", async (shot) => {
    await commands.executeCommand("workbench.action.closeEditorsInOtherGroups");
    await take("overview");
    const row = '.sidebar [role=treeitem][aria-label^="Interventions:"]';
    await until(() => isThere(row), "the overview");
    await until(
      async () => /: 1$/.test(await browser("attr", { sel: row, name: "aria-label" })),
      "the intervention to be counted",
    );
    await isTicked("overview");
    for (const id of ["project", "write", "findings", "report"]) await isTicked(id);
    await until(() => isThere("iframe.webview.ready:visible"), "what stands beside the step");
    await shot("walked-through");
  });
});
