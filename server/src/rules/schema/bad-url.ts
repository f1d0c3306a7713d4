import { said } from "../wording.ts";
import { schemaRule } from "./issue.ts";

export const badUrl = schemaRule("bad-url", {
  severity: "warning",
  page: {
    title: "Web address that cannot be opened",
    what: "A web address is not complete.",
    why: "A reader who wants to check a figure follows this address.",
    fix: "Write the whole address, with `https://` before it.",
    example: {
      invalid: `study: start-2018
source:
  url: www.foundations.org.uk/guidebook
`,
      valid: `study: start-2018
source:
  url: https://www.foundations.org.uk/guidebook
`,
    },
  },
  say({ place, data: { text, suggestion } }) {
    return {
      message: `${said(text)} is not a whole web address, so nobody can follow it to the source.`,
      help: 'Write it with "https://" before it.',
      fixes:
        suggestion === undefined
          ? []
          : [{ title: `Write "${suggestion}"`, certain: true, edits: [{ at: place, text: suggestion }] }],
    };
  },
});
