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
    const posts = postsByName(lines);
    if (posts.size === 0) return;
    for (const line of lines) {
      if (line.item === undefined || measure(line) !== "hours") continue;
      const post = posts.get(plain(line.item.value));
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

/** The first line by the post of each name. */
function postsByName(lines: readonly CostLine[]): ReadonlyMap<string, CostLine> {
  const posts = new Map<string, CostLine>();
  for (const line of lines) {
    if (measure(line) !== "posts") continue;
    const name = plain(line.item?.value);
    if (!posts.has(name)) posts.set(name, line);
  }
  return posts;
}

/** How the staff of a line are counted, when they are. */
function measure({ quantity }: CostLine): "posts" | "hours" | undefined {
  let found: "posts" | "hours" | undefined;
  for (const [name, power] of quantity?.value?.unit.powers ?? []) {
    if (power <= 0) continue;
    if (name === "FTE") return "posts";
    if (name === "hour" || name === "minute" || name === "day") found = "hours";
  }
  return found;
}

const plain = (name: string | undefined): string => (name ?? "").trim().toLowerCase().replace(/s$/, "");
