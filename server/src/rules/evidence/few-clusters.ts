import { exactCount, isClustered } from "../../model/assess/evidence/index.ts";
import { comparisonGroupDesigns } from "../../model/designs.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { Place } from "../../syntax/types.ts";
import { formatNumber } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";

/** Fewer in an arm, and chance alone could give what is seen. Ours; the CONSORT extension names no number. */
const enough = 4;

/** So few groups were put to the test that one good school, or one strong team, makes the result. */
export const fewClusters: DocumentRule = {
  code: "evidence/few-clusters",
  severity: "warning",
  scope: "document",
  page: {
    title: "Very few clusters",
    what: "Schools, teams or places were compared, and one of the arms has fewer than four of them.",
    why: "What differs between two schools is then mixed up with what the programme did, however many pupils each has. With three in each arm there are only 20 ways in which chance could have shared them out, so that no test that rests on the draw can give a p below 0.10; with one in an arm nothing can tell the school from the programme.",
    fix: "Check the numbers. If they are right, treat the result as a case study, and cite a larger trial beside it.",
    standard: "CONSORT 2010 extension to cluster trials; the four are Wellspent's own",
    example: {
      file: "a.study.yaml",
      invalid:
        "study: smith-2020\ndesign: cluster-rct\narms:\n  - arm: intervention\n    clusters: 3 schools\n    analysed: 180\n  - arm: control\n    clusters: 3 schools\n    analysed: 170\nresults:\n  - outcome: bullying\n    effect: g 0.20 better (95% CI 0.02 to 0.38)\n",
      valid:
        "study: smith-2020\ndesign: cluster-rct\narms:\n  - arm: intervention\n    clusters: 15 schools\n    analysed: 180\n  - arm: control\n    clusters: 14 schools\n    analysed: 170\nresults:\n  - outcome: bullying\n    effect: g 0.20 better (95% CI 0.02 to 0.38)\n",
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "study" || spec.reading === undefined) return;
    const found = fewest(spec.reading);
    if (found === undefined || found.number >= enough) return;
    const ways = found.others === undefined ? undefined : waysToShare(found.number, found.others);
    report({
      at: found.at,
      message:
        found.number < 2
          ? "One arm of this study is a single cluster: what sets it apart from the others cannot be told from what the programme did."
          : `One arm of this study has ${formatNumber(found.number)} clusters${found.most ? " at most" : ""}: a difference may be that of the places, however many people each has.${ways === undefined ? "" : ` Chance could have shared them out in only ${formatNumber(ways)} ways.`}`,
      help: "Check the numbers. If they are right, treat the result as a case study, and cite a larger trial beside it.",
    });
  },
};

interface Fewest {
  readonly number: number;
  /** Clusters of the other arm, where there are two. */
  readonly others: number | undefined;
  /** True where only the number of all arms is known. */
  readonly most: boolean;
  readonly at: Place;
}

/** The smallest arm, in clusters. In a stepped wedge each cluster is in both. */
function fewest(study: Study): Fewest | undefined {
  const design = study.design?.value;
  if (
    design === undefined ||
    design === "stepped-wedge" ||
    design === "crossover" ||
    !comparisonGroupDesigns.has(design)
  )
    return undefined;
  const arms = study.arms?.items ?? [];
  const numbers = arms.map(({ clusters_analysed: analysed, clusters }) => exactCount(analysed) ?? exactCount(clusters));
  const known = numbers.filter((each) => each !== undefined);
  if (arms.length >= 2 && known.length === arms.length) {
    const number = Math.min(...known);
    const place = arms[numbers.indexOf(number)];
    const others = arms.length === 2 && isClustered(study) ? Math.max(...known) : undefined;
    return { number, others, most: false, at: (place?.clusters_analysed ?? place?.clusters ?? study).$ };
  }
  const all = isClustered(study) ? exactCount(study.clusters) : undefined;
  if (all === undefined || study.clusters === undefined) return undefined;
  return { number: Math.floor(all / Math.max(2, arms.length)), others: undefined, most: true, at: study.clusters.$ };
}

/** Ways to choose one arm's clusters from all: said where no test of the draw could give a p of 0.05. */
function waysToShare(few: number, others: number): number | undefined {
  let ways = 1;
  for (let nth = 1; nth <= few; nth++) ways = (ways * (others + nth)) / nth;
  return (few === others ? 2 : 1) / ways > 0.05 ? ways : undefined;
}
