import { fileProblemRule } from "./file-problem.ts";

export const fileUnreadable = fileProblemRule(
  "unreadable",
  {
    code: "syntax/file-unreadable",
    severity: "error",
    page: {
      title: "File that cannot be opened",
      what: "The system refuses to open the file.",
      why: "What it defines is missing from the check; so that nothing false is said, no id is called missing or unused meanwhile.",
      fix: "Look at its permissions, and whether another program holds it.",
    },
    message: (detail) => `This file cannot be opened${detail === undefined ? "" : ` (${detail})`}, so it is left out.`,
    help: (detail) =>
      detail?.startsWith("the link") === true
        ? "Let the link lead to a file of the project, or delete it."
        : "Look at its permissions, and whether another program holds it.",
  },
  "permission denied",
);
