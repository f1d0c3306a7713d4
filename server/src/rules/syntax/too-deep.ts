import { syntaxRule } from "./issue.ts";

export const tooDeep = syntaxRule("too-deep", {
  severity: "error",
  page: {
    title: "Lists within lists beyond measure",
    what: "Lists or keys are nested hundreds of levels deep.",
    why: "No spec needs more than a dozen levels; text like this is a fault or an attack. It is left out.",
    fix: "Write the value out flat.",
    example: {
      invalid: `intervention: parent-groups\nnotes: ${"[".repeat(300)}${"]".repeat(300)}\n`,
      valid: `intervention: parent-groups
notes: flat
`,
    },
  },
  say() {
    return {
      message: "Lists or keys are nested here more deeply than can be read, so this part is left out.",
      help: "Write it with fewer levels; a spec needs no more than a dozen.",
    };
  },
});
