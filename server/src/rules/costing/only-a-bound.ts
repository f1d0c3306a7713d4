import type { Kind } from "../../schema/shape.ts";
import type { Quantity } from "../../values/index.ts";
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
  check({ spec, fields }, report) {
    const parts = restedOn[spec.kind];
    if (parts === undefined) return;
    for (const { field, path } of fields().limits) {
      const [part] = path;
      if (!parts.includes(String(part)) || path.some((step) => LIMITS.has(String(step)))) continue;
      if (path.at(-1) === "budget" && (field.value as Quantity | undefined)?.bound === "at-most") continue;
      report({
        at: field.$,
        message: `${said(field.text)} is a limit, not a number: what rests on it is not known.`,
        help: "Write one number, `about` before it where it is rough, or a range such as `20 to 40`; `unknown` if nobody knows.",
      });
    }
  },
};

/** What figures are worked out from, by kind; the plan of an evaluation is not. */
const restedOn: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  intervention: ["population", "delivery", "costs", "outcomes", "benefits"],
  outcome: ["values"],
  "unit-costs": ["entries"],
  portfolio: ["period", "budget", "shared", "interventions", "candidates"],
  area: ["population", "needs", "clusters", "spend", "devolved"],
};

/** Limits that mean what they say: ages served, the most that can be served, the end of what is looked at, a printed figure. A budget may be up to an amount. */
const LIMITS = new Set(["ages", "capacity", "horizon", "stated", "averaged"]);
