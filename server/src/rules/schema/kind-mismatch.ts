import { said } from "../wording.ts";
import { schemaRule } from "./issue.ts";

export const kindMismatch = schemaRule("kind-mismatch", {
  severity: "warning",
  page: {
    title: "File name and head key disagree",
    what: "The file name says that the document is of one kind, its head key says another.",
    why: "The head key is believed. Somebody who looks for the file by its name will not find it, or will find the wrong thing.",
    fix: "Rename the file, or correct the head key.",
    example: {
      file: "care.study.yaml",
      invalid: `outcome: child-enters-care
`,
      valid: `study: care-2018
`,
    },
  },
  say({ data: { head, kind, fileKind, suffix } }) {
    return {
      message: `The file name says ${said(fileKind)}, but "${head}" makes this document of the kind "${kind}"; it is read as that.`,
      help: `Rename the file so that it ends in ".${suffix}.yaml", or correct the first line.`,
    };
  },
});
