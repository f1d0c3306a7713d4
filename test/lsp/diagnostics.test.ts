import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver/node";
import { type Folder, inFolder, wholeProject } from "./folder.ts";

const files = {
  "a.intervention.yaml": "intervention: a\noutcomes:\n  - outcome: better\n    evidence: [trial]\n",
  "b.outcome.yaml": "outcome: better\n",
  "c.study.yaml": "study: another\n",
};

const codes = (items: readonly Diagnostic[]): readonly unknown[] =>
  items.map(({ code }) => code).filter((code) => String(code).startsWith("reference/"));

const change = ({ server, uri }: Folder, path: string, version: number, text: string): Promise<void> =>
  server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: uri(path), version },
    contentChanges: [{ text }],
  });

/** What a held request has streamed so far, by file: the last report of each, and how often it was reported. */
function stream(folder: Folder, previousResultIds: { uri: string; value: string }[] = []) {
  const { connection } = folder.server;
  const last = new Map<string, { codes: readonly unknown[]; resultId: string | undefined; times: number }>();
  const source = new CancellationTokenSource();
  const token = `stream-${Math.random()}`;
  connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, ({ items }) => {
    for (const report of items) {
      const path = folder.path(report.uri);
      const times = (last.get(path)?.times ?? 0) + 1;
      if (report.kind === "full") last.set(path, { codes: codes(report.items), resultId: report.resultId, times });
    }
  });
  let ended = false;
  const done = connection
    .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds, partialResultToken: token }, source.token)
    .then(
      () => true,
      () => false,
    )
    .finally(() => {
      ended = true;
    });
  return { last, isHeld: () => !ended, cancel: () => source.cancel(), done };
}

test("the request for a whole project is held: files stream as they change, and again when one is closed", () =>
  inFolder(files, {}, async (folder) => {
    const { server, uri, write } = folder;
    const streamed = stream(folder);
    const of = (path: string) => streamed.last.get(path)?.codes;
    await expect.poll(() => of("a.intervention.yaml")).toEqual(["reference/not-found"]);
    expect(of("c.study.yaml")).toEqual(["reference/unused"]);

    // Opened, it is asked for by itself; the others still follow what is typed in it.
    await server.open(uri("c.study.yaml"), files["c.study.yaml"]);
    await change(folder, "c.study.yaml", 2, "study: trial\n");
    await server.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: uri("c.study.yaml") },
    });
    await expect.poll(() => of("a.intervention.yaml")).toEqual([]);
    await expect.poll(() => of("c.study.yaml")).toEqual([]);
    expect(streamed.isHeld()).toBe(true);

    // Closed without saving, it is as on disk.
    const close = (path: string) =>
      server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: uri(path) } });
    await close("c.study.yaml");
    await expect.poll(() => of("c.study.yaml")).toEqual(["reference/unused"]);
    await expect.poll(() => of("a.intervention.yaml")).toEqual(["reference/not-found"]);

    // One that is closed is told of again though nothing about it is new.
    const before = streamed.last.get("a.intervention.yaml")?.times ?? 0;
    await server.open(uri("a.intervention.yaml"), files["a.intervention.yaml"]);
    await close("a.intervention.yaml");
    await expect.poll(() => streamed.last.get("a.intervention.yaml")?.times).toBe(before + 1);

    await write("c.study.yaml", "study: trial\n");
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uri("c.study.yaml"), type: 2 }],
    });
    await expect.poll(() => of("a.intervention.yaml")).toEqual([]);
    streamed.cancel();
    await streamed.done;
  }));

// An editor opens files that it shows nowhere, for a rename or a peek, and asks about none of them; a server that was started
// again meets them open at once.
test("a file that is open and never asked for is streamed like the others", () =>
  inFolder(files, {}, async (folder) => {
    const { server, uri } = folder;
    const path = "a.intervention.yaml";
    const spelledOtherwise = uri(path).replace("intervention.yaml", "%69ntervention.yaml");
    for (const opened of [spelledOtherwise, uri("c.study.yaml")])
      await server.open(opened, files[opened.endsWith("study.yaml") ? "c.study.yaml" : path]);
    const streamed = stream(folder);
    const of = (asked: string) => streamed.last.get(folder.path(asked))?.codes;
    await expect.poll(() => of(spelledOtherwise)).toEqual(["reference/not-found"]);
    await expect.poll(() => of(uri("c.study.yaml"))).toEqual(["reference/unused"]);
    await change(folder, "c.study.yaml", 2, "study: trial\n");
    await expect.poll(() => of(spelledOtherwise)).toEqual([]);
    await expect.poll(() => of(uri("c.study.yaml"))).toEqual([]);
    streamed.cancel();
    await streamed.done;
  }));

