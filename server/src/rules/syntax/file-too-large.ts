import { largestFile } from "../../workspace/types.ts";
import { fileProblemRule } from "./file-problem.ts";

export const fileTooLarge = fileProblemRule(
  "too-large",
  {
    code: "syntax/file-too-large",
    severity: "error",
    page: {
      title: "File too large to read",
      what: `The file is larger than ${largestFile / 1024 / 1024} megabytes.`,
      why: "No spec written by people is that large; reading it would hold up everything else. It is left out.",
      fix: "Split it into several files, or give it another name if it is not a spec.",
    },
    message: (detail) =>
      `This file is too large to be read${detail === undefined ? "" : ` (${detail})`}, so it is left out.`,
    help: "Split it into several files, or give it another name if it is not a spec.",
  },
  "40 MB",
);
