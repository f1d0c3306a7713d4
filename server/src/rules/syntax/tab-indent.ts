import type { Place } from "../../syntax/types.ts";
import type { Edit } from "../types.ts";
import { syntaxRule } from "./issue.ts";

export const tabIndent = syntaxRule("tab-indent", {
  severity: "error",
  page: {
    title: "Tab at the beginning of a line",
    what: "A line is indented with a tab.",
    why: "YAML tells what belongs to what by counting spaces. A tab has no agreed width, so it cannot tell what the line belongs to.",
    fix: "Indent with two spaces for each step.",
    example: {
      invalid: `intervention: parent-groups
population:
\tunit: family
`,
      valid: `intervention: parent-groups
population:
  unit: family
`,
    },
  },
  say(issue) {
    return {
      message: "This line is indented with a tab; YAML counts spaces only, so it cannot tell what the line belongs to.",
      help: "Indent with spaces, two for each step.",
      label: "tab",
      fixes: [{ title: "Replace tabs by spaces", certain: onlyTabs(issue), edits: tabsOf(issue) }],
    };
  },
});

const indented = /^([ ]*\t[ \t]*)(?=[^\s#])/gm;

/** Every tab that indents a line of the same chunk. */
function tabsOf({ chunk }: Place): readonly Edit[] {
  return [...chunk.text.matchAll(indented)].map((match) => ({
    at: { chunk, start: match.index, end: match.index + match[0].length },
    text: match[0].replaceAll("\t", "  "),
  }));
}

/** Tabs beside spaces may stand for any width. */
const onlyTabs = ({ chunk }: Place): boolean => !/^(?: +\t|\t+ )/m.test(chunk.text);
