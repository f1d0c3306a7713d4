import { fileProblemRule } from "./file-problem.ts";

export const fileVanished = fileProblemRule("vanished", {
  code: "syntax/file-vanished",
  severity: "warning",
  page: {
    title: "File that vanished",
    what: "The file was there when the project was listed and gone when it was to be read.",
    why: "What it defined is missing from the check.",
    fix: "Run the check again.",
  },
  message: () => "This file vanished while the project was being read, so it is left out.",
  help: "Run the check again.",
});
