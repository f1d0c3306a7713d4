import type { Place } from "../../syntax/types.ts";
import type { Edit, Fix } from "../types.ts";
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
      fixes: tabFixes(issue),
    };
  },
});

const indented = /^([ ]*\t[ \t]*)(?=[^\s#])/gm;

function tabFixes(issue: Place): readonly Fix[] {
  const title = "Replace tabs by spaces";
  const indents = tabsOf(issue);
  if (indents.length > 0) return [{ title, certain: onlyTabs(issue), edits: indents }];
  // After a hyphen one space does.
  const run = /^\t+/.exec(issue.chunk.text.slice(issue.start))?.[0];
  if (run === undefined) return [];
  const at = { chunk: issue.chunk, start: issue.start, end: issue.start + run.length };
  return [{ title, certain: true, edits: [{ at, text: " " }] }];
}

/** Every tab that indents a line of the same chunk. */
function tabsOf({ chunk }: Place): readonly Edit[] {
  return [...chunk.text.matchAll(indented)].map((match) => ({
    at: { chunk, start: match.index, end: match.index + match[0].length },
    text: match[0].replaceAll("\t", "  "),
  }));
}

/** Tabs beside spaces may stand for any width. */
const onlyTabs = ({ chunk }: Place): boolean => !/^(?: +\t|\t+ )/m.test(chunk.text);
