import { Disposable, type Event, EventEmitter, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isOurs } from "./ours.ts";

export interface Changes extends Disposable {
  readonly changed: Event<void>;
}

/** One event for everything after which a view asks the server again. */
export function changesOf(client: BaseLanguageClient): Changes {
  const emitter = new EventEmitter<void>();
  const all = Disposable.from(
    emitter,
    client.onNotification("wellspent/changed", () => emitter.fire()),
    client.onDidChangeState(() => emitter.fire()),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isOurs(document)) emitter.fire();
    }),
  );
  return { changed: emitter.event, dispose: () => all.dispose() };
}
