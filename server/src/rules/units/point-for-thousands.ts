import type { Visit } from "../../model/walk.ts";
import type { Form } from "../../values/types.ts";
import type { DocumentRule, Report } from "../types.ts";
import { said } from "../wording.ts";

const spec = (amount: string): string => `intervention: parent-groups
costs:
  currency: EUR
  price_year: 2023-24
  lines:
    - item: Licence
      amount: ${amount}
`;

/** An amount with three decimals: thousands marked by a point, as in most of Europe, are read as decimals here. */
export const pointForThousands: DocumentRule = {
  code: "units/point-for-thousands",
  severity: "information",
  scope: "document",
  page: {
    title: "Point that may mark thousands",
    what: "An amount or a number of people has a point and then exactly three figures: `€1.200`. It is read as 1.2; in most of Europe it is how 1,200 is written.",
    why: "Money has two decimals, and people none. Copied from a table that marks thousands by a point, a figure is a thousand times too small, and nothing else shows it.",
    fix: "Write thousands with a comma, `€1,200`; write a true decimal with two places, or with four, `€1.2000`.",
    example: { invalid: spec("€1.200"), valid: spec("€1,200") },
  },
  check(context, report) {
    for (const visit of context.fields().pointed) {
      const found = suspect(visit);
      if (found !== undefined) report({ at: visit.field.$, ...found });
    }
  },
};

const MONEY: ReadonlySet<Form> = new Set(["money", "stated", "threshold"]);
const PEOPLE: ReadonlySet<Form> = new Set(["count", "share-or-count"]);

/** Three figures after the point; not of a number that begins with 0, nor of millions (`£1.205m`). */
const GROUP = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])(?!\s*(?:bn|m|k|tr|thousand|million|billion|trillion)\b)/i;

const ALL_GROUPS = new RegExp(GROUP, "gi");

/** What is paid for by the tenth of a penny: distances, minutes, pages. */
const SMALL =
  /(?:\/|\bper |\ban? )\s*(?:hours?|hrs?|minutes?|mins?|seconds?|days?|miles?|km|kilometres?|metres?|pages?|sheets?|copy|copies|litres?|kwh|kg|calls?|texts?|messages?|letters?|stamps?|meals?|snacks?|items?|units?)\b/i;

function suspect({ field, scalar }: Visit): Pick<Report, "severity" | "message" | "help"> | undefined {
  if (field.value === undefined || field.$definition !== undefined || !field.text.includes(".")) return undefined;
  if (scalar.kind !== "value" && scalar.kind !== "value-or-ref") return undefined;
  const { text } = field;
  const [figure] = GROUP.exec(text) ?? [];
  if (figure === undefined) return undefined;
  const isMoney = MONEY.has(scalar.form) && /[£$€]|\b(?:GBP|USD|EUR)\b/.test(text);
  if (!isMoney && !(PEOPLE.has(scalar.form) && /[a-z]/i.test(text))) return undefined;
  if (isMoney && SMALL.test(text)) return undefined;
  const grouped = figure.replace(".", ",");
  return {
    // Pounds and dollars are rarely written so; euros often, and nobody counts people to a thousandth.
    ...(isMoney && !/€|\bEUR\b/.test(text) ? {} : { severity: "warning" as const }),
    message: `${said(text)} is read with ${figure} as a decimal: is this ${grouped}, or ${Number(figure)}?`,
    help: `Write thousands with a comma, ${said(text.replaceAll(ALL_GROUPS, (one) => one.replace(".", ",")))}; write a true decimal with ${isMoney ? "two places" : "fewer places"}.`,
  };
}
