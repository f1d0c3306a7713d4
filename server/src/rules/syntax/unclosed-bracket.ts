import { syntaxRule } from "./issue.ts";

export const unclosedBracket = syntaxRule("unclosed-bracket", {
  severity: "error",
  page: {
    title: "Bracket that is never closed",
    what: "A `[` or `{` has no matching `]` or `}`.",
    why: "Everything after it could belong to the list, so the lines that follow might be lost.",
    fix: "Add the closing bracket, or write the list with one item a line after a hyphen.",
    example: {
      invalid: `study: start-2018
interventions: [mst
country: England
`,
      valid: `study: start-2018
interventions: [mst]
country: England
`,
    },
  },
  say({ detail, related }) {
    const open = detail === "{" ? "{" : "[";
    const close = open === "{" ? "}" : "]";
    return {
      message: `The ${open} opened here is never closed with ${close}.`,
      help: `Add ${close} at the end of the list, or write one item a line after a hyphen and a space.`,
      label: "opened here",
      ...(related === undefined ? {} : { related: [{ at: related, label: `does not match ${open}` }] }),
    };
  },
});
