import type { FileProblem } from "../workspace/types.ts";
import { largestFile } from "../workspace/types.ts";

const whys: Readonly<Record<FileProblem, string>> = {
  binary: "it is not text",
  "utf-16": "it is saved as UTF-16, not UTF-8",
  "invalid-utf-8": "it is not in UTF-8",
  "too-large": `it is larger than ${largestFile / 1024 / 1024} MB`,
  vanished: "it went away meanwhile",
  unreadable: "it cannot be opened",
  "not-a-file": "it is a folder or another thing that is not a file",
  "outside-project": "it leads out of the project",
};

/** Why something gives no text, to go on behind "cannot be read". */
export const whyNoText = (problem: FileProblem): string => whys[problem];
