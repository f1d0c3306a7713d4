import { asIfIndependent, isClustered, readResult } from "../../model/assess/evidence/index.ts";
import { formatNumber } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";

/** Groups were put to the test, and the interval treats participants as if they had been. */
export const clusteringIgnored: DocumentRule = {
  code: "evidence/clustering-ignored",
  severity: "warning",
  scope: "document",
  page: {
    title: "Clustering ignored",
    what: "Schools, teams or other groups were randomised, but the interval does not allow for participants of one group being alike: the study says so, it can only be worked out from counts or means here, or it is just as narrow as that of people randomised one by one.",
    why: "Pupils of one school resemble each other, so that each adds less than a new one would. An interval that ignores it is too narrow, and chance is taken for an effect.",
    fix: "Take the interval of an analysis that allows for clustering. Where there is none, give `icc:`, `clusters:` and the numbers analysed: the interval is then widened by the design effect.",
    standard: "CONSORT 2010 extension to cluster trials; Cochrane Handbook, chapter 23",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: cluster-rct\nclusters: 20 schools\nresults:\n  - outcome: bullying\n    effect: 120/1000 v 160/1000\n---\noutcome: bullying\nbetter: lower\n",
      valid:
        "study: smith-2020\ndesign: cluster-rct\nclusters: 20 schools\nicc: 0.02\nresults:\n  - outcome: bullying\n    effect: 120/1000 v 160/1000\n---\noutcome: bullying\nbetter: lower\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || !isClustered(spec.reading)) return;
    const said = spec.reading?.allows_for_clustering;
    if (said?.value === false) {
      report({
        at: said.$,
        message: "The analysis does not allow for clustering: its intervals are too narrow and its p values too small.",
        help: "Take the results of an analysis that allows for it, if there is one.",
      });
      return;
    }
    const study = spec.reading;
    if (study === undefined) return;
    for (const result of study.results?.items ?? []) {
      const own = said === undefined ? asIfIndependent(study, result) : undefined;
      if (own !== undefined) {
        report({
          at: (result.effect ?? result).$,
          severity: "information",
          message: `Groups were randomised, and this interval is just as narrow as if participants had been, one by one (a standard error of ${formatNumber(Number(own.toPrecision(2)))}).`,
          help: "Look how it was analysed, and write `allows_for_clustering: true` or `false`.",
        });
        continue;
      }
      const read = readResult(study, result, undefined);
      const basis = read.readings[0]?.effect.basis;
      if (read.clustering !== "ignored" || (basis !== "counts" && basis !== "means")) continue;
      report({
        at: (result.effect ?? result.with ?? result).$,
        severity: "information",
        message: `Groups were randomised, and this result gives only ${basis}: the interval worked out from them ignores clustering and is too narrow.`,
        help: "Add the interval that the publication prints, or `icc:`, `clusters:` and the numbers analysed.",
      });
    }
  },
};
