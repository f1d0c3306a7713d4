import { type Ink, palettes } from "../charts/palette.ts";

const inks = (of: keyof typeof palettes): string =>
  (["cost", "benefit", "text", "quiet", "line"] as const satisfies readonly Ink[])
    .map((name) => `--ws-${name}:${palettes[of][name]};`)
    .join("");

/** How a report is laid out wherever it is read; the file and the panel set its colours and letters. */
const layout = `
*{box-sizing:border-box}
header{margin:0 0 1.25rem}
h1{font-size:1.6em;line-height:1.25;margin:0 0 .35rem;font-weight:600}
h2{font-size:1.2em;margin:2.2rem 0 .6rem;font-weight:600;padding-top:.8rem;border-top:1px solid var(--ws-rule)}
p{margin:.4rem 0 .8rem;max-width:70ch}
.facts{color:var(--ws-quiet);margin:0}
a{color:var(--ws-link);text-decoration:underline;text-underline-offset:2px}
a:focus-visible,.wide:focus-visible{outline:2px solid var(--ws-focus);outline-offset:2px}
.headlines{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));gap:.75rem;margin:0}
.headlines div{border:1px solid var(--ws-rule);border-radius:6px;padding:.7rem .85rem;display:flex;flex-direction:column}
.headlines dt{color:var(--ws-quiet)}
.headlines dd{margin:0}
.headlines .figure{font-size:1.45em;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
.headlines .open .figure{font-size:1.1em;font-weight:400}
.headlines .note{color:var(--ws-quiet);font-size:.9em;margin-top:.15rem}
figure{margin:.6rem 0 1rem}
figure svg{display:block;max-width:100%;height:auto}
figure.wide svg{max-width:none}
figcaption{color:var(--ws-quiet);font-size:.9em;margin-top:.35rem}
.wide{overflow-x:auto;margin:.6rem 0 1.2rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--ws-quiet);font-size:.9em;padding:0 0 .35rem}
th,td{text-align:left;vertical-align:top;padding:.38rem .9rem .38rem 0;border-bottom:1px solid var(--ws-rule);font-weight:400}
thead th{color:var(--ws-quiet);font-size:.9em;vertical-align:bottom}
thead .number{white-space:normal}
.number{text-align:right;white-space:nowrap}
.unbroken{white-space:nowrap}
.long{min-width:15rem}
td:last-child,th:last-child{padding-right:0}
.faded th,.faded td{color:var(--ws-quiet);font-style:italic}
.total th,.total td{font-weight:600;border-bottom:0}
`;

/** A file of its own: light, dark where the reader's system is, and black on white on paper. */
export const fileStyle = `
:root{color-scheme:light dark;${inks("light")}--ws-rule:#d0d7de;--ws-link:#005a9e;--ws-focus:#005a9e;--ws-ground:#fff}
@media (prefers-color-scheme:dark){:root{${inks("dark")}--ws-rule:#4a4a4a;--ws-link:#6cb8f6;--ws-focus:#6cb8f6;--ws-ground:#1f1f1f}}
body{font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--ws-text);background:var(--ws-ground);margin:0 auto;max-width:60rem;padding:2rem 1.25rem 4rem}
footer{margin-top:2.5rem;color:var(--ws-quiet);font-size:.9em}
${layout}
@media print{
:root{color-scheme:light;${inks("light")}--ws-rule:#bbb;--ws-link:#1f2328;--ws-ground:#fff}
body{font-size:10.5pt;max-width:none;padding:0}
h2,figcaption,caption{break-after:avoid}
figure,tr,.headlines div{break-inside:avoid}
.wide{overflow:visible}
.long{min-width:0}
figure.wide svg{max-width:100%;height:auto}
a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
@page{margin:18mm 16mm}
}
`;

/** Beside the spec, in the editor's own letters and colours. */
export const panelStyle = `
body{${inks("light")}--ws-rule:var(--vscode-widget-border,var(--vscode-panel-border,#d0d7de));--ws-link:var(--vscode-textLink-foreground);--ws-focus:var(--vscode-focusBorder);--ws-ground:var(--vscode-editor-background);
background:var(--vscode-editor-background);color:var(--vscode-editor-foreground);font-family:var(--vscode-font-family);font-size:calc(var(--vscode-font-size,13px) + 1px);line-height:1.5;margin:0;padding:1.2rem 1.4rem 3rem}
body.vscode-dark{${inks("dark")}}
body.vscode-high-contrast{${inks("contrast")}--ws-rule:var(--vscode-contrastBorder)}
body.vscode-high-contrast-light{${inks("light")}--ws-rule:var(--vscode-contrastBorder)}
main,header.bar{max-width:60rem}
.bar{display:flex;gap:.5rem;justify-content:flex-end;margin:0 0 .8rem}
button{font:inherit;color:var(--vscode-button-secondaryForeground);background:var(--vscode-button-secondaryBackground);border:1px solid var(--vscode-button-border,transparent);border-radius:3px;padding:.25rem .7rem;cursor:pointer}
button:hover{background:var(--vscode-button-secondaryHoverBackground)}
button:focus-visible{outline:2px solid var(--ws-focus);outline-offset:2px}
.empty{color:var(--ws-quiet)}
${layout}
`;
