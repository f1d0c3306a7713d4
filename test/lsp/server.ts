import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const MAIN = fileURLToPath(new URL("../../server/src/main.node.ts", import.meta.url));

/** A language server in a process of its own, spoken to over its real standard input and output. */
export class TestServer {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess, connection: ProtocolConnection, initialized: InitializeResult) {
    this.#process = child;
    this.connection = connection;
    this.initialized = initialized;
  }

  /** Starts a server on a project folder (given as URI; none: single files only). `prepare` runs before the server is told to begin. */
  static async start(
    rootUri: string | null = null,
    capabilities: ClientCapabilities = {},
    prepare: (connection: ProtocolConnection) => void = () => undefined,
    initializationOptions?: object,
  ): Promise<TestServer> {
    const child = spawn(process.execPath, [MAIN, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const workspaceFolders = rootUri === null ? null : [{ uri: rootUri, name: "project" }];
    const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`the server ended with ${code}`)));
    const asked = connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      initializationOptions,
      rootUri,
      capabilities: {
        ...capabilities,
        textDocument: { diagnostic: { relatedDocumentSupport: true }, ...capabilities.textDocument },
      },
      workspaceFolders,
    });
    const initialized = await Promise.race([asked, ended]);
    prepare(connection);
    await connection.sendNotification(InitializedNotification.type, {});
    return new TestServer(child, connection, initialized);
  }

  open(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "wellspent", version: 1, text },
    });
  }

  /** Ends the conversation as an editor does; the server's exit status. */
  async stop(): Promise<number | null> {
    const exited = once(this.#process, "exit");
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [code] = await exited;
    this.connection.dispose();
    return code;
  }
}
