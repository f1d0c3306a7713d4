import type { Form } from "../types.ts";
import { type Habit, shown } from "./types.ts";

const MONEY: readonly Form[] = ["money", "stated", "threshold"];
const YEAR = "(?:1[89]|20|21)\\d\\d(?:\\s*[-–/]\\s*\\d{2,4})?";

/** Ways of writing amounts. */
export const AMOUNTS: readonly Habit[] = [
  {
    forms: ["money"],
    text: /^(?:nil|free|zero|nothing|no (?:cost|charge))$/i,
    say: () => ({ message: "What costs nothing is written as an amount.", example: "£0" }),
  },
  {
    forms: MONEY,
    text: new RegExp(
      `^(.*\\d.*?)[\\s,]*(?:\\(|\\bin\\b|\\bat\\b|,)\\s*${YEAR}\\s*(?:prices?|values?|money)?\\s*\\)?$`,
      "i",
    ),
    say: ([, amount]) => ({
      message: "The year of the prices does not belong in the amount: it stands under `price_year:`.",
      example: `${amount}`,
    }),
  },
  {
    forms: MONEY,
    text: /^(.*\d.*?)[\s,(]*(?:\+|plus|incl?\.?|including|with|excl?\.?|excluding|without|before|net of)\s*VAT\)?$/i,
    say: ([, amount]) => ({
      message: "VAT is not worked out: write the amount as it is paid, and under `notes:` whether VAT is in it.",
      example: `${amount}`,
    }),
  },
  {
    forms: MONEY,
    text: /^(.*\d.*?)[\s,(]*(?:\+|plus|with|incl?\.?|including|excl?\.?|excluding)\s*(?:\d[\d.]*\s*%\s*)?(?:for )?on[-\s]?costs?\)?$/i,
    say: ([, amount]) => ({
      message: "On-costs do not belong in the amount: their share of it stands under `on_costs:`, such as `30%`.",
      example: `${amount}`,
    }),
  },
  {
    forms: MONEY,
    text: /^(.*\d.*?)\s*(?:\+|plus)\s*\d[\d.]*\s*%.*$/i,
    say: ([, amount]) => ({
      message:
        "A percentage cannot be added to an amount: on-costs stand under `on_costs:`, overheads under `overhead:`.",
      example: `${amount}`,
    }),
  },
  {
    forms: MONEY,
    text: /^(.*\d\S*?)\s*(?:each|apiece|a head|\/?p\.?p\.?)$/i,
    say: ([, amount]) => ({ message: "It does not say for each of what.", example: `${amount}/participant` }),
  },
  {
    forms: MONEY,
    // `($3,011)`, `£(3,011)`, `($1,709)/participant`, as accounts and WSIPP print them.
    text: /^(?:\(\s*([£$€]\s*[\d,.]+\w*)\s*\)|([£$€])\s*\(\s*([\d,.]+\w*)\s*\))(\s*(?:\/|per\b).*)?$/i,
    say: ([, amount, currency, number, per]) => ({
      message: "An amount below zero is written with a minus, not in brackets.",
      example: `-${amount ?? `${currency}${number}`}${per ?? ""}`,
    }),
  },
  {
    forms: ["stated"],
    // `99p for every £1 spent`.
    text: /^(\d+(?:\.\d+)?)\s*(?:p|pence)\s*(?:per|for every|for each)\s*(?:£\s*1|pound)\b.*$/i,
    say: ([, pence]) => ({
      message: "A return in pence is written as the number of pounds for each pound.",
      example: shown(Number(pence) / 100),
    }),
  },
  {
    forms: ["stated"],
    // `1:4.5`, `£1:£4.50`.
    text: /^[£$€]?1(?:\.0+)?\s*:\s*[£$€]?(\d+(?:\.\d+)?)$/,
    say: ([, gain]) => ({
      message: "A return is written with the benefit first, then the pound that it cost.",
      example: `${gain}:1`,
    }),
  },
  {
    text: /^([£$€]?)([\d,]+(?:\.\d+)?)\s*(?:±|\+\/-)\s*(\d+(?:\.\d+)?)\s*%$/,
    say: ([, currency, amount = "", percent]) => {
      const middle = Number(amount.replaceAll(",", ""));
      const width = (middle * Number(percent)) / 100;
      return {
        message: "A range in percent of the figure is not read: write both its ends.",
        example: `${currency}${shown(middle - width)} to ${currency}${shown(middle + width)}`,
      };
    },
  },
  {
    forms: ["money", "quantity"],
    text: /^([£$€]?)(\d[\d,]*(?:\.\d+)?)\s*\/\s*(\d[\d,]*)(\s+\S.*)?$/,
    say: ([, currency, above = "", below = "", rest = ""]) => {
      const [a, b] = [above, below].map((each) => Number(each.replaceAll(",", "")));
      if (a === undefined || b === undefined || b === 0) return undefined;
      return { message: "A fraction is written as a decimal number.", example: `${currency}${shown(a / b)}${rest}` };
    },
  },
];
