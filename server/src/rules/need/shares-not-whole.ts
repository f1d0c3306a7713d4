import { formatPercent } from "../../values/index.ts";
import type { DocumentRule } from "../types.ts";
import { halves, place } from "./example.ts";

const shares = (north: string, south: string): string =>
  place({
    clusters: halves(360, 260, [`    share: ${north}\n`, `    share: ${south}\n`]),
    more: "devolved:\n  budget: £900,000/year\n  by: shares\n",
  });

/** Shares or weights that do not come to 100% leave a part of the budget with nobody, or give it twice. */
export const sharesNotWhole: DocumentRule = {
  code: "need/shares-not-whole",
  severity: "error",
  scope: "document",
  page: {
    title: "Shares of a budget that do not come to 100%",
    what: "A budget is devolved to clusters by given shares, or by several bases with weights, and they do not add up to 100%.",
    why: "Below 100% a part of the budget belongs to nobody; above, more is promised than there is.",
    fix: "Correct the shares or weights so that they add up to 100%.",
    example: { file: "a.area.yaml", invalid: shares("60%", "30%"), valid: shares("60%", "40%") },
  },
  check({ spec }, report) {
    if (spec.kind !== "area") return;
    const { devolved, clusters } = spec.reading ?? {};
    const by = devolved?.by;
    if (devolved === undefined || by === undefined) return;
    if (by.$kind === "map") {
      const total = sumOf(by.entries.map(({ value }) => value.value?.value));
      if (total !== undefined && off(total))
        report({
          at: devolved.$keys.get("by") ?? by.$,
          label: formatPercent(total),
          message: `The weights by which the budget is shared out come to ${formatPercent(total)}, so it is not shared out.`,
          help: "Correct the weights so that they add up to 100%.",
          related: by.entries.map(({ key, value }) => ({ at: value.$, label: `weight of ${key}` })),
        });
    }
    const given = by.$kind === "map" ? by.entries.some(({ key }) => key === "shares") : by.value === "shares";
    const all = clusters?.items ?? [];
    const total = given ? sumOf(all.map(({ share }) => share?.value?.value)) : undefined;
    if (total === undefined || !off(total) || all.length === 0) return;
    report({
      at: devolved.$keys.get("by") ?? by.$,
      label: formatPercent(total),
      message: `The shares of the clusters come to ${formatPercent(total)} of the devolved budget.`,
      help: "Correct the shares so that they add up to 100%.",
      related: all
        .slice(0, 10)
        .flatMap(({ share, cluster }) =>
          share === undefined ? [] : [{ at: share.$, label: `share of ${cluster?.text ?? "a cluster"}` }],
        ),
    });
  },
};

const off = (total: number): boolean => Math.abs(total - 1) > 1e-9;

/** Undefined where one is not known: that is said elsewhere. */
function sumOf(shares: readonly (number | undefined)[]): number | undefined {
  let total = 0;
  for (const share of shares) {
    if (share === undefined) return undefined;
    total += share;
  }
  return total;
}
