import type { Connection } from "vscode-languageserver";
import { rulePage } from "../features/rule-page.ts";
import { starterFiles } from "../features/starter.ts";
import type { Status } from "../features/status.ts";
import type { Answer } from "./answer.ts";
import { type OverviewParams, overview } from "./explorer.ts";
import { type ReportParams, report, reportFile } from "./report.ts";
import type { Session } from "./session.ts";
import { type StatusParams, status } from "./status.ts";

/** Requests of our own, beside the protocol's: what the editor's views show. */
export function serveViews(connection: Connection, session: Session, answer: Answer): void {
  connection.onRequest(
    "wellspent/report",
    answer(async (request: ReportParams, token) => report(await session.see(request.textDocument.uri), request, token)),
  );
  connection.onRequest(
    "wellspent/reportFile",
    answer(async (request: ReportParams, token) =>
      reportFile(await session.see(request.textDocument.uri), request, token),
    ),
  );
  connection.onRequest(
    "wellspent/overview",
    answer((request: OverviewParams, token) => overview(session.projects(), request, token)),
  );
  connection.onRequest<Status | null, never>(
    "wellspent/status",
    answer(async (request: StatusParams) => status(await session.see(request.textDocument.uri))),
  );
  connection.onRequest(
    "wellspent/page",
    answer(({ code }: { readonly code: string }) => rulePage(code) ?? null),
  );
  connection.onRequest(
    "wellspent/starter",
    answer(() => starterFiles),
  );
}
