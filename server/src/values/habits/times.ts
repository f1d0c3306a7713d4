import type { Form } from "../types.ts";
import { type Habit, shown } from "./types.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const YEARS: readonly Form[] = ["price-year", "financial-year"];
const TIME = "A length of time is a number of days, weeks, months or years.";

function monthOf(name: string): string | undefined {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? undefined : String(at + 1).padStart(2, "0");
}

/** First and last age in a key stage of English schools. */
const KEY_STAGES: readonly (readonly [number, number])[] = [
  [5, 7],
  [7, 11],
  [11, 14],
  [14, 16],
];

/** Ways of writing times, years, dates and ages. */
export const TIMES: readonly Habit[] = [
  {
    forms: ["duration"],
    text: /^(\d[\d.]*)\s*m$/i,
    say: ([, number]) => ({ message: "`m` may be minutes, months or millions.", example: `${number} months` }),
  },
  {
    forms: ["duration"],
    text: /^(\d[\d.]*)-(day|week|month|year)s?$/i,
    say: ([, number, noun]) => ({ message: TIME, example: `${number} ${noun}s`, certain: true }),
  },
  {
    forms: ["duration"],
    text: /^(?:for )?(?:life(?:time|long)?|permanent(?:ly)?|ongoing|indefinite(?:ly)?|forever|long[- ]term|short[- ]term)$/i,
    say: () => ({ message: `${TIME} Write how long it is known to last, or \`unknown\`.` }),
  },
  {
    forms: ["duration", "quantity"],
    text: /^(\d+)\s*h(?:ou)?rs?\s*(\d+)\s*(?:m|mins?)?$|^(\d+)h(\d+)m?$/i,
    say: ([, a, b, c, d]) => ({
      message: "Hours and minutes are written with their units.",
      example: `${a ?? c} hours ${b ?? d} minutes`,
      certain: true,
    }),
  },
  {
    forms: YEARS,
    text: /^(?:FY\s*)?(\d\d)\s*[-–/]\s*(\d\d)$/i,
    say: ([, first, second]) => {
      if ((Number(first) + 1) % 100 !== Number(second) || Number(first) > 60) return undefined;
      const message = "A year is written with its four digits.";
      return { message, example: `20${first}-${second}`, certain: true };
    },
  },
  {
    forms: YEARS,
    text: /(?:year (?:ending|ended|to)|y\/?e)\D*?march\s+(\d{4})$|^\D*(\d{4})\s+(?:to|and)\s+\D*(\d{4})$/i,
    say: ([, end, from, to]) => {
      const last = Number(end ?? to);
      if (from !== undefined && Number(from) + 1 !== last) return undefined;
      const message = "A financial year is written with both its years.";
      return { message, example: `${last - 1}-${String(last).slice(2)}` };
    },
  },
  {
    forms: ["date"],
    text: /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,? (\d{4})$/i,
    say: ([, day = "", month = "", year]) => ({
      message: "A date is written with its year first.",
      example: `${year}-${monthOf(month)}-${day.padStart(2, "0")}`,
      certain: true,
    }),
  },
  {
    forms: ["date"],
    text: /^([a-z]{3,9})\.?,? (\d{4})$/i,
    say: ([, month = "", year]) => ({
      message: "A date is written with its year first.",
      example: `${year}-${monthOf(month)}`,
      certain: true,
    }),
  },
  {
    forms: ["working-year"],
    text: /^(\d[\d.]*) weeks? (?:of|@|at|with) (\d[\d.]*) hours?(?: a week|\/week| per week)?$/i,
    say: ([, weeks, hours]) => ({
      message: "A working year is weeks times hours a week.",
      example: `${weeks} weeks x ${hours} hours/week`,
      certain: true,
    }),
  },
  {
    forms: ["ages"],
    text: /^(.*\d)\s*(?:s|(?:-|\s)?(?:years?|yrs?|y)?(?:-|\s|\/)?(?:olds?|o)|(?:years?|yrs?) of age)$/i,
    say: ([, ages]) => ({
      message: "Ages are two numbers of years, or one with its bound.",
      example: /under|over/i.test(`${ages}`) ? `${ages}` : `${ages} years`,
      certain: true,
    }),
  },
  {
    forms: ["ages"],
    text: /^(?:(?:school )?years?|y)\s*(\d{1,2})(?:\s*(?:to|and|-|–)\s*(\d{1,2}))?$/i,
    say: ([, first, last]) => ({
      message: "A school year is not an age: write the ages of its pupils.",
      example: `${Number(first) + 4} to ${Number(last ?? first) + 5} years`,
    }),
  },
  {
    forms: ["ages"],
    text: /^(?:ks|key stage)\s*([1-4])$/i,
    say: ([, stage]) => {
      const [from = 0, to = 0] = KEY_STAGES[Number(stage) - 1] ?? [];
      return { message: "A key stage is not an age: write the ages of its pupils.", example: `${from} to ${to} years` };
    },
  },
  {
    forms: ["ages"],
    text: /^(?:birth|unborn|pre-?birth|new-?borns?)\s*(?:to|-|–)\s*(\d.*)$/i,
    say: ([, to]) => ({ message: "Ages are numbers; those just born are 0.", example: `0 to ${to}`, certain: true }),
  },
  {
    forms: ["ages"],
    text: /^(?:all|any|everyone|all ages|any age)$/i,
    say: () => ({ message: "Where anybody may take part, whatever their age, leave `ages:` out." }),
  },
  {
    forms: ["share-per-time"],
    text: /^(\d[\d.]*)\s*%?\s*(?:each|every) (year|month|week)$/i,
    say: ([, number, noun]) => ({
      message: "A share per unit of time is written with `/`.",
      example: `${shown(Number(number))}%/${noun}`,
      certain: true,
    }),
  },
];
