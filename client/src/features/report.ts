import { commands, Disposable, Position, Range, Uri, type WebviewPanel, window, workspace } from "vscode";
import { beside } from "../webview/report-html.ts";
import { ReportPanel, type Target, targetOf } from "../webview/report-panel.ts";
import type { Feature } from "./feature.ts";
import { ourEditor } from "./ours.ts";

const viewType = "wellspent.report";

interface Place {
  readonly line: number;
  readonly character: number;
}

async function putCursor(uri: string, { line, character }: Place): Promise<void> {
  const at = new Position(line, character);
  await window.showTextDocument(Uri.parse(uri), { selection: new Range(at, at) });
}

/** Command: the report of the intervention, portfolio or area under the cursor, beside its spec. It follows the cursor and every edit. */
export const report: Feature = (house) => {
  let open: ReportPanel | undefined;
  // Who asks for a report from the walkthrough, or the side bar, means the spec they come from.
  let last: Target | undefined = targetOf(ourEditor());
  const moved = (): void => {
    last = targetOf(ourEditor()) ?? last;
    open?.follow();
  };
  const script = Uri.joinPath(house.extension, "dist", "webview");
  const options = { enableScripts: true, localResourceRoots: [script] };
  const adopt = (panel: WebviewPanel): void => {
    panel.webview.options = options;
    panel.iconPath = Uri.joinPath(house.extension, "syntaxes", "icons", "wellspent.svg");
    const made = new ReportPanel(panel, Uri.joinPath(script, "report.js"), house, last);
    open = made;
    panel.onDidDispose(() => {
      if (open === made) open = undefined;
      made.dispose();
    });
  };
  return Disposable.from(
    // A lens names the spec it stands in; the command itself takes the one under the cursor.
    commands.registerCommand("wellspent.showReport", async (uri?: unknown, position?: Place) => {
      if (typeof uri === "string" && position !== undefined) await putCursor(uri, position);
      if (open !== undefined) open.reveal();
      else adopt(window.createWebviewPanel(viewType, "Report", beside, options));
    }),
    commands.registerCommand("wellspent.saveReport", () => {
      if (open !== undefined) return open.savePage();
      return window.showInformationMessage("No report is open. Show the report beside its spec first, then save it.");
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel) {
        adopt(panel);
      },
    }),
    window.onDidChangeActiveTextEditor(moved),
    window.onDidChangeTextEditorSelection(moved),
    house.changed(() => open?.follow()),
    workspace.onDidChangeWorkspaceFolders(() => open?.follow()),
    { dispose: () => open?.dispose() },
  );
};
