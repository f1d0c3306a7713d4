import type { DocumentRule } from "../types.ts";
import { andList } from "../wording.ts";
import { halves, place } from "./example.ts";

const devolved = "devolved:\n  budget: £900,000/year\n  by: need\n  need: family-conflict\n";

/** The formula of a devolved budget asks for a figure that a cluster does not give. */
export const notSharedOut: DocumentRule = {
  code: "need/not-shared-out",
  severity: "warning",
  scope: "document",
  page: {
    title: "Budget that cannot be shared out",
    what: "A budget is devolved by population, need or given shares, and a cluster does not say its own.",
    why: "One missing figure leaves the part of every cluster unknown, since each is a share of the whole.",
    fix: "Write the population, the need or the share of each cluster named in the message.",
    example: {
      file: "a.area.yaml",
      invalid: place({ clusters: halves(360, 260).replace("260 families", "unknown"), more: devolved }),
      valid: place({ more: devolved }),
    },
  },
  check(context, report) {
    if (context.spec.kind !== "area") return;
    const area = context.area();
    if (area?.devolved === undefined) return;
    const { clusters, devolved: of } = area;
    const lacks = new Set(
      clusters.flatMap(({ share }) =>
        share?.value === undefined
          ? (share?.missing ?? []).filter(({ reason }) => reason !== "setting-unknown").map(({ what }) => what)
          : [],
      ),
    );
    if (lacks.size === 0) return;
    report({
      at: of.at,
      label: "not shared out",
      message: `The devolved budget cannot be shared out without ${andList([...lacks].slice(0, 3))}${lacks.size > 3 ? ` and ${lacks.size - 3} more` : ""}.`,
      help: "Write it in each cluster; one missing figure leaves every part unknown.",
    });
  },
};
