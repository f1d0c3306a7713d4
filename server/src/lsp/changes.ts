import type { Connection } from "vscode-languageserver";
import { PushDiagnostics } from "./push-diagnostics.ts";
import { Refresher } from "./refresh.ts";
import type { Change, Session } from "./session.ts";
import { Settling } from "./settling.ts";
import type { WorkspaceDiagnostics } from "./workspace-diagnostics.ts";

/** Tells the editor what changes alter, once they have settled: it asks again, is streamed to, or is pushed to. `heard` hears of each at once. */
export function followChanges(
  connection: Connection,
  session: Session,
  streams: WorkspaceDiagnostics,
  heard: (change: Change) => void,
): Settling<Change> {
  const refresher = new Refresher(connection);
  const push = new PushDiagnostics(connection, session);
  const { failed } = session;
  const settling = new Settling<Change>((changes) => {
    const all = changes.some((change) => change.all === true);
    if (session.client.views) connection.sendNotification("wellspent/changed").catch(failed);
    streams.changed(changes.flatMap(({ closed }) => (closed === undefined ? [] : [closed])));
    // A sweep of a large project must not hold up the next change, which stops it.
    if (!session.client.pulls) push.changed().catch(failed);
    return session
      .openDocuments()
      .then((open) => refresher.settle(open, all))
      .catch(failed);
  });
  session.listen((change) => {
    heard(change);
    settling.add(change);
  });
  return settling;
}
