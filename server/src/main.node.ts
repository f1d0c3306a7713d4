import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./lsp/connection.ts";

// The transport (IPC, stdio or a socket) is the one named on the command line: `--node-ipc`, `--stdio`, `--socket=`.
serve(createConnection(ProposedFeatures.all));
