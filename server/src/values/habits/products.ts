import { singular } from "../nouns.ts";
import type { Form } from "../types.ts";
import { type Habit, numberOf, shown } from "./types.ts";

const COUNTED: readonly Form[] = ["quantity", "money", "count"];
const PRODUCT = "What is multiplied is joined by `x`.";

/** `half`, `two thirds`. */
const SHARES: ReadonlyMap<string, number> = new Map([
  ["half", 50],
  ["a half", 50],
  ["a third", 33.3],
  ["one third", 33.3],
  ["two thirds", 66.7],
  ["a quarter", 25],
  ["one quarter", 25],
  ["three quarters", 75],
  ["all", 100],
  ["everyone", 100],
]);

/** Ways of writing products, numbers of people and shares. */
export const PRODUCTS: readonly Habit[] = [
  {
    forms: COUNTED,
    text: /^(\d[\d,.]*)\s*(?:[x×*]\s*)?(\d[\d.]*)[-\s]?(hour|hr|minute|min)s?[-\s](?:long[-\s])?([a-z]+)$/i,
    say: ([, number, time, clock, noun = ""]) => ({
      message: "How many there are and how long each takes are two numbers.",
      example: `${number} ${noun} x ${time} ${clock}s/${singular(noun)}`,
    }),
  },
  {
    forms: ["quantity"],
    text: /^(\d[\d,.]*\s*(?:hours?|hrs?|minutes?|mins?))\s+(?:of\s+)?(?!each\b)([a-z]+(?:\s[a-z]+){0,2}?)((?:\s*\/.*|\s+(?:per|a|each|x)\s.*)?)$/i,
    say: ([, time, , below]) => ({
      message: "What the hours are for does not belong in the quantity: it is the name of the line, or a note.",
      example: `${time}${below}`,
    }),
  },
  {
    forms: COUNTED,
    text: /^(\d[\d,.]*)\s+((?:[a-z-]+\s)?[a-z-]+)\s+(?:of|@|at)\s+(\d.*)$/i,
    say: ([, number, noun = "", rest]) => ({
      message: "What is counted in each is joined by `x`.",
      example: `${number} ${noun} x ${rest}/${singular(noun.split(" ").at(-1) ?? noun)}`,
    }),
  },
  {
    forms: COUNTED,
    text: /^(.*\d.*?)\s+(?:for|over)\s+(\d[\d,.]*\s*(?:minute|min|hour|hr|day|week|wk|month|mth|year|yr)s?)$/i,
    say: ([, each = "", time]) => ({
      message: PRODUCT,
      example: `${each} x ${time}`,
      // `2 people for 1 hour` leaves people over.
      ...(/\/|\b(?:an?|per|each|every)\b/.test(each) ? { certain: true } : {}),
    }),
  },
  {
    forms: COUNTED,
    text: /^(.*\d.*?)\s+(?:@|for|times|by)\s+([£$€]?\d.*)$/i,
    say: ([, a, b]) => ({ message: PRODUCT, example: `${a} x ${b}` }),
  },
  {
    forms: COUNTED,
    text: /^(.*\d.*?)\s+plus\s+([£$€]?\d.*)$/i,
    say: ([, a, b]) => ({ message: "A sum is written with `+`.", example: `${a} + ${b}`, certain: true }),
  },
  {
    forms: ["quantity"],
    text: /^(\d[\d.]*)\s*%(.*)$/,
    say: ([, percent]) => ({
      message:
        "A share is not a quantity: part of a post is written in FTE, a share of other costs as `on_costs:` or `overhead:`.",
      example: `${shown(Number(percent) / 100)} FTE`,
    }),
  },
  {
    forms: ["quantity", "count", "share-or-count", "number"],
    text: /^\d+\s*:\s*\d+$/,
    say: (_match, form) => ({
      message: "A ratio alone does not say what stands on each side.",
      ...(form === "quantity" ? { example: "1 worker per 8 children" } : {}),
    }),
  },
  {
    forms: ["share", "share-or-count", "share-per-time", "rate"],
    text: /^([\w,.]+)\s*(?:\/|of|out of|in)\s*([\w,.]+)(?:\s+[a-z-]+)?$/i,
    say: ([, part = "", whole = ""]) => {
      const [a, b] = [numberOf(part), numberOf(whole)];
      if (a === undefined || b === undefined || b === 0) return undefined;
      return {
        message: "A part of a whole is written as a percentage here.",
        example: `${shown((100 * a) / b)}%`,
      };
    },
  },
  {
    forms: ["share", "share-or-count", "rate"],
    text: /^[a-z]+(?: [a-z]+)?$/i,
    say: ([word = ""]) => {
      const share = SHARES.get(word.toLowerCase());
      return share === undefined ? undefined : { message: "A share is written in figures.", example: `${share}%` };
    },
  },
  {
    forms: ["share", "share-or-count", "rate", "share-per-time"],
    text: /^(\d[\d.]*)\s*p\.?c\.?$/i,
    say: ([, number]) => ({ message: "A percentage is written with `%`.", example: `${number}%`, certain: true }),
  },
];
