import type { DocumentRule } from "../types.ts";

export const rootInsideProject: DocumentRule = {
  code: "settings/root-inside-project",
  severity: "warning",
  scope: "document",
  page: {
    title: "Project inside a project",
    what: "A settings file in a folder of the project says with `root: true` that a project begins there.",
    why: "Checked from that folder, its specs do not see the other files; checked from above, they do. The same spec then gives two answers.",
    fix: "Remove `root: true` there, or open and check that folder as a project of its own.",
    example: {
      file: "drafts/wellspent.yaml",
      invalid: `root: true
`,
      valid: `standards:
  evidence: eif
`,
    },
  },
  check({ spec, path }, report) {
    if (spec.kind !== "settings" || !path.includes("/")) return;
    const root = spec.reading?.root;
    if (root?.value !== true) return;
    report({
      at: root.$,
      message: `This says that a project begins in "${path.slice(0, path.lastIndexOf("/"))}", which lies inside a project already; checked from above, it does not count.`,
      help: 'Remove "root: true", or check the folder as a project of its own.',
    });
  },
};
