import type { Snapshot } from "../analysis/types.ts";
import { reprice } from "../costing/price-years.ts";
import { referenceData } from "../model/assess/reference.ts";
import type { Spec } from "../model/spec.ts";
import type { EntryNode, MappingNode, ParsedFile, ScalarNode } from "../syntax/types.ts";
import { formatMoney, read } from "../values/index.ts";
import type { PriceYear } from "../values/types.ts";
import type { FilePath } from "../workspace/types.ts";
import type { At } from "./at.ts";
import { entryOf, lineEnd, linesAfter, linesBefore, mappingAt, textOf } from "./code-actions-edits.ts";
import type { CodeAction } from "./code-actions-types.ts";

/** An amount of money with the item it belongs to. */
export interface MoneyAt {
  readonly spec: Spec;
  readonly item: MappingNode;
  readonly entry: EntryNode;
  readonly node: ScalarNode;
  /** Where the item stands: `["costs", "lines", 0]`. */
  readonly path: readonly (string | number)[];
  /** The year of its prices: its own, else that of what is around it. */
  readonly year: PriceYear | undefined;
}

/** Lists whose items carry a price year of their own, with the keys that hold money. */
const homes: readonly (readonly [path: readonly string[], keys: readonly string[]])[] = [
  [
    ["costs", "lines"],
    ["amount", "unit_cost"],
  ],
  [["benefits"], ["amount", "value"]],
  [["entries"], ["value"]],
  [["values"], ["value"]],
];

/** The amount that a position is on, or whose line it is. */
export function moneyAt(here: At): MoneyAt | undefined {
  for (const [home, keys] of homes) {
    const index = here.path[home.length];
    const key = here.path[home.length + 1];
    if (home.some((step, nth) => here.path[nth] !== step) || typeof index !== "number") continue;
    const path = [...home, index];
    const item = mappingAt(here.spec.document.root, path);
    const names = typeof key === "string" && keys.includes(key) ? [key] : keys;
    const entry = names.map((name) => entryOf(item, name)).find((each) => each !== undefined);
    if (item === undefined || entry?.value.kind !== "scalar") return undefined;
    return { spec: here.spec, item, entry, node: entry.value, path, year: yearOf(here.spec, item, home[0] ?? "") };
  }
  return undefined;
}

export function yearOf(spec: Spec, item: MappingNode, home: string): PriceYear | undefined {
  const { root } = spec.document;
  const around = home === "entries" ? mappingAt(root, []) : home === "values" ? undefined : mappingAt(root, ["costs"]);
  const text = textOf(item, "price_year") ?? textOf(around, "price_year");
  const reading = text === undefined ? undefined : read("price-year", text);
  return reading?.ok === true ? reading.value : undefined;
}

/** Moves an amount to the appraisal's price year, with a comment that says so and keeps what was written. */
export function uprateAction(
  snapshot: Snapshot,
  path: FilePath,
  parsed: ParsedFile,
  money: MoneyAt,
): CodeAction | undefined {
  const { appraisal } = snapshot.settings(path);
  const own = textOf(mappingAt(money.spec.document.root, ["appraisal"]), "price_year");
  const ownYear = own === undefined ? undefined : read("price-year", own);
  const target = ownYear?.ok === true ? ownYear.value : appraisal.priceYear;
  const series = referenceData.deflator(appraisal.deflator);
  if (target === undefined || series === undefined || money.year === undefined || money.item.flow) return undefined;
  // Parts that add up in one year do not add up to a total in another.
  if (entryOf(money.item, "parts") !== undefined) return undefined;
  if (target.label === money.year.label) return undefined;
  const moved = reprice(money.year, target, series);
  const { node } = money;
  const written = /^(£|\$|€)\s?([\d,]+(?:\.\d+)?)(?![\d,.]*\s?(?:k|m|bn|million|billion|thousand)\b)([^\d]*)$/i.exec(
    node.text,
  );
  const reading = read("money", node.text);
  if (!moved.ok || written === null || !reading.ok || !node.exact || node.style !== "plain") return undefined;
  const number = formatMoney(reading.value.value * moved.ratio, { currency: currencies[written[1] ?? ""] ?? "GBP" });
  const text = `${number}${written[3] ?? ""}`;
  const comment = `# ${node.text} in ${money.year.label} prices, moved to ${target.label} by ${series.title}, edition ${series.edition}`;
  const { label } = target;
  return {
    id: `uprate ${money.path.join(".")}`,
    title: `Move ${node.text} from ${money.year.label} to ${label} prices: ${text}`,
    kind: "refactor.rewrite",
    change() {
      const span = parsed.spanOf(node);
      const end = lineEnd(parsed, span.end);
      const later = parsed.text.slice(span.end, end).trim();
      const year = entryOf(money.item, "price_year");
      // What is said on the line already stays on it: the note then stands below.
      const lines = [...(later === "" ? [] : [comment]), ...(year === undefined ? [`price_year: ${label}`] : [])];
      const added = lines.length === 0 ? undefined : linesAfter(parsed, money.item, money.entry, lines);
      const note = `${later === "" ? `  ${comment}` : ""}${added?.text ?? ""}`;
      const edits = [
        { path, span, text },
        { path, span: { start: end, end }, text: note },
      ];
      if (year !== undefined) edits.push({ path, span: parsed.spanOf(year.value), text: label });
      return { edits };
    },
  };
}

