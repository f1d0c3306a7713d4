import { syntaxRule } from "./issue.ts";
import { quoteFix, restOfLine } from "./quote.ts";

export const badStart = syntaxRule("bad-start", {
  severity: "error",
  page: {
    title: "Value that begins with a sign YAML keeps for itself",
    what: "A value without quotation marks begins with one of `>`, `|`, `%`, `*`, `&`, `@` or a backtick.",
    why: "These signs mean something else to YAML at the beginning of a value, so the value is not read as it stands.",
    fix: "Put the value in quotation marks. A p value is written without a sign: `p over 0.05`.",
    example: {
      invalid: `study: start-2018
country: @England
`,
      valid: `study: start-2018
country: "@England"
`,
    },
  },
  say(issue) {
    const value = restOfLine(issue, issue.start);
    const sign = issue.detail ?? issue.chunk.text.slice(issue.start, issue.start + 1);
    return {
      message: `A value may not begin with ${sign} unless it is in quotation marks: the sign means something else to YAML.`,
      help: `Put the value in quotation marks.${sign === ">" ? ' A p value can be written as "p over 0.05".' : ""}`,
      fixes: [quoteFix(value, true)],
    };
  },
});
