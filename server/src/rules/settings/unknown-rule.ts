import { nearest } from "../../schema/names.ts";
import { matches } from "../suppression/matches.ts";
import type { DocumentRule } from "../types.ts";

/** `codes` lists every code there is. */
export const unknownRule = (codes: () => readonly string[]): DocumentRule => ({
  code: "settings/unknown-rule",
  severity: "warning",
  scope: "document",
  page: {
    title: "Severity for a finding that does not exist",
    what: "The settings give a severity to a code that no finding has.",
    why: "The finding that was meant keeps its own severity: a check that should fail passes, or one that was switched off still speaks.",
    fix: "Copy the code from the finding. A whole group is written `units/*`.",
    example: {
      file: "wellspent.yaml",
      invalid: `rules:
  units/torn-numbr: warning
`,
      valid: `rules:
  units/torn-number: warning
`,
    },
  },
  check(context, report) {
    if (context.spec.kind !== "settings") return;
    const known = codes();
    const groups = [...new Set(known.map((code) => `${code.slice(0, code.indexOf("/"))}/*`))];
    for (const { key, place, path } of context.fields().mapKeys) {
      if (path.at(-1) !== "rules" || known.some((code) => matches(key, code))) continue;
      const near = nearest(key, [...known, ...groups]);
      report({
        at: place,
        message: `No finding has the code "${key}", so this severity holds for nothing.`,
        help: near === undefined ? "Copy the code that stands beside the finding." : `Did you mean "${near.name}"?`,
        label: "no such code",
        ...(near === undefined || place.chunk.text.slice(place.start, place.end) !== key
          ? {}
          : {
              fixes: [
                { title: `Write "${near.name}"`, certain: near.certain, edits: [{ at: place, text: near.name }] },
              ],
            }),
      });
    }
  },
});
