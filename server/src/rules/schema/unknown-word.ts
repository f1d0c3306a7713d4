import { asFlag } from "../syntax/yes-no.ts";
import { said } from "../wording.ts";
import { listChoices, replaceBy } from "./choices.ts";
import { schemaRule } from "./issue.ts";

export const unknownWord = schemaRule("unknown-word", {
  severity: "error",
  page: {
    title: "Word outside the list",
    what: "A key takes one of a few words, and another word stands there.",
    why: "The words decide how a figure is worked out or a claim is judged. An unknown word decides nothing, so the default would hold without anybody having chosen it.",
    fix: "Write one of the words that are listed.",
    example: {
      invalid: `outcome: child-enters-care
kind: status
`,
      valid: `outcome: child-enters-care
kind: state
`,
    },
  },
  say({ place, data: { key, word, nearest, allowed } }) {
    if (allowed.some(({ name }) => name === "true") && asFlag(word) !== undefined) return undefined;
    return {
      message: `${said(word)} is not one of the words that "${key}" takes.`,
      help: `${nearest === undefined ? "" : `Did you mean "${nearest.name}"? `}It takes: ${listChoices(allowed, 20)}.`,
      label: "not in the list",
      fixes: replaceBy(nearest, place, word),
    };
  },
});
