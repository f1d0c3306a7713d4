import { fileProblemRule } from "./file-problem.ts";

export const utf16 = fileProblemRule(
  "utf-16",
  {
    code: "syntax/utf-16",
    severity: "error",
    page: {
      title: "File saved as Unicode UTF-16",
      what: 'The file is text, but saved in the encoding UTF-16 (in Windows called "Unicode").',
      why: "Specs are read as UTF-8, as git and other tools expect; in UTF-16 nothing in the file can be read.",
      fix: "Save it again with the encoding UTF-8. In VS Code: click the encoding in the status bar, then Save with Encoding.",
    },
    message: (detail) => `This file is saved as ${detail ?? "UTF-16"}, so nothing in it can be read.`,
    help: "Save it again with the encoding UTF-8.",
  },
  "UTF-16",
);
