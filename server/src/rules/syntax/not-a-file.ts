import { fileProblemRule } from "./file-problem.ts";

export const notAFile = fileProblemRule("not-a-file", {
  code: "syntax/not-a-file",
  severity: "warning",
  page: {
    title: "Folder with the name of a spec",
    what: "Something that is not a file, mostly a folder, bears the name of a spec.",
    why: "It holds no text, so there is nothing to read; whoever looks for the spec will not find it.",
    fix: "Give the folder another name.",
  },
  message: () =>
    "This bears the name of a spec, but it is a folder or another thing that is not a file; there is nothing to read.",
  help: "Give it another name.",
});
