import type { Choice } from "../../schema/issues.ts";
import { nearestWord } from "../../schema/synonyms.ts";
import type { Place } from "../../syntax/types.ts";
import { asFlag } from "../syntax/yes-no.ts";
import type { Report } from "../types.ts";
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
  say({ place, data: { key, word, nearest, allowed, shares } }) {
    if (allowed.some(({ name }) => name === "true") && asFlag(word) !== undefined) return undefined;
    if (shares === true && word.includes("%")) return sharesInOneLine(place, key, word, allowed);
    return {
      message: `${said(word)} is not one of the words that "${key}" takes.`,
      help: `${nearest === undefined ? "" : `Did you mean "${nearest.name}"? `}It takes: ${listChoices(allowed, 20)}.`,
      label: "not in the list",
      fixes: replaceBy(nearest, place, word),
    };
  },
});

/** `nhs 60%, schools 40%`: shares written as a sentence, where each has a line of its own. */
function sharesInOneLine(place: Place, key: string, word: string, allowed: readonly Choice[]): Omit<Report, "at"> {
  const names = allowed.map(({ name }) => name);
  const pairs = word.split(/[,;+&]|\band\b/i).map((part) => {
    const found = /^\s*(?:(?<before>[\d.]+\s?%)\s*)?(?<who>\D+?)[:\s]*(?<after>[\d.]+\s?%)?\s*$/.exec(part)?.groups;
    const who = found?.who?.trim();
    const name = who === undefined ? undefined : names.includes(who) ? who : nearestWord(who, names)?.name;
    const share = found?.before ?? found?.after;
    return name === undefined || share === undefined ? undefined : `${name}: ${share.replace(/\s/, "")}`;
  });
  const read = pairs.filter((pair) => pair !== undefined);
  const whole = read.length === pairs.length && new Set(read.map((pair) => pair.split(":")[0])).size === read.length;
  return {
    message: `The shares under "${key}" stand in one sentence, which cannot be read.`,
    help: `Write each on a line of its own below "${key}": a name, a colon and its share, such as \`nhs: 60%\`. The names are ${names.join(", ")}.`,
    fixes: whole
      ? [{ title: `Write {${read.join(", ")}}`, certain: false, edits: [{ at: place, text: `{${read.join(", ")}}` }] }]
      : [],
  };
}