test("what the editor already knows is not sent again, and a cancelled request ends", () =>
  inFolder(files, {}, async (folder) => {
    const first = stream(folder);
    await expect.poll(() => first.last.get("a.intervention.yaml")?.codes).toBeDefined();
    first.cancel();
    await first.done;
    expect(first.isHeld()).toBe(false);
    const known = [...first.last].map(([path, { resultId }]) => ({ uri: folder.uri(path), value: resultId ?? "" }));
    const second = stream(folder, [
      ...known.filter(({ uri }) => !uri.endsWith("c.study.yaml")),
      { uri: folder.uri("gone.study.yaml"), value: "x" },
    ]);
    await expect.poll(() => [...second.last.keys()].sort()).toEqual(["c.study.yaml", "gone.study.yaml"]);
    second.cancel();
    await second.done;
  }));

test("an editor without partial results gets one answer, then waits", () =>
  inFolder(files, {}, async ({ server, path }) => {
    const params = { previousResultIds: [] };
    const { items } = await server.connection.sendRequest(WorkspaceDiagnosticRequest.type, params);
    expect(items.map((item) => path(item.uri)).sort()).toEqual(["a.intervention.yaml", "c.study.yaml"]);
    const source = new CancellationTokenSource();
    const previousResultIds = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
    const held = server.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds }, source.token);
    const other = server.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: items[0]?.uri ?? "" },
    });
    expect(
      await Promise.race([
        held.then(
          () => "answered",
          () => "ended",
        ),
        other.then(() => "waiting"),
      ]),
    ).toBe("waiting");
    source.cancel();
    await expect(
      held.then(
        () => "ended",
        () => "ended",
      ),
    ).resolves.toBe("ended");
  }));

