import type { Habit } from "./types.ts";

/** Signs as they look when a program took the bytes of UTF-8 for those of an older code, and what they were. */
const SIGNS: readonly (readonly [misread: RegExp, sign: string])[] = [
  [/Â(?=[£±·¼½¾])/g, ""],
  [/â‚¬/g, "€"],
  [/â€[“”]/g, "–"],
  [/âˆ’/g, "−"],
  [/Ã—/g, "x"],
  [/Â[\u00a0 ]/g, " "],
];

const restored = (text: string): string => SIGNS.reduce((so, [misread, sign]) => so.replace(misread, sign), text);

const MISREAD_SIGN = /^.*(?:Â[£±·¼½¾\u00a0 ]|â‚¬|â€[“”]|âˆ’|Ã—).*$/s;

const message = (text: string): string => {
  const [wrong = ""] = /Â.|â..|Ã./.exec(text) ?? [];
  return `\`${wrong.trimEnd()}\` is one sign that a program misread when the text was saved or copied: a file is saved as UTF-8.`;
};

/** Signs that were lost on the way from one program to another. */
export const MISREAD: readonly Habit[] = [
  {
    text: MISREAD_SIGN,
    say: ([text]) => ({ message: message(text), example: restored(text), certain: true }),
  },
  { text: MISREAD_SIGN, say: ([text]) => ({ message: message(text) }) },
  {
    text: /^(.*)\ufffd(.*)$/s,
    say: ([, before, after]) => ({
      message: "A sign was lost here when the text was saved or copied, and nobody can tell which: look in the source.",
      example: `${before}£${after}`,
    }),
  },
];