const currencies: Readonly<Record<string, string>> = { "£": "GBP", $: "USD", "€": "EUR" };

/** A total becomes what is printed, and a line to itemise it stands beside it. */
export function itemiseAction(path: FilePath, parsed: ParsedFile, money: MoneyAt): CodeAction | undefined {
  const { item, entry, node } = money;
  if (money.path[0] !== "costs" || entry.key.text !== "amount" || item.flow) return undefined;
  if (["quantity", "unit_cost", "stated"].some((key) => entryOf(item, key) !== undefined)) return undefined;
  if (!read("money", node.text).ok) return undefined;
  return {
    id: `itemise ${money.path.join(".")}`,
    title: `Itemise ${node.text}: keep it as the stated total, add a quantity and a unit cost`,
    kind: "refactor.rewrite",
    change() {
      const added = linesAfter(parsed, item, entry, ["quantity: unknown", "unit_cost: unknown"]);
      if (added === undefined) return undefined;
      return {
        edits: [
          { path, span: parsed.spanOf(entry.key), text: "stated" },
          { path, ...added },
        ],
      };
    },
  };
}

/** Years that there is reason to offer for an amount without one, and that it is not known; each with why. */
function yearsFor(snapshot: Snapshot, path: FilePath): readonly (readonly [year: string, why: string])[] {
  const { priceYear } = snapshot.settings(path).appraisal;
  return [
    ...(priceYear === undefined ? [] : [[priceYear.label, "the appraisal's price year"] as const]),
    ["unknown", "the source does not say"],
  ];
}

/** `price_year:` for costs that have none. */
export function priceYearActions(
  snapshot: Snapshot,
  path: FilePath,
  parsed: ParsedFile,
  here: At,
): readonly CodeAction[] {
  const costs = mappingAt(here.spec.document.root, ["costs"]);
  if (costs === undefined || costs.flow || entryOf(costs, "price_year") !== undefined || costs.entries.length === 0)
    return [];
  return yearsFor(snapshot, path).map(([year, why]) => ({
    id: `price-year ${year}`,
    title: `Add price_year: ${year} to the costs (${why})`,
    kind: "quickfix",
    change() {
      const edit = linesBefore(parsed, costs, [`price_year: ${year}`]);
      return edit === undefined ? undefined : { edits: [{ path, ...edit }] };
    },
  }));
}

/** `price_year:` for an amount that has none of its own and none around it: an entry of a library, a value of an outcome, a benefit. */
export function ownYearActions(
  snapshot: Snapshot,
  path: FilePath,
  parsed: ParsedFile,
  money: MoneyAt,
): readonly CodeAction[] {
  const { item, entry, node } = money;
  if (money.path[0] === "costs" || money.year !== undefined || entryOf(item, "price_year") !== undefined) return [];
  if (!read("money", node.text).ok || item.flow) return [];
  return yearsFor(snapshot, path).map(([year, why]) => ({
    id: `own-year ${money.path.join(".")} ${year}`,
    title: `Add price_year: ${year} to ${node.text} (${why})`,
    kind: "refactor.rewrite",
    change() {
      const edit = linesAfter(parsed, item, entry, [`price_year: ${year}`]);
      return edit === undefined ? undefined : { edits: [{ path, ...edit }] };
    },
  }));
}
