import type { Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";

/** Shows long work in the editor while it runs. The work never waits for the editor to be ready to show it. */
export async function withProgress(
  connection: Connection,
  title: string,
  work: (report: (done: number, total: number) => void) => Promise<void>,
): Promise<void> {
  let shown: WorkDoneProgressServerReporter | undefined;
  const begun = connection.window.createWorkDoneProgress().then(
    (reporter) => {
      shown = reporter;
      reporter.begin(title, 0, undefined, false);
    },
    (reason: unknown) => connection.console.error(String(reason)),
  );
  try {
    await work((done, total) => {
      if (total > 0) shown?.report(Math.floor((100 * done) / total), `${done} of ${total} files`);
    });
  } finally {
    // Answered late or not at all: then there is nothing to end.
    void begun.then(() => shown?.done());
  }
}
