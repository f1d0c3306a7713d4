import { kinds } from "../../schema/kinds/index.ts";
import type { MappingNode, ParsedFile, Place } from "../../syntax/types.ts";
import { kindOfName } from "../../workspace/names.ts";
import { orList, said } from "../wording.ts";
import { listChoices, replaceBy } from "./choices.ts";
import { schemaRule } from "./issue.ts";

export const unknownKey = schemaRule("unknown-key", {
  severity: "error",
  page: {
    title: "Unknown key",
    what: "A key is not one that Wellspent knows at this place.",
    why: "What stands under an unknown key is not read: a cost or an effect written there counts nowhere, and no figure says so.",
    fix: "Take the spelling that is offered, or look at the keys that may stand here. Remarks belong under `notes:`.",
    example: {
      invalid: `outcome: child-enters-care
titel: A child enters care
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  say({ place, data: { key, nearest, allowed, inside, ofKinds } }, { parsed, path }) {
    if (ofKinds !== undefined) {
      const heads = ofKinds.flatMap((kind) => kinds[kind].head ?? []);
      const owners = orList([
        ...(heads.length === 0 ? [] : [`a document that begins with ${orList(heads.map((head) => `"${head}:"`))}`]),
        ...(ofKinds.includes("settings") ? ["the settings (wellspent.yaml)"] : []),
      ]);
      return {
        message: `${said(key)} is not a key of this kind of document, so what it holds is not read.`,
        help: `It belongs in ${owners}. ${remarks(path)}`,
        label: "not known here",
      };
    }
    const taken = nearest !== undefined && isWritten(parsed, place, nearest.name);
    const where = inside === undefined ? "here" : `under "${inside}"`;
    return {
      message: `${said(key)} is not a key that may stand ${where}, so what it holds is not read.`,
      help:
        nearest === undefined
          ? `Keys that may stand here: ${listChoices(
              allowed.map(({ name }) => ({ name, doc: "" })),
              20,
            )}. ${remarks(path)}`
          : taken
            ? `Did you mean "${nearest.name}"? That is written here already: keep the one that is right.`
            : `Did you mean "${nearest.name}"?`,
      label: "not known here",
      fixes: taken ? [] : replaceBy(nearest, place, key),
    };
  },
});

/** Settings have no key for remarks. */
const remarks = (path: string): string =>
  kindOfName(path) === "settings" ? "A remark begins with #." : 'Remarks belong under "notes".';

/** Whether the mapping that holds the key at a place has another key already. */
function isWritten(parsed: ParsedFile, place: Place, name: string): boolean {
  const nodes = parsed.pathAt(parsed.spanOf(place).start)?.nodes ?? [];
  const around = nodes.findLast((node): node is MappingNode => node.kind === "mapping");
  return around?.entries.some(({ key }) => key.text === name) === true;
}
