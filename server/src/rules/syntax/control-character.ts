import { syntaxRule } from "./issue.ts";

export const controlCharacter = syntaxRule("control-character", {
  severity: "error",
  page: {
    title: "Invisible sign",
    what: "The text holds a sign that cannot be seen, often brought in by copying from a PDF or a spreadsheet.",
    why: "Other programs refuse the whole file because of it.",
    fix: "Delete it: the fix does so.",
    example: {
      invalid: `outcome: child-enters-care
title: A child \u0007enters care
`,
      valid: `outcome: child-enters-care
title: A child enters care
`,
    },
  },
  say({ chunk, start, end, detail }) {
    const meant = windows1252(chunk.text.slice(start, end));
    return {
      message: `An invisible sign (${detail ?? "a control character"}) stands here; other programs refuse the whole file because of it.`,
      help:
        meant === undefined
          ? "Delete it. It often comes along when text is copied from a PDF or a spreadsheet."
          : `It was a ${meant} in an older encoding of Windows: write that, or delete it.`,
      label: "invisible",
      fixes: [
        meant === undefined
          ? { title: "Delete the invisible sign", certain: true, edits: [{ at: { chunk, start, end }, text: "" }] }
          : { title: `Write ${meant}`, certain: true, edits: [{ at: { chunk, start, end }, text: meant }] },
      ],
    };
  },
});

/** What the bytes 80 to 9F are in Windows 1252, where such signs nearly always come from: quotation marks, dashes, the euro. */
const windows =
  "\u20ac\u0000\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u0000\u017d\u0000\u0000\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u0000\u017e\u0178";

function windows1252(text: string): string | undefined {
  const signs = [...text].map((sign) => windows[sign.charCodeAt(0) - 0x80] ?? "\u0000");
  return signs.includes("\u0000") ? undefined : signs.join("");
}
