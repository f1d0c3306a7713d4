import { said } from "../wording.ts";
import { schemaRule } from "./issue.ts";

export const missingHead = schemaRule("missing-head", {
  severity: "error",
  page: {
    title: "Document without its head key",
    what: "The file name says what the document is, but no first line gives its id.",
    why: "Without an id nothing can refer to it: no intervention can cite the study, no portfolio can fund the intervention.",
    fix: "Write the head key and an id as the first line: `study: start-2018`.",
    example: {
      file: "care.outcome.yaml",
      invalid: `title: A child enters care
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  say({ place, data: { head, kind } }, { path, parsed }) {
    const line = `${head}: ${idFrom(path)}`;
    const [only, ...others] = parsed.documents;
    const block = others.length === 0 && only?.root?.kind === "mapping" && !only.root.flow;
    return {
      message: `The file name says that this is ${article(kind)}, but no line gives its id, so nothing can refer to it.`,
      help: `Write as the first line: ${said(line)}.`,
      // The id is the author's to choose; the name of the file is the likeliest.
      fixes: block
        ? [
            {
              title: `Begin the document with "${line}"`,
              certain: false,
              edits: [{ at: { ...place, end: place.start }, text: `${line}${parsed.eol}` }],
            },
          ]
        : [],
    };
  },
});

const article = (kind: string): string => {
  const name = kind === "unit-costs" ? "library of unit costs" : kind;
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
};

const idFrom = (path: string): string => {
  const name = path.slice(path.lastIndexOf("/") + 1).split(".")[0] ?? "";
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "its-id"
  );
};