const refreshing = {
  workspace: { diagnostics: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};

test("an edit that alters another open file has the editor ask again, once; one that alters none does not", () => {
  // What changes is looked at when it has settled (`settling.test.ts`), and the views are told so just before the editor is asked.
  const told = { settled: 0, diagnostics: 0, hints: 0 };
  return inFolder(
    files,
    refreshing,
    async (folder) => {
      const { server, uri } = folder;
      await server.open(uri("a.intervention.yaml"), files["a.intervention.yaml"]);
      await server.open(uri("c.study.yaml"), files["c.study.yaml"]);
      const unfound = async (): Promise<readonly unknown[]> => {
        const textDocument = { uri: uri("a.intervention.yaml") };
        const report = await server.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
        return report.kind === "full" ? codes(report.items) : ["unchanged"];
      };
      /** What the editor was asked to do since it was told `before`, once a change has settled. */
      const after = async (before: typeof told) => {
        await expect.poll(() => told.settled).toBeGreaterThan(before.settled);
        // An answer comes after all that the server had to ask.
        await unfound();
        return { diagnostics: told.diagnostics - before.diagnostics, hints: told.hints - before.hints };
      };
      await wholeProject(server);
      expect(await unfound()).toEqual(["reference/not-found"]);
      await expect.poll(() => told.hints).toBe(1);
      expect(told.diagnostics).toBe(1);

      let before = { ...told };
      await change(folder, "c.study.yaml", 2, "study: trial\n");
      expect(await after(before)).toEqual({ diagnostics: 1, hints: 1 });
      expect(await unfound()).toEqual([]);

      before = { ...told };
      await change(folder, "c.study.yaml", 3, "study: trial # a comment\n");
      expect(await after(before)).toEqual({ diagnostics: 0, hints: 0 });
    },
    ({ onNotification, onRequest }) => {
      onNotification("wellspent/changed", () => void told.settled++);
      onRequest(DiagnosticRefreshRequest.type, () => void told.diagnostics++);
      onRequest(InlayHintRefreshRequest.type, () => void told.hints++);
    },
    { views: true },
  );
});

test("a price that changes in a library has the hints of an open spec asked for again", () => {
  const library =
    "unit_costs: local\nprice_year: 2024-25\nentries:\n  - entry: visit\n    value: £38/hour\n    source: PSSRU\n";
  const spec =
    "intervention: a\ncosts:\n  price_year: 2024-25\n  lines:\n    - item: Visits\n      quantity: 10 hours\n      unit_cost: local/visit\n";
  return inFolder({ "a.intervention.yaml": spec, "local.unit-costs.yaml": library }, refreshing, async (folder) => {
    const { server, uri } = folder;
    let asked = 0;
    server.connection.onRequest(InlayHintRefreshRequest.type, () => void asked++);
    server.connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
    await server.open(uri("a.intervention.yaml"), spec);
    await server.open(uri("local.unit-costs.yaml"), library);
    const hints = async (): Promise<string> => {
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const textDocument = { uri: uri("a.intervention.yaml") };
      return JSON.stringify(await server.connection.sendRequest(InlayHintRequest.type, { textDocument, range }));
    };
    await expect.poll(hints).toContain("£380");
    await expect.poll(() => asked).toBeGreaterThan(0);
    const before = asked;
    await change(folder, "local.unit-costs.yaml", 2, library.replace("£38", "£40"));
    await expect.poll(() => asked).toBe(before + 1);
    expect(await hints()).toContain("£400");
  });
});

test("an editor that can be asked is asked to watch our files, and those of others are left alone", () => {
  const watched: unknown[] = [];
  return inFolder(
    files,
    { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    async (folder) => {
      const { server, uri, write } = folder;
      await expect.poll(() => JSON.stringify(watched)).toContain("unit-costs");
      const streamed = stream(folder);
      await expect.poll(() => streamed.last.get("a.intervention.yaml")?.codes).toEqual(["reference/not-found"]);
      await write("compose.yaml", "study: trial\n");
      await write("d.study.yaml", "study: trial\n");
      const told = (path: string) =>
        server.connection.sendNotification("workspace/didChangeWatchedFiles", {
          changes: [{ uri: uri(path), type: 1 }],
        });
      await told("compose.yaml");
      await told("d.study.yaml");
      await expect.poll(() => streamed.last.get("a.intervention.yaml")?.codes).toEqual([]);
      expect([...streamed.last.keys()]).not.toContain("compose.yaml");
      streamed.cancel();
      await streamed.done;
    },
    (connection) =>
      connection.onRequest(RegistrationRequest.type, ({ registrations }) => void watched.push(...registrations)),
  );
});

test("the same findings bear the same result id", () =>
  inFolder(files, {}, async ({ server, uri }) => {
    const textDocument = { uri: uri("b.outcome.yaml") };
    await server.open(textDocument.uri, files["b.outcome.yaml"]);
    const first = await server.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    const again = { textDocument, previousResultId: first.resultId ?? "" };
    await expect
      .poll(async () => (await server.connection.sendRequest(DocumentDiagnosticRequest.type, again)).kind)
      .toBe("unchanged");
  }));

test("an editor that cannot ask is pushed to, open files and others, and again when something changes", () =>
  inFolder(files, { textDocument: { diagnostic: undefined } as object }, async (folder) => {
    const { server, uri, path } = folder;
    expect(server.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const pushed = new Map<string, readonly unknown[]>();
    server.connection.onNotification(PublishDiagnosticsNotification.type, (sent) => {
      pushed.set(path(sent.uri), codes(sent.diagnostics));
    });
    await server.open(uri("c.study.yaml"), files["c.study.yaml"]);
    await expect.poll(() => pushed.get("a.intervention.yaml")).toEqual(["reference/not-found"]);
    await change(folder, "c.study.yaml", 2, "study: trial\n");
    await expect.poll(() => pushed.get("a.intervention.yaml")).toEqual([]);
  }));

test("an editor that asks is never pushed to", () =>
  inFolder(files, {}, async (folder) => {
    const { server, uri } = folder;
    let pushed = 0;
    server.connection.onNotification(PublishDiagnosticsNotification.type, () => void pushed++);
    expect(server.initialized.capabilities.diagnosticProvider).toMatchObject({
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    await server.open(uri("c.study.yaml"), files["c.study.yaml"]);
    const streamed = stream(folder);
    await expect.poll(() => streamed.last.size).toBeGreaterThan(0);
    expect(pushed).toBe(0);
    streamed.cancel();
    await streamed.done;
  }));

test("the first reading of a project shows that it runs, and that it is over", () => {
  const shown: string[] = [];
  return inFolder(
    Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`s${index}.study.yaml`, `study: s${index}\n`])),
    { window: { workDoneProgress: true } },
    async () => {
      await expect.poll(() => shown.at(-1)).toBe("end");
      expect(shown[0]).toBe("begin");
    },
    (connection) =>
      connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
        connection.onProgress(WorkDoneProgress.type, token, ({ kind }) => void shown.push(kind));
      }),
  );
});
