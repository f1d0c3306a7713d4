import type { Choice } from "../../schema/issues.ts";
import type { Nearest } from "../../schema/names.ts";
import type { Place } from "../../syntax/types.ts";
import type { Fix } from "../types.ts";

/** `proposed (An idea, not yet funded), piloting (…)`: what may be written, with what it means while that stays readable. */
export function listChoices(choices: readonly Choice[], most = 12): string {
  const shown = choices.slice(0, most);
  const docs = shown.length <= 8 && shown.every((choice) => choice.doc.length <= 70);
  const names = shown.map(({ name, doc }) => (docs && doc !== "" ? `${name} (${doc.replace(/\.$/, "")})` : name));
  return `${names.join(", ")}${choices.length > most ? `, and ${choices.length - most} more` : ""}`;
}

/** Offers the nearest known name in place of what was written. */
export function replaceBy(near: Nearest | undefined, at: Place, written: string): readonly Fix[] {
  if (near === undefined) return [];
  return [
    {
      title: `Write "${near.name}" instead of "${written}"`,
      certain: near.certain,
      edits: [{ at, text: near.name }],
    },
  ];
}
