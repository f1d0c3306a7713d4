import { fieldsAt, isUncertain } from "../../model/assess/uncertain-fields.ts";
import { nearest } from "../../schema/names.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";
import { withLines } from "./example.ts";

const withPath = (path: string): string =>
  `${withLines("    - item: Therapists\n      amount: £4,000 to £5,200/family\n      who_pays: local-authority\n")}appraisal:\n  uncertainty:\n    distributions:\n      ${path}: uniform\n`;

/** A distribution is set for a value that is not there, or that nothing says is uncertain. */
export const distributionPath: DocumentRule = {
  code: "costing/distribution-path",
  severity: "warning",
  scope: "document",
  page: {
    title: "Distribution of a value that is not uncertain",
    what: "A path under `distributions` leads to no value of the spec, or to one without an interval, a range, a standard error or counts.",
    why: "A simulation draws only values that are said to be uncertain. What is set here does nothing, and the figures look as if it did.",
    fix: "Write the keys as they stand in the spec, joined by dots, an item of a list by its name: `costs.lines.Therapists.amount`. Give the value itself a range or an interval.",
    example: {
      file: "a.intervention.yaml",
      invalid: withPath("costs.lines.Therapist.amount"),
      valid: withPath("costs.lines.Therapists.amount"),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention" || spec.reading === undefined) return;
    const entries = spec.reading.appraisal?.uncertainty?.distributions?.entries ?? [];
    if (entries.length === 0) return;
    const all = [...fieldsAt([{ prefix: "", label: "", root: spec.reading }]).values()].flat();
    const there = new Set(all.flatMap(({ path, numbered }) => [path, numbered]));
    const found = all.filter(({ field }) => isUncertain(field));
    const uncertain = found.map(({ path }) => path);
    const named = new Set(found.flatMap(({ path, numbered }) => [path, numbered]));
    for (const { key, $key } of entries) {
      // What stands in another document is looked for when it is drawn.
      if (/^(unit_costs|outcome)\./.test(key) || named.has(key)) continue;
      const near = nearest(key, uncertain);
      report({
        at: $key,
        message: there.has(key)
          ? `${said(key)} is set a distribution, but its value has no interval, range, standard error or counts to draw it by.`
          : `${said(key)} leads to no value of this spec.`,
        help:
          near !== undefined
            ? `Did you mean "${near.name}"?`
            : uncertain.length === 0
              ? "Nothing in this spec is said to be uncertain: give a value a range, such as £4,000 to £5,200, or an interval."
              : `Write the path of an uncertain value, such as "${uncertain[0]}".`,
        label: "does nothing",
      });
    }
  },
};
