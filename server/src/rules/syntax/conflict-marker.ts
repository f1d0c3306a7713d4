import { syntaxRule } from "./issue.ts";

export const conflictMarker = syntaxRule("conflict-marker", {
  severity: "error",
  page: {
    title: "Conflict left by a merge",
    what: "Two versions of the same lines stand in the file, between lines of `<<<<<<<`, `=======` and `>>>>>>>`.",
    why: "Somebody still has to decide which version is right. Until then only the first of the two is read, and figures may rest on the wrong one.",
    fix: "Keep the lines that are right and delete the others with the three marker lines.",
    example: {
      invalid: `outcome: child-enters-care
<<<<<<< HEAD
title: A child enters care
=======
title: A child comes into care
>>>>>>> other
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  say() {
    return {
      message: "A merge left two versions of these lines here; only the first version is read.",
      help: "Keep the lines that are right, and delete the others with the lines of <<<<<<<, ======= and >>>>>>>.",
      label: "undecided",
    };
  },
});
