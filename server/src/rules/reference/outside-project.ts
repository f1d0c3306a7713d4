import { fileProblemRule } from "../syntax/file-problem.ts";

export const outsideProject = fileProblemRule("outside-project", {
  code: "reference/outside-project",
  severity: "warning",
  page: {
    title: "Link that leads out of the project",
    what: "A link in the project leads to a file or folder outside it.",
    why: "Wellspent reads nothing outside the project, so that a check gives the same answer on every machine.",
    fix: "Copy the file into the project.",
  },
  message: () => "This link leads out of the project, so it is not followed.",
  help: "Copy the file into the project.",
});
