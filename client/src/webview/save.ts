import { Uri, window, workspace } from "vscode";

/** Asks where, and writes. Nothing is written without being asked for. `near`: the document beside which it is offered. */
export async function save(
  near: string,
  name: string,
  filters: Readonly<Record<string, string[]>>,
  content: string | Uint8Array,
): Promise<void> {
  const defaultUri = Uri.joinPath(Uri.parse(near), "..", name);
  const chosen = await window.showSaveDialog({ defaultUri, filters: { ...filters } });
  if (chosen === undefined) return;
  await workspace.fs.writeFile(chosen, typeof content === "string" ? new TextEncoder().encode(content) : content);
  const answer = await window.showInformationMessage(`Saved ${chosen.path.split("/").at(-1)}.`, "Open");
  if (answer === "Open") await window.showTextDocument(chosen);
}

/** Asks which chart, and as what. */
export async function pickChart(charts: readonly { readonly title: string }[]) {
  if (charts.length === 0) {
    window.showInformationMessage("This report has no chart: too few figures are known.");
    return undefined;
  }
  const formats = ["SVG", "PNG"] as const;
  const items = charts.flatMap(({ title }, chart) =>
    formats.map((as) => ({ label: title, description: as, chart, as })),
  );
  return window.showQuickPick(items, { title: "Save a chart" });
}

/** An SVG as a file of its own. */
export const asSvg = (svg: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
