/**
 * The import direction of the house (ARCHITECTURE.md), as data. A file belongs to the room whose folder it lies in and
 * may import its own room and the rooms named for it; whatever is not named here is forbidden.
 */

const pure = ["values", "data", "costing", "evidence"];
const text = ["schema", "syntax", "workspace", ...pure];
const engine = ["analysis", "rules", "model", ...text];

/** Rooms from the bottom up: each may import itself and the rooms listed. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  syntax: [],
  values: [],
  /** Reference figures; nothing that computes imports them, they are handed down. */
  data: ["values"],
  evidence: ["values"],
  /** What an effect makes of a chance is worked out in one place. */
  costing: ["values", "evidence"],
  schema: ["syntax", "values"],
  workspace: ["schema", "syntax", "values", "data"],
  model: text,
  rules: ["model", ...text],
  analysis: ["rules", "model", ...text],
  report: engine,
  /** Hover and hints say a figure in the words of the report. */
  features: ["report", ...engine],
  lsp: ["features", "report", ...engine],
  cli: ["features", "report", ...engine],
};

/** Packages that only some files may import. The first rule whose `package` matches decides. */
export const PACKAGES: readonly { package: RegExp; only: RegExp; why: string }[] = [
  { package: /^(js-)?yaml(\/|$)/, only: /^server\/src\/syntax\//, why: "only syntax/ imports a YAML parser" },
  {
    package: /^vscode-languageserver/,
    only: /^server\/src\/(lsp\/|main\.(node|worker)\.ts$)/,
    why: "only lsp/ and main.* know the connection",
  },
  { package: /^vscode(-languageclient)?(\/|$)/, only: /^client\//, why: "only the client knows the editor" },
  {
    package: /^node:/,
    only: /^(server\/src\/(cli\/|main\.(node|start|compiled|cli(-start|-worker)?)\.ts$|workspace\/disk)|client\/src\/connect\/node)/,
    why: "everything else must also run in the browser build",
  },
];
