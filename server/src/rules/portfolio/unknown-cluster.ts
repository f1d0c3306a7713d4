import { nearest } from "../../schema/names.ts";
import type { DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";

const portfolio = (cluster: string): string =>
  `${withShared({ first: "60%", second: "40%" }).replace("from: 2026-27", "area: example-council\nfrom: 2026-27")}    clusters:
      ${cluster}: 60%
      south: 40%
`;

/** Participants start in a cluster that the area does not have. */
export const unknownCluster: DocumentRule = {
  code: "portfolio/unknown-cluster",
  severity: "error",
  scope: "document",
  page: {
    title: "Cluster that the area does not have",
    what: "`clusters:` of an intervention names a cluster that is not in the area of the portfolio, or the portfolio names no area.",
    why: "Those who start there are counted in no cluster, so its reach looks lower than it is.",
    fix: "Write the cluster as it stands under `clusters:` of the area, and name the area under `area:` of the portfolio.",
    example: {
      files: {
        ...interventions,
        "example-council.area.yaml":
          "area: example-council\nclusters:\n  - cluster: north\n    title: North\n  - cluster: south\n    title: South\n",
      },
      file: "a.portfolio.yaml",
      invalid: portfolio("nort"),
      valid: portfolio("north"),
    },
  },
  check(context, report) {
    const { spec, index } = context;
    if (spec.kind !== "portfolio" || spec.reading === undefined || !index.complete) return;
    const { area, interventions: members, candidates } = spec.reading;
    const all = [...(members?.items ?? []), ...(candidates?.items ?? [])].filter(
      ({ clusters }) => clusters !== undefined,
    );
    if (all.length === 0) return;
    const known = context.portfolio()?.area;
    // An area that nobody defines is another finding's.
    if (area?.value !== undefined && known === undefined) return;
    const names = known?.clusters.map(({ cluster }) => cluster) ?? [];
    for (const { clusters } of all)
      for (const { key, $key } of clusters?.entries ?? []) {
        if (names.includes(key)) continue;
        const near = nearest(key, names);
        report({
          at: $key,
          message:
            known === undefined
              ? `"${key}" is a cluster of no area: the portfolio does not say which place it serves.`
              : `The area "${area?.text}" has no cluster "${key}", so those who start there are counted in none.`,
          help:
            known === undefined
              ? 'Write "area" in the portfolio.'
              : near === undefined
                ? 'Write a cluster as it stands under "clusters" of the area.'
                : `Did you mean "${near.name}"?`,
          label: "not found",
          ...(near === undefined || $key.chunk.text.slice($key.start, $key.end) !== key
            ? {}
            : { fixes: [{ title: `Write "${near.name}"`, certain: false, edits: [{ at: $key, text: near.name }] }] }),
        });
      }
  },
};
