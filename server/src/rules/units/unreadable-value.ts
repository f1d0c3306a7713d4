import { valueRule } from "./value-problem.ts";

export const unreadableValue = valueRule("unreadable", {
  code: "units/unreadable-value",
  severity: "error",
  page: {
    title: "Value that cannot be read",
    what: "A figure is not written in a form that Wellspent reads.",
    why: "A figure that cannot be read counts nowhere, and every total it belongs to stays incomplete.",
    fix: "Write it in the form that is shown. A figure that nobody knows is written `unknown`; remarks belong under `notes:`.",
    example: {
      invalid: `intervention: parent-groups
costs:
  period: three years
`,
      valid: `intervention: parent-groups
costs:
  period: 3 years
`,
    },
  },
});
