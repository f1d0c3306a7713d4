import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;
type Answered<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Makes a handler safe: whatever it throws is a bug, is logged with its place, and fails that one request. */
export type Answer = <P, R>(handle: Handler<P, R>) => Answered<P, R>;

/** A request whose answer nobody waits for any more is not worked out, nor one that `closed` says is out of turn. `heard` is told of each. */
export const createAnswer =
  (
    connection: Pick<Connection, "console">,
    closed: () => ResponseError<never> | undefined = () => undefined,
    heard: () => void = () => undefined,
  ): Answer =>
  (handle) =>
  async (params, token) => {
    heard();
    const outOfTurn = closed();
    if (outOfTurn !== undefined) return outOfTurn;
    try {
      if (token.isCancellationRequested) return cancelled();
      const result = await handle(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return new ResponseError(
        LSPErrorCodes.RequestFailed,
        "Wellspent could not answer: a fault of ours. The log says where.",
      );
    }
  };

const cancelled = (): ResponseError<never> => new ResponseError(LSPErrorCodes.RequestCancelled, "No longer asked for.");

/** The protocol asks for these before the conversation has begun and after its end. */
export const tooEarly: ResponseError<never> = new ResponseError(
  ErrorCodes.ServerNotInitialized,
  "Nothing can be asked before `initialize`.",
);
export const tooLate: ResponseError<never> = new ResponseError(
  ErrorCodes.InvalidRequest,
  "Nothing can be asked after `shutdown`.",
);

/** Something that cannot be done as asked, and why, in words for the person who asked. */
export const refused = (why: string): ResponseError<never> => new ResponseError(LSPErrorCodes.RequestFailed, why);
