import type { Intervention } from "../../schema/kinds/intervention.ts";
import type { Field } from "../../schema/shape.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { withLines } from "./example.ts";

const line = "    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n";

/** A value that figures rest on is only a limit. */
export const onlyABound: DocumentRule = {
  code: "costing/only-a-bound",
  severity: "warning",
  scope: "document",
  page: {
    title: "A limit where a number is needed",
    what: "A number that figures rest on is written as a limit: `20 or more families/year`, `up to £100`, `less than 35%`.",
    why: "A limit cannot be added or multiplied: the true number may lie anywhere beyond it. What rests on it is shown as not known, never worked out as if the limit were the number.",
    fix: "Write the number that was counted or is planned, with `about` where it is rough; or a range, `20 to 40 families/year`: it is worked out at its middle, and both ends go into the simulation. If nobody knows, write `unknown`.",
    standard: "Green Book 2022, 5.46",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(line).replace("starts: 60 families/year", "starts: 20 or more families/year"),
      valid: withLines(line).replace("starts: 60 families/year", "starts: 20 to 40 families/year"),
    },
  },
  check({ spec }, report) {
    if (spec.reading === undefined) return;
    const look = (key: string, field: Field<unknown>): void => {
      report({
        at: field.$,
        message: `${said(field.text)} is a limit, not a number: what rests on this \`${key}\` is not known.`,
        help: "Write one number, `about` before it where it is rough, or a range such as `20 to 40`; `unknown` if nobody knows.",
      });
    };
    if (spec.kind === "intervention") eachBound(partsOf(spec.reading), look);
    if (spec.kind === "outcome") for (const value of spec.reading.values?.items ?? []) eachBound([value], look);
    if (spec.kind === "unit-costs") for (const entry of spec.reading.entries?.items ?? []) eachBound([entry], look);
  },
};

/** What figures are worked out from; the plan of an evaluation and what a publication prints are not. */
const partsOf = ({
  population,
  delivery,
  costs,
  outcomes,
  benefits,
}: Intervention): readonly (object | undefined)[] => [
  population,
  delivery,
  costs,
  costs?.comparator,
  ...(costs?.lines?.items ?? []),
  ...(outcomes?.items ?? []),
  ...(benefits?.items ?? []),
];

/** Limits that mean what they say: ages served, the most that can be served, the end of what is looked at, a printed figure. */
const LIMITS = new Set(["ages", "capacity", "horizon", "stated", "averaged"]);

function eachBound(parts: readonly (object | undefined)[], found: (key: string, field: Field<unknown>) => void): void {
  for (const part of parts) {
    if (part === undefined) continue;
    const { $kind } = part as { $kind?: string };
    if ($kind === "map") {
      for (const { key, value } of (part as { entries: readonly { key: string; value: object }[] }).entries)
        look(key, value, found);
      continue;
    }
    // Every line is gone through at every key, so nothing is allocated.
    for (const key in part)
      if (!key.startsWith("$") && !LIMITS.has(key)) look(key, (part as Readonly<Record<string, unknown>>)[key], found);
  }
}

/** A single value, the values of a mapping (amounts by site) or of a list (amounts by year). */
function look(key: string, node: unknown, found: (key: string, field: Field<unknown>) => void): void {
  const read = node as { readonly $kind?: string; readonly value?: unknown } | undefined;
  if (read?.$kind === "field") {
    if ((read.value as { bound?: unknown } | undefined)?.bound !== undefined) found(key, read as Field<unknown>);
  } else if (read?.$kind === "map") {
    for (const { value } of (read as unknown as { entries: readonly { value: unknown }[] }).entries)
      look(key, value, found);
  } else if (read?.$kind === "list") {
    for (const item of (read as unknown as { items: readonly { $kind?: string }[] }).items)
      if (item.$kind === "field") look(key, item, found);
  }
}
