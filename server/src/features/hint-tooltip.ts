import type { Snapshot } from "../analysis/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { at } from "./at.ts";
import type { HintKind } from "./display.ts";
import { type Link, worksheet } from "./worksheet.ts";

/** What stands behind a hint: the worksheet of its figure, and how hints of its kind are switched off. Worked out when the pointer rests on it. */
export function hintTooltip(
  snapshot: Snapshot,
  path: FilePath,
  of: number,
  kinds: readonly HintKind[],
  link?: Link,
): string {
  const here = at(snapshot, path, of);
  const sheet = here === undefined ? undefined : worksheet(snapshot, path, here, link);
  const names = [...new Set(kinds)].map((kind) => `\`wellspent.hints.${kind}\``);
  const off = `*Shown by the setting ${names.join(" and ")}.*`;
  return sheet === undefined ? off : `${sheet}\n\n---\n\n${off}`;
}
