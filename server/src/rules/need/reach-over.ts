import { formatFigure, formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { funded, serving } from "./example.ts";

/** A portfolio starts more with a need than have it. */
export const reachOver: DocumentRule = {
  code: "need/reach-over",
  severity: "warning",
  scope: "document",
  page: {
    title: "More start than have the need",
    what: "In the interventions of a portfolio that answer a need, more start in a year than the area, or one of its clusters, says have it.",
    why: "Need met over 100% means that the need is measured too low, that others are served than those it is for, or that the same families start in several interventions.",
    fix: "Compare the two numbers: the same year, the same unit, the same place. Where families take part in several interventions, say so under `notes`.",
    example: {
      files: funded("60 families/year"),
      file: "a.portfolio.yaml",
      invalid: serving("700 families/year"),
      valid: serving("60 families/year"),
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "portfolio" || spec.reading === undefined || !context.index.complete) return;
    const found = context.portfolio();
    for (const { over, title, cluster, served, withNeed, reach, by } of found?.reach ?? []) {
      if (!over || reach.value === undefined) continue;
      const members = found?.members.filter(({ intervention }) => by.includes(intervention)) ?? [];
      const [first] = members;
      if (first === undefined) continue;
      const where = cluster === undefined ? "" : ` in ${cluster.title}`;
      report({
        at: (first.member.starts ?? first.member.intervention ?? first.member).$,
        label: `${formatPercent(reach.value)} of those in need`,
        message: `${formatFigure({ value: served.value ?? 0, unit: served.unit })} start in a year${where} with the need "${title}"; ${formatFigure({ value: withNeed.value ?? 0, unit: withNeed.unit })} have it.`,
        help: `Compare both numbers; the need is answered by ${andList(by.slice(0, 4).map((id) => `"${id}"`))}.`,
      });
    }
  },
};
