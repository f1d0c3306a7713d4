import { kinds } from "../../schema/kinds/index.ts";
import type { Kind } from "../../schema/shape.ts";
import { kindOfName } from "../../workspace/names.ts";
import type { FileRule } from "../types.ts";

/** A file with the name of a spec that says nothing. */
export const emptyFile: FileRule = {
  code: "schema/empty-file",
  severity: "warning",
  scope: "file",
  page: {
    title: "Spec without a word in it",
    what: "A file with the name of a spec is empty, or holds comments only.",
    why: "It defines nothing: no figure, no evidence, and no id that others could refer to.",
    fix: "Begin with the head key and an id, such as `intervention: family-visits`; completion then offers the keys. Or delete the file.",
    example: {
      file: "visits.intervention.yaml",
      invalid: "# To be written.\n",
      valid: "intervention: family-visits\n",
    },
  },
  check({ path, parsed, problem }, report) {
    const kind = kindOfName(path);
    const [document] = parsed.documents;
    if (problem !== undefined || kind === undefined || kind === "settings" || document === undefined) return;
    if (parsed.issues.length > 0 || parsed.documents.some(({ root }) => root !== undefined)) return;
    const { chunk, end } = document.place;
    const remark = parsed.comments.at(-1);
    const head = `${kinds[kind].head}: ${idOf(path, kind)}`;
    report({
      at: remark ?? { chunk, start: end, end },
      message: "This file is empty, so it defines nothing.",
      help: `Begin with \`${head}\`, or delete the file.`,
      fixes: [
        { title: `Write \`${head}\``, certain: false, edits: [{ at: { chunk, start: end, end }, text: `${head}\n` }] },
      ],
    });
  },
};

/** An id from the name of the file. */
const idOf = (path: string, kind: Kind): string =>
  path
    .slice(path.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(/\.ya?ml$/, "")
    .replace(/\.[a-z-]+$/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "") || `first-${kind}`;
