import { said } from "../wording.ts";
import { schemaRule } from "./issue.ts";

export const badDoi = schemaRule("bad-doi", {
  severity: "warning",
  page: {
    title: "DOI that cannot be resolved",
    what: "A digital object identifier (DOI) is not in its own form: `10.`, a number, a slash, and the rest.",
    why: "The DOI is the one lasting address of a publication; every figure taken from it rests on that.",
    fix: "Write the DOI alone, without the web address before it: `10.1186/1471-2458-11-803`.",
    example: {
      invalid: `study: start-2018
source:
  doi: https://doi.org/10.1186/1471-2458-11-803
`,
      valid: `study: start-2018
source:
  doi: 10.1186/1471-2458-11-803
`,
    },
  },
  say({ place, data: { text, suggestion } }) {
    return {
      message: `${said(text)} is not a DOI, so nobody can follow it to the publication.`,
      help: 'Write it as "10." with a number, a slash and the rest, such as 10.1186/1471-2458-11-803.',
      fixes:
        suggestion === undefined
          ? []
          : [{ title: `Write "${suggestion}"`, certain: true, edits: [{ at: place, text: suggestion }] }],
    };
  },
});
