import { Disposable, LanguageStatusSeverity, languages, window } from "vscode";
import { State } from "vscode-languageclient";
import type { Feature } from "./feature.ts";
import { ourEditor } from "./ours.ts";
import { soon } from "./soon.ts";

/** What the server says of a file; in words, ready to be shown. */
interface Status {
  readonly complete: boolean;
  readonly findings: string;
  readonly worst?: "error" | "warning" | "information";
  readonly portfolios?: string;
  readonly prices: string;
  readonly discounting: string;
}

const severities = {
  error: LanguageStatusSeverity.Error,
  warning: LanguageStatusSeverity.Warning,
  information: LanguageStatusSeverity.Information,
} as const;

/** Language status: whether the server works, what it found in this file, and which prices and discount rate are in force. */
export const status: Feature = ({ client, output, changed }) => {
  const server = languages.createLanguageStatusItem("wellspent.server", { language: "wellspent" });
  const settings = languages.createLanguageStatusItem("wellspent.settings", { language: "wellspent" });
  server.name = "Wellspent";
  settings.name = "Wellspent: appraisal settings";
  settings.text = "…";

  const refresh = soon(
    300,
    async () => {
      const uri = ourEditor()?.document.uri.toString();
      if (uri === undefined) return;
      if (!client.isRunning()) return showState();
      const found = await client.sendRequest<Status | null>("wellspent/status", { textDocument: { uri } });
      server.command = undefined;
      server.busy = found?.complete === false;
      server.text = found?.findings ?? "Not part of a project";
      server.detail = found?.complete === false ? "Still reading the project" : (found?.portfolios ?? "Wellspent");
      server.severity = found?.worst === undefined ? LanguageStatusSeverity.Information : severities[found.worst];
      if (found === null) return;
      settings.text = found.prices;
      settings.detail = found.discounting;
    },
    (reason) => output.error(String(reason)),
  );
  const showState = (): void => {
    server.busy = client.state === State.Starting;
    server.text = client.state === State.Starting ? "Wellspent is starting" : "Wellspent has stopped";
    server.detail = "";
    server.severity =
      client.state === State.Starting ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Error;
    server.command = client.state === State.Starting ? undefined : { title: "Restart", command: "wellspent.restart" };
  };
  showState();
  return Disposable.from(
    server,
    settings,
    refresh,
    client.onDidChangeState(showState),
    changed(() => refresh.trigger()),
    window.onDidChangeActiveTextEditor(() => refresh.trigger()),
  );
};
