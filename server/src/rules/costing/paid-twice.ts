import type { CostLine } from "../../schema/kinds/intervention.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const byPost =
  "    - item: Therapists\n      quantity: 4 FTE\n      unit_cost: £52,300/FTE/year\n      who_pays: local-authority\n";

/** The same staff are paid by the post and again by the hour. */
export const paidTwice: DocumentRule = {
  code: "costing/paid-twice",
  severity: "warning",
  scope: "document",
  page: {
    title: "Staff paid by the post and by the hour",
    what: "Two lines of the same name cost staff once by the post (FTE) and once by the hour.",
    why: "The salary already pays for the hours. Added up, the service looks dearer than it is and its return lower.",
    fix: "Keep one of the two lines. If they are different people, give the lines different names.",
    standard: "Levin and McEwan, ingredients method",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(
        `${byPost}    - item: Therapists\n      quantity: 30 hours/family\n      unit_cost: £38/hour\n      who_pays: local-authority\n`,
      ),
      valid: withLines(
        `${byPost}    - item: Interpreters\n      quantity: 3 hours/family\n      unit_cost: £38/hour\n      who_pays: local-authority\n`,
      ),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    const lines = spec.reading?.costs?.lines?.items ?? [];
    for (const line of lines) {
      if (measure(line) !== "hours" || line.item === undefined) continue;
      const post = lines.find((other) => measure(other) === "posts" && sameStaff(other, line));
      if (post?.item === undefined) continue;
      report({
        at: line.quantity?.$ ?? line.item.$,
        label: "by the hour",
        message: `"${line.item.text}" is paid by the post and again by the hour.`,
        help: "Keep one of the two lines. If they are different people, give the lines different names.",
        related: [{ at: post.quantity?.$ ?? post.item.$, label: "by the post" }],
      });
    }
  },
};

/** How the staff of a line are counted, when they are. */
function measure({ quantity }: CostLine): "posts" | "hours" | undefined {
  const above = (quantity?.value?.unit.powers ?? []).filter(([, power]) => power > 0).map(([base]) => base);
  if (above.includes("FTE")) return "posts";
  return above.includes("hour") || above.includes("minute") || above.includes("day") ? "hours" : undefined;
}

const sameStaff = (a: CostLine, b: CostLine): boolean => plain(a.item?.value) === plain(b.item?.value);

const plain = (name: string | undefined): string => (name ?? "").trim().toLowerCase().replace(/s$/, "");
