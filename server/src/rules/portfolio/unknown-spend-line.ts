import { placeReference } from "../../model/assess/index.ts";
import type { Field } from "../../schema/shape.ts";
import type { DocumentContext, DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";

const portfolio = (line: string): string => `${withShared({ first: "60%", second: "40%" })}    spend_line: ${line}\n`;

/** A line of the section 251 return that neither the area nor the known return has. */
export const unknownSpendLine: DocumentRule = {
  code: "portfolio/unknown-spend-line",
  severity: "warning",
  scope: "document",
  page: {
    title: "Spend line that is not known",
    what: "A cost is put on a line of the section 251 return that is not written `s251/code`, or that neither the area nor the return that Wellspent knows has.",
    why: "Its cost then stands beside no spend of the area, and spend by line does not show it.",
    fix: "Write the code as in the return, such as `s251/3.4.4` for targeted family support, or add the line to the area's `spend:`.",
    standard: "Section 251 of the Apprenticeships, Skills, Children and Learning Act 2009",
    example: {
      files: interventions,
      file: "a.portfolio.yaml",
      invalid: portfolio("s251/9.9.9"),
      valid: portfolio("s251/3.4.4"),
    },
  },
  check(context, report) {
    const lines = linesOf(context);
    if (lines.length === 0) return;
    const here = new Set<string>(
      context.spec.kind === "portfolio" ? (context.portfolio()?.area?.spend ?? []).map(({ line }) => line) : [],
    );
    const known = placeReference.section251.rows;
    for (const field of lines) {
      const text = field.value;
      if (text === undefined || here.has(text)) continue;
      const bare = known.find(({ code }) => code === text.trim());
      if (bare !== undefined) {
        report({
          at: field.$,
          message: `"${text}" is not written as a line of the section 251 return.`,
          help: `Write "s251/${text.trim()}" (${bare.name}).`,
          fixes: [
            {
              title: `Write "s251/${text.trim()}"`,
              certain: true,
              edits: [{ at: field.$, text: `s251/${text.trim()}` }],
            },
          ],
        });
        continue;
      }
      if (known.some(({ code }) => code !== undefined && text.trim() === `s251/${code}`)) continue;
      report({
        at: field.$,
        message: `"${text}" is no line of the section 251 return of ${placeReference.section251.edition}, the one that is known here${context.spec.kind === "portfolio" ? ", nor of the area" : ""}.`,
        help: "Write the code as in the return, such as s251/3.4.4, or add the line to the area's spend.",
        // Later returns may have lines that are not known here.
        ...(/^s251\/\d+(\.\d+)+[a-z]?$/.test(text.trim()) ? { severity: "information" as const } : {}),
      });
    }
  },
};

/** Every line that a cost is put on. The lines that an area spends on are its own. */
function linesOf({ spec }: DocumentContext): readonly Field<string>[] {
  if (spec.kind === "portfolio") {
    const { interventions: members, candidates, shared } = spec.reading ?? {};
    return [...(members?.items ?? []), ...(candidates?.items ?? []), ...(shared?.items ?? [])].flatMap(
      ({ spend_line }) => spend_line ?? [],
    );
  }
  if (spec.kind === "intervention")
    return (spec.reading?.costs?.lines?.items ?? [])
      .map(({ spend_line }) => spend_line)
      .filter((line) => line !== undefined);
  return [];
}
