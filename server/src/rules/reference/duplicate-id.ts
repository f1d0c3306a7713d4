import type { Definition } from "../../model/spec.ts";
import type { DocumentContext, DocumentRule } from "../types.ts";
import { kindName } from "./kind-name.ts";

/** Reported at each of them: which one is wrong, only their authors know. A need may be counted in several areas. */
export const duplicateId: DocumentRule = {
  code: "reference/duplicate-id",
  severity: "error",
  scope: "document",
  page: {
    title: "Id defined more than once",
    what: "Two specs of one kind, or two entries of one library, have the same id.",
    why: "Whatever refers to the id may mean either, so a cost or an effect could come from the wrong one.",
    fix: "Give one of them another id, and correct what refers to it; or delete the one that is out of date.",
    example: {
      invalid: `outcome: child-enters-care
title: A child enters care
---
outcome: child-enters-care
title: A child comes into care
`,
      valid: `outcome: child-enters-care
title: A child enters care
---
outcome: child-returns-home
title: A child returns home
`,
    },
  },
  check(context, report) {
    const { index, parsed, path } = context;
    if (!index.complete) return;
    for (const { kind, id, at } of context.ids().definitions) {
      const own = parsed.spanOf(at);
      const others = index
        .defined(kind, id)
        .filter((other) => isRival(other, context) && !(other.path === path && other.span.start === own.start));
      if (others.length === 0) continue;
      const elsewhere = [...new Set(others.filter((other) => other.path !== path).map((other) => other.path))];
      report({
        at,
        message: `${others.length === 1 ? `Another ${kindName[kind].replace(/^an? /, "")}` : `${others.length} others`}${elsewhere.length === 0 ? " in this file" : ""} ${others.length === 1 ? "has" : "have"} the same id, "${id}"${whereOf(elsewhere)}.`,
        help: "Give one of them another id, or delete the one that is out of date.",
        label: "same id",
        related: others
          .slice(0, mostRelated)
          .map((other) => ({ at: { path: other.path, span: other.span }, label: "also defined here" })),
      });
    }
  },
};

function whereOf(paths: readonly string[]): string {
  if (paths.length === 0) return "";
  const named = paths.slice(0, 3).join(", ");
  return paths.length <= 3 ? `: in ${named}` : `: in ${named} and ${paths.length - 3} more files`;
}

/** Rivals pointed at; the message counts them all. */
const mostRelated = 10;

const isRival = (other: Definition, { path, document }: DocumentContext): boolean =>
  other.kind !== "need" || (other.path === path && other.document === document.index);
