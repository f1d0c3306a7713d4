import { type Habit, numberOf, shown } from "./types.ts";

const NOT_KNOWN = "A figure that nobody knows is written `unknown`.";
const RANGE = "A range is written with `to`.";

/** Parts of one, as they are spelt. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ["½", 0.5],
  ["¼", 0.25],
  ["¾", 0.75],
  ["⅓", 0.3333],
  ["⅔", 0.6667],
]);

/** Ways of writing that may stand in any value. */
export const ANYWHERE: readonly Habit[] = [
  {
    text: /^(?:t\.?b\.?[acd]\.?|n\.?\/?a\.?|n\/?[kr]|not (?:available|stated|reported|given|recorded|yet known)|\?+|[-–—]+|x{2,}|to be (?:agreed|confirmed|decided|determined)|unclear|missing|pending)$/i,
    say: () => ({ message: NOT_KNOWN, found: "nothing known" }),
  },
  {
    text: /^(?:between|from)\s+(.+?)\s+(?:and|to)\s+(.+)$/i,
    say: ([, low, high]) => ({ message: RANGE, example: `${low} to ${high}`, certain: true }),
  },
  {
    text: /^(\S*\d.*?)\s+[-–—]\s+(\S*\d.*)$/,
    say: ([, low, high]) => ({
      message: "The second number is taken from the first here; a range is written with `to`.",
      example: `${low} to ${high}`,
      certain: true,
    }),
  },
  {
    text: /^(.*\d.*?)(?:[-\s]?ish|,?\s*\(?(?:approx(?:imately)?|or so|or thereabouts)\.?\)?)$/i,
    say: ([, figure]) => ({
      message: "A figure that is not exact has `about` before it.",
      example: `about ${figure}`,
      certain: true,
    }),
  },
  {
    text: /^(.*\d.*?)\s*\(?max(?:imum)?\.?\)?$/i,
    say: ([, figure]) => ({
      message: "A figure that is the most it can be has `at most` before it.",
      example: `at most ${figure}`,
      certain: true,
    }),
  },
  {
    text: /^n\s*=\s*(\d.*)$/i,
    say: ([, number]) => ({ message: "The number stands alone here.", example: `${number}`, certain: true }),
  },
  {
    text: /^(\d*)\s*([½¼¾⅓⅔])(.*)$/,
    say: ([, whole, part = "", rest]) => ({
      message: "A part of one is written as a decimal number.",
      example: `${shown(Number(whole) + (PARTS.get(part) ?? 0))}${rest}`,
    }),
  },
  {
    text: /^(?:a )?half (?:an?|of an?) (\S+)$/i,
    say: ([, noun]) => ({ message: "Numbers are written in figures.", example: `0.5 ${noun}s`, certain: true }),
  },
  {
    text: /^(about |around )?(an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]+(.+)$/i,
    say: ([, about = "", word = "", rest]) => ({
      message: "Numbers are written in figures.",
      example: `${about}${/^an?$/i.test(word) ? 1 : numberOf(word)} ${rest}`,
      certain: true,
    }),
  },
];

/** What is left in brackets behind a figure, when nothing else was meant. */
export const REMARKS: readonly Habit[] = [
  {
    forms: ["money", "quantity", "count", "duration", "stated", "number", "threshold"],
    text: /^(.*\d.*?)\s*[([].*[)\]]$/,
    say: ([, figure]) => ({
      message: "A remark does not belong in the figure: it stands under `notes:`.",
      example: `${figure}`,
    }),
  },
];
