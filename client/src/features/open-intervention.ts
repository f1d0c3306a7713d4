import { commands, window } from "vscode";
import type { Feature } from "./feature.ts";
import { type Span, showPlace } from "./show-place.ts";

/** An intervention as the overview lists it (`explorer.ts`). */
interface Row {
  readonly label: string;
  readonly description: string;
  readonly location?: { readonly uri: string; readonly range: Span };
}

/** Command: open an intervention of the project; where there are several, the one picked. */
export const openIntervention: Feature = ({ client, output }) =>
  commands.registerCommand("wellspent.openIntervention", async () => {
    try {
      if (!client.isRunning()) await client.start();
      const asked = { key: "interventions" };
      const { rows } = await client.sendRequest<{ readonly rows: readonly Row[] }>("wellspent/overview", asked);
      const there = rows.filter(({ location }) => location !== undefined);
      if (there.length === 0) {
        window.showInformationMessage("There is no intervention here yet. Start a new project, or create a spec.");
        return;
      }
      const chosen =
        there.length === 1
          ? there[0]
          : await window.showQuickPick(there, { placeHolder: "Which intervention?", ignoreFocusOut: true });
      if (chosen?.location !== undefined) await showPlace(chosen.location.uri, chosen.location.range);
    } catch (reason) {
      output.error(String(reason));
      window.showErrorMessage("The interventions could not be listed. The output channel says why.");
    }
  });
