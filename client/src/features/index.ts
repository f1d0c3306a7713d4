import { crashNotice } from "./crash-notice.ts";
import { explorer } from "./explorer.ts";
import type { Feature } from "./feature.ts";
import { lensCommands } from "./lens-commands.ts";
import { newProject } from "./new-project.ts";
import { openIntervention } from "./open-intervention.ts";
import { report } from "./report.ts";
import { restart } from "./restart.ts";
import { rulePage } from "./rule-page.ts";
import { showOutput } from "./show-output.ts";
import { status } from "./status.ts";

/** Every visible feature of the extension. */
export const features: readonly Feature[] = [
  restart,
  showOutput,
  status,
  crashNotice,
  explorer,
  report,
  lensCommands,
  rulePage,
  newProject,
  openIntervention,
];
