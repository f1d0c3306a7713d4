import { expect, test } from "vitest";
import { compareFigures } from "../../server/src/report/compare.ts";
import { figureName, outcomeName } from "../../server/src/report/figure-name.ts";
import { cellText, chain, reportsOf, snapshotOf } from "./support.ts";

const claiming = {
  outcomes: [
    { outcome: "care", title: "A child enters care" },
    { outcome: "care", title: "A child enters care" },
  ],
};

test("which of several outcomes is said by its title, a second claim of it with its number; what has no title by its id", () => {
  const price = { id: "cost_per_outcome", title: "Cost per outcome" } as const;
  expect(figureName({ ...price, of: "care" }, claiming)).toBe("Cost per outcome: A child enters care");
  expect(figureName({ ...price, of: "care (2)" }, claiming)).toBe("Cost per outcome: A child enters care (2)");
  expect(figureName({ ...price, of: "reading" }, claiming)).toBe("Cost per outcome: reading");
  expect(figureName(price, {})).toBe("Cost per outcome");
  expect(outcomeName("care (2)", {})).toBe("care (2)");
});

test("a payer of the name of an outcome is no outcome", () => {
  const cost = { id: "cost_by_payer", title: "Cost by payer", of: "care" } as const;
  expect(figureName(cost, claiming)).toBe("Cost by payer: care");
});

test("an outcome is called by its title where facts wait for it, and where figures are compared", () => {
  const { "mst.intervention.yaml": spec = "", ...rest } = chain;
  const [id = ""] = /(?<=- outcome: ).+/.exec(spec) ?? [];
  const [, title = ""] = new RegExp(`outcome: ${id}\ntitle: (.+)`).exec(Object.values(rest).join("\n")) ?? [];
  expect(title).not.toBe("");
  const open = spec.replace(/^ +(without|effect): .*$/gm, "    $1: unknown");
  const [one] = reportsOf(snapshotOf({ ...rest, "mst.intervention.yaml": open }));
  if (one === undefined) throw new Error("no spec");
  const wanted = one.report.sections
    .flatMap(({ tables }) => tables)
    .find(({ columns }) => columns.some((column) => column.title === "What waits for it"));
  const waiting = (wanted?.rows ?? []).map(({ cells }) => cellText(cells.at(-1) ?? "")).join("\n");
  expect(waiting).toContain(`: ${title}`);
  expect(waiting).not.toContain(id);
  const titles = compareFigures(one.assessed.assessment, one.assessed.assessment).map((each) => each.title);
  expect(titles.filter((each) => each.includes(title))).not.toEqual([]);
  expect(titles.filter((each) => each.includes(id))).toEqual([]);
});
