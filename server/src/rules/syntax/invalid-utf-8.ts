import { fileProblemRule } from "./file-problem.ts";

export const invalidUtf8 = fileProblemRule(
  "invalid-utf-8",
  {
    code: "syntax/invalid-utf-8",
    severity: "error",
    page: {
      title: "File with signs that are not UTF-8",
      what: "Somewhere the file holds a byte that no UTF-8 text can hold; mostly a pound sign or an accent saved by an older program.",
      why: "A pound sign that is read wrongly is a figure that is read wrongly, so nothing in the file is read.",
      fix: "Open it with its old encoding (often Windows 1252) and save it again as UTF-8.",
    },
    message: (detail) =>
      `This file is not in UTF-8${detail === undefined ? "" : ` (${detail})`}, so nothing in it is read.`,
    help: "Open it with its old encoding (often Windows 1252) and save it again as UTF-8; look at pound signs and accents.",
  },
  "line 3, byte A3",
);
