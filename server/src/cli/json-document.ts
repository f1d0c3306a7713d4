import type { Notice } from "./result.ts";
import { version } from "./version.ts";

/**
 * What a command prints for programs: `schema` is where the JSON Schema of it is published; `version` in it changes only when a reader
 * could break.
 */
export function jsonDocument(
  schema: string,
  { notices, asOf }: { readonly notices: readonly Notice[]; readonly asOf: string },
  contents: object,
): string {
  const document = {
    $schema: schema,
    version: 1,
    tool: { name: "wellspent", version },
    as_of: asOf,
    complete: !notices.some(({ incomplete }) => incomplete),
    notices: notices.map(({ alsoFinding: _, ...notice }) => notice),
    ...contents,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
