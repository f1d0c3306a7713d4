import { commands, type Hover, type InlayHint, Range, type TextDocument } from "vscode";
import { hoverText, labelOf, until } from "./support.ts";

/** A published costing whose figures are known: 46 cases at £12,170 are £559,820. */
export const EXAMPLE = "interventions/fdac.intervention.yaml";
export const LINE = "£12,170/case";
export const COST = "559,820";

/** The steps on a figure that every host of the extension takes. */
export function figures(open: () => TextDocument): void {
  it("shows worked-out figures beside the text", async () => {
    const document = open();
    const everything = new Range(0, 0, document.lineCount, 0);
    await until(async () => {
      const hints = await commands.executeCommand<InlayHint[]>(
        "vscode.executeInlayHintProvider",
        document.uri,
        everything,
      );
      return hints.some((hint) => labelOf(hint).includes(COST));
    }, "the cost of the line as an inlay hint");
  });

  it("explains a figure", async () => {
    const document = open();
    const place = document.positionAt(document.getText().indexOf(LINE) + 1);
    await until(async () => {
      const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, place);
      return hoverText(hovers).includes(COST);
    }, "a hover");
  });
}
