import { syntaxRule } from "./issue.ts";
import { quoteFix } from "./quote.ts";

export const missingAnchor = syntaxRule("missing-anchor", {
  severity: "error",
  page: {
    title: "Reference to a name that nothing bears",
    what: "A value begins with `*`, which refers to a place marked `&` with the same name earlier in the document; there is none.",
    why: "The value is not known, so nothing counts there.",
    fix: "Mark the place that is meant with `&` and the name, in the same document and further up. If the star belongs to the text, put the value in quotation marks.",
    example: {
      invalid: `study: start-2018
population: *families
`,
      valid: `study: start-2018
population: "*families"
`,
    },
  },
  say({ chunk, start, end, detail = "" }, { parsed }) {
    const elsewhere = isMarked(parsed.text, detail)
      ? ` The &${detail} of this file stands further down or in another document, and a reference reaches up within its own document only.`
      : "";
    return {
      message: `*${detail} refers to a place marked &${detail} further up in this document, and there is none.${elsewhere}`,
      help:
        elsewhere === ""
          ? `Mark the place that is meant with &${detail}. If the star belongs to the text, put the value in quotation marks.`
          : "Write here what is meant, or move the mark up into this document.",
      label: "refers to nothing",
      fixes: [quoteFix({ chunk, start, end }, false)],
    };
  },
});

/** Whether the file bears a mark of that name at all. */
const isMarked = (text: string, name: string): boolean =>
  name !== "" && new RegExp(`(?:^|[\\s\\[{,])&${name.replace(/[^\w-]/g, "\\$&")}(?=[\\s,\\]}]|$)`).test(text);
