import type { Place } from "../../syntax/types.ts";
import { said } from "../wording.ts";
import { syntaxRule } from "./issue.ts";

export const missingColon = syntaxRule("missing-colon", {
  severity: "error",
  page: {
    title: "Line that is neither a key nor an item",
    what: "A line has no colon after a key and no hyphen before an item.",
    why: "It cannot be read, so what it says counts nowhere.",
    fix: "Write it as `key: value`, with a space after the colon; an item of a list begins with a hyphen and a space.",
    example: {
      invalid: `outcome: child-enters-care
title:A child enters care
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  say(issue) {
    const line = issue.detail ?? "";
    const tight = /^([a-z_]+):(?=[^\s/])/i.exec(line);
    if (tight !== null)
      return {
        message: `There is no space after the colon of "${tight[1]}", so the line is not read as a key and its value.`,
        help: "Put a space after the colon.",
        fixes: [
          {
            title: "Put a space after the colon",
            certain: true,
            edits: [{ at: emptyAt(issue, issue.start + tight[0].length), text: " " }],
          },
        ],
      };
    return {
      message: `${line === "" ? "This line" : said(line)} is neither a key with a colon nor an item with a hyphen, so it is not read.`,
      help: 'Write it as "key: value". An item of a list begins with a hyphen and a space; a long text goes on indented below its key.',
    };
  },
});

const emptyAt = ({ chunk }: Place, offset: number): Place => ({ chunk, start: offset, end: offset });
