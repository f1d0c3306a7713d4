/**
 * The import direction of the house (ARCHITECTURE.md), as data. A file belongs to the room whose folder it lies in and
 * may import its own room and the rooms named for it; whatever is not named here is forbidden.
 */

/** Rooms from the bottom up: each may import itself and the rooms listed. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  syntax: [],
  values: [],
  costing: ["values"],
  evidence: ["values"],
  schema: ["syntax", "values"],
  model: ["schema", "syntax", "values", "costing", "evidence"],
  workspace: ["model", "schema", "syntax", "values"],
  rules: ["workspace", "model", "schema", "syntax", "values", "costing", "evidence"],
  analysis: ["rules", "workspace", "model", "schema", "syntax", "values", "costing", "evidence"],
  features: ["analysis", "rules", "workspace", "model", "schema", "syntax", "values", "costing", "evidence"],
  report: ["analysis", "rules", "workspace", "model", "schema", "syntax", "values", "costing", "evidence"],
  lsp: [
    "features",
    "report",
    "analysis",
    "rules",
    "workspace",
    "model",
    "schema",
    "syntax",
    "values",
    "costing",
    "evidence",
  ],
  cli: [
    "features",
    "report",
    "analysis",
    "rules",
    "workspace",
    "model",
    "schema",
    "syntax",
    "values",
    "costing",
    "evidence",
  ],
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
    only: /^(server\/src\/(cli\/|main\.(node|cli)\.ts$|workspace\/disk)|client\/src\/connect\/node)/,
    why: "everything else must also run in the browser build",
  },
];
