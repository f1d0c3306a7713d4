import type {
  CodeAction,
  CodeActionParams,
  Connection,
  CreateFile,
  Diagnostic,
  ExecuteCommandParams,
  Position,
  WorkspaceEdit,
} from "vscode-languageserver";
import { codeActions as actionsIn } from "../features/code-actions.ts";
import type { CodeAction as Action, Change } from "../features/code-actions-types.ts";
import type { Span } from "../syntax/types.ts";
import type { Seen } from "./session.ts";
import { workspaceEdit } from "./workspace-edit.ts";

/** Puts the cursor where typing goes on after an action. Sent by the editor, answered by asking it to show the place. */
export const putCursor = "wellspent.putCursor";

export const codeActionKinds: string[] = [
  "quickfix",
  "refactor.extract",
  "refactor.rewrite",
  "source.fixAll.wellspent",
];

interface ActionData {
  readonly uri: string;
  readonly span: Span;
  readonly id: string;
}

/** What can be done in a range. An editor that can ask later gets the changes when one is chosen. */
export function codeActions(seen: Seen, request: CodeActionParams): CodeAction[] {
  const span = { start: seen.offsetAt(request.range.start), end: seen.offsetAt(request.range.end) };
  const { only, diagnostics } = request.context;
  const lazy = seen.client.lazyActions && seen.client.createsFiles;
  return actionsIn(seen.snapshot, seen.path, span)
    .filter(({ kind }) => only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`)))
    .flatMap((action): CodeAction[] => {
      const offered: CodeAction = {
        title: action.title,
        kind: action.kind,
        ...(action.preferred === true ? { isPreferred: true } : {}),
        ...about(seen, action, diagnostics),
        data: { uri: request.textDocument.uri, span, id: action.id } satisfies ActionData,
      };
      if (lazy) return [offered];
      const change = action.change();
      return change === undefined || (change.created !== undefined && !seen.client.createsFiles)
        ? []
        : [withChange(seen, offered, change)];
    });
}

export const actionUri = (action: CodeAction): string => (action.data as ActionData | undefined)?.uri ?? "";

/** A chosen action with what it changes; without, where the text no longer has what it was about. */
export function resolveCodeAction(seen: Seen | undefined, action: CodeAction): CodeAction {
  const data = action.data as ActionData | undefined;
  if (seen === undefined || data === undefined) return action;
  const change = actionsIn(seen.snapshot, seen.path, data.span)
    .find((each) => each.id === data.id)
    ?.change();
  return change === undefined ? action : withChange(seen, action, change);
}

/** The editor's own diagnostics that an action puts right. */
function about(seen: Seen, action: Action, diagnostics: readonly Diagnostic[]): { diagnostics?: Diagnostic[] } {
  const { finding } = action;
  if (finding === undefined) return {};
  const same = diagnostics.filter(
    (each) => each.code === finding.code && seen.offsetAt(each.range.start) === finding.span.start,
  );
  return same.length === 0 ? {} : { diagnostics: same };
}

function withChange(seen: Seen, action: CodeAction, change: Change): CodeAction {
  const { cursor } = change;
  return {
    ...action,
    edit: editOf(seen, change),
    ...(cursor === undefined || !seen.client.showsDocuments
      ? {}
      : {
          command: {
            title: "Go on typing",
            command: putCursor,
            arguments: [seen.uriOf(cursor.path), { line: cursor.line, character: cursor.character }],
          },
        }),
  };
}

function editOf(seen: Seen, change: Change): WorkspaceEdit {
  const edit = workspaceEdit(seen, change.edits);
  if (change.created === undefined) return edit;
  const uri = seen.uriOf(change.created.path);
  const start = { line: 0, character: 0 };
  const create: CreateFile = { kind: "create", uri, options: { ignoreIfExists: true } };
  return {
    documentChanges: [
      ...(edit.documentChanges ?? []),
      create,
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: change.created.text }] },
    ],
  };
}

/** Runs the one command that actions carry. */
export async function runCommand(
  connection: Connection,
  { command, arguments: given }: ExecuteCommandParams,
): Promise<null> {
  const [uri, position] = (given ?? []) as [string?, Position?];
  if (command === putCursor && typeof uri === "string" && position !== undefined)
    await connection.window.showDocument({ uri, takeFocus: true, selection: { start: position, end: position } });
  return null;
}
