import { fileProblemRule } from "./file-problem.ts";

export const binaryFile = fileProblemRule("binary", {
  code: "syntax/binary-file",
  severity: "error",
  page: {
    title: "File that is not text",
    what: "A file with the name of a spec holds something that is not text, such as a spreadsheet or a picture.",
    why: "Nothing in it can be read.",
    fix: "Save it as plain text in UTF-8, or give it another name.",
  },
  message: () => "This file is not text, so nothing in it can be read.",
  help: "Save it as plain text (UTF-8), or give it another name.",
});
