import { type Uri, ViewColumn, type Webview } from "vscode";

/** Where the panel opens: beside the spec, which keeps the focus. */
export const beside = { viewColumn: ViewColumn.Beside, preserveFocus: true };

/** The frame that reports are shown in: nothing is loaded but our own script, nothing runs but what bears this nonce. */
export function reportFrame(webview: Webview, script: Uri): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src data:`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Wellspent report</title>
<style nonce="${nonce}">
body { margin: 0; padding: 1.25rem; background: var(--vscode-editor-background); color: var(--vscode-editor-foreground); font: 0.9rem/1.5 var(--vscode-font-family); }
</style>
</head>
<body>
<nav class="bar" aria-label="Save the report" hidden>
<button id="save-page" type="button">Save as HTML</button>
<button id="save-chart" type="button">Save a chart</button>
</nav>
<main></main>
<script nonce="${nonce}" src="${webview.asWebviewUri(script)}"></script>
</body>
</html>
`;
}
