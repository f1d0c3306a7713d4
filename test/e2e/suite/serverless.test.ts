import { commands, env, extensions, languages, type TextDocument, UIKind, Uri, window, workspace } from "vscode";
import { COST, EXAMPLE, figures } from "./figures.ts";
import { codeOf, until } from "./support.ts";

/** Node's assertions are not there. */
function must(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

describe("Wellspent in a browser with no server", () => {
  let document: TextDocument;
  let origin: string;

  before(async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    const extension = extensions.getExtension("wellspent.wellspent");
    must(folder && extension, "the folder and the extension");
    origin = new URL(extension.extensionUri.toString()).origin;
    const files: Record<string, string> = await (await fetch(`${origin}/workspace.json`)).json();
    for (const [path, text] of Object.entries(files))
      await workspace.fs.writeFile(Uri.joinPath(folder.uri, path), new TextEncoder().encode(text));
    // No search here: `findFiles` does not answer where a file system cannot be searched.
    document = await workspace.openTextDocument(Uri.joinPath(folder.uri, EXAMPLE));
    await window.showTextDocument(document);
  });

  const ask = async (action: string, query: Readonly<Record<string, string>>): Promise<string> =>
    (await fetch(`${origin}/control/${action}?${new URLSearchParams(query)}`)).text();

  it("has no Node and no remote", async () => {
    must(env.uiKind === UIKind.Web && env.remoteName === undefined, `remote: ${env.remoteName}`);
    must(document.uri.scheme === "tmp", document.uri.toString());
    await until(() => extensions.getExtension("wellspent.wellspent")?.isActive, "the extension to start");
  });

  it("shows findings with codes of ours", async () => {
    await until(() => languages.getDiagnostics(document.uri).length > 0, "findings");
    for (const finding of languages.getDiagnostics(document.uri))
      must(/^[a-z-]+\/[a-z0-9-]+$/.test(codeOf(finding)), codeOf(finding));
  });

  it("has read the other files of the project", () =>
    until(
      () =>
        languages.getDiagnostics().filter(([uri, found]) => uri.path !== document.uri.path && found.length > 0).length >
        5,
      "the findings of other files",
    ));

  figures(() => document);

  it("shows the report, and the overview", async () => {
    await commands.executeCommand("wellspent.showReport");
    const headlines = { frame: "Wellspent report", sel: ".headlines" };
    await until(async () => (await ask("text", headlines)).includes(COST), "the report");
    await commands.executeCommand("wellspent.overview.focus");
    await until(
      async () => Number(await ask("count", { sel: '.sidebar [role=treeitem][aria-label^="Interventions:"]' })) > 0,
      "the overview",
    );
    await ask("shot", { name: "serverless" });
  });
});
