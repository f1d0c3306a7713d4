import {
  commands,
  Disposable,
  EventEmitter,
  type ProviderResult,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Feature } from "./feature.ts";
import { type Span, showPlace } from "./show-place.ts";
import { soon } from "./soon.ts";

interface Place {
  readonly uri: string;
  readonly range: Span;
}

/** A row as the server sends it: already in words. */
interface Row {
  readonly key: string;
  readonly project: string;
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
  readonly icon: keyof typeof icons;
  readonly location?: Place;
  readonly expandable: boolean;
}

interface Overview {
  readonly complete: boolean;
  readonly rows: readonly Row[];
}

const icons = {
  project: "root-folder",
  interventions: "organization",
  intervention: "person",
  portfolios: "briefcase",
  portfolio: "briefcase",
  areas: "globe",
  area: "globe",
  outcomes: "target",
  outcome: "target",
  studies: "book",
  study: "book",
  "unit-costs": "tag",
  "unit-cost": "tag",
  gaps: "question",
  gap: "question",
  more: "ellipsis",
} as const;

/** Overview of the project: interventions with their cost, return and evidence, outcomes, studies, unit costs and gaps. A click opens the place. */
export const explorer: Feature = ({ client, output, changed }) => {
  const stale = new EventEmitter<undefined>();
  const rows = new Rows(client, stale);
  const view = window.createTreeView("wellspent.overview", { treeDataProvider: rows, showCollapseAll: true });
  const refresh = soon(
    1000,
    async () => {
      if (view.visible) stale.fire(undefined);
    },
    (reason) => output.error(String(reason)),
  );
  commands.executeCommand("setContext", "wellspent.active", true);
  return Disposable.from(
    view,
    rows.onDidRead((complete) => {
      view.message = complete ? "" : "Still reading the project: this is not yet all of it.";
    }),
    stale,
    refresh,
    view.onDidChangeVisibility(({ visible }) => visible && refresh.trigger()),
    changed(() => refresh.trigger()),
    commands.registerCommand("wellspent.openPlace", showPlace),
    commands.registerCommand("wellspent.refreshOverview", () => stale.fire(undefined)),
  );
};

class Rows implements TreeDataProvider<Row> {
  readonly onDidChangeTreeData;
  readonly #read = new EventEmitter<boolean>();
  /** The headings were read; whether the whole project is in them. */
  readonly onDidRead = this.#read.event;
  readonly #client: BaseLanguageClient;

  constructor(client: BaseLanguageClient, stale: EventEmitter<undefined>) {
    this.#client = client;
    this.onDidChangeTreeData = stale.event;
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!this.#client.isRunning()) return [];
    const asked = row === undefined ? {} : { key: row.key, project: row.project };
    const { rows, complete } = await this.#client.sendRequest<Overview>("wellspent/overview", asked);
    if (row === undefined) this.#read.fire(complete);
    return [...rows];
  }

  getTreeItem(row: Row): ProviderResult<TreeItem> & TreeItem {
    const item = new TreeItem(
      row.label,
      row.expandable ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    );
    item.id = `${row.project}#${row.key}`;
    item.description = row.description;
    item.iconPath = new ThemeIcon(icons[row.icon]);
    // All of it in whole words: the side bar cuts the row off, and a screen reader says this.
    item.tooltip = row.spoken;
    item.accessibilityInformation = { label: row.spoken };
    if (row.location !== undefined) {
      const { uri, range } = row.location;
      item.command = { command: "wellspent.openPlace", title: "Open", arguments: [uri, range] };
    }
    return item;
  }
}
