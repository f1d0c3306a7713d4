import type { Place } from "../../syntax/types.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";

const beside = (more: string): string => `area: example-council
title: Example council
comparators:
  - place: Statistical neighbour A
    spend_per_child:
      amount: £640/child
${more}`;

/** A figure of another place without its year or its source. */
export const comparatorSource: DocumentRule = {
  code: "need/comparator-without-source",
  severity: "warning",
  scope: "document",
  page: {
    title: "Comparator's figure without year or source",
    what: "A place is compared with, and its spend per child or its factors stand there without a year or a source.",
    why: "Spend per child of another year, or from nobody knows where, makes a place look dear or cheap for no reason; and nobody can check it.",
    fix: "Write `year:` and `source:` beside the figure, or `source:` once for the comparator or the whole area.",
    example: {
      file: "a.area.yaml",
      invalid: beside(""),
      valid: beside("      year: 2016-17\n      source: Section 251 outturn 2016-17\n"),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "area") return;
    const whole = spec.reading?.source !== undefined;
    for (const one of spec.reading?.comparators?.items ?? []) {
      if (one.$kind === "field") continue;
      const given = whole || one.source !== undefined;
      const say = (at: Place, lacks: readonly string[], what: string): void => {
        if (lacks.length === 0) return;
        report({
          at,
          message: `${what} of "${one.place?.text ?? "this comparator"}" ${what.startsWith("The factors") ? "stand" : "stands"} without ${andList(lacks)}.`,
          help: `Write ${andList(lacks.map((lack) => `"${lack}"`))} beside it.`,
        });
      };
      const spend = one.spend_per_child;
      if (spend?.amount?.value !== undefined)
        say(
          spend.amount.$,
          [...(spend.year === undefined ? ["year"] : []), ...(given || spend.source !== undefined ? [] : ["source"])],
          "The spend per child",
        );
      const factors = one.factors;
      if (factors === undefined) continue;
      const all = [
        factors.deprivation,
        factors.population_0_25,
        factors.disposable_income,
        factors.unemployment,
        factors.crime,
      ].filter((each) => each !== undefined);
      const bare = all.filter((each) => each.$kind === "field" || each.year === undefined);
      const unsourced = all.filter((each) => each.$kind === "field" || each.source === undefined);
      say(
        one.$keys.get("factors") ?? factors.$,
        [
          ...(factors.year === undefined && bare.length > 0 ? ["year"] : []),
          ...(given || factors.source !== undefined || unsourced.length === 0 ? [] : ["source"]),
        ],
        "The factors",
      );
    }
  },
};
