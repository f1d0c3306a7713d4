import type { Snapshot } from "../analysis/types.ts";
import type { Detached } from "../model/detach.ts";
import { idsOf } from "../model/ids.ts";
import type { Definition } from "../model/spec.ts";
import type { IdKind } from "../schema/shape.ts";
import type { At } from "./at.ts";
import { code, escapeMarkdown } from "./escape.ts";

/** Names of what an id may stand for, as people say them. */
const names: Readonly<Record<IdKind, string>> = {
  intervention: "Intervention",
  outcome: "Outcome",
  study: "Study",
  "unit-costs": "Unit-cost library",
  "unit-cost": "Unit cost",
  area: "Area",
  portfolio: "Portfolio",
  measure: "Measure",
  "shared-cost": "Shared cost",
  benefit: "Benefit",
  cluster: "Cluster",
  need: "Need",
};

/** Keys of a definition worth a line in its summary, with what to call them. */
const shown: readonly (readonly [key: string, label: string])[] = [
  ["value", "value"],
  ["amount", "amount"],
  ["price_year", "price year"],
  ["payer", "payer"],
  ["design", "design"],
  ["sample", "sample"],
  ["country", "country"],
  ["kind", "kind"],
  ["better", "better"],
  ["status", "status"],
  ["where", "where"],
];

/** What the id at a place stands for, where it is used and where it is defined. Undefined when it is not an id or nothing defines it. */
export function idSummary(snapshot: Snapshot, here: At): string | undefined {
  const node = here.nodes.at(-1);
  const scalar = here.key?.shape.scalar ?? here.key?.shape.list?.item.scalar;
  if (node?.kind !== "scalar") return undefined;
  const named =
    scalar?.kind === "define"
      ? idsOf(here.spec).definitions.find(({ at }) => at === node)
      : scalar?.kind === "ref" || scalar?.kind === "value-or-ref"
        ? { kind: scalar.to, id: node.text.trim() }
        : undefined;
  const [definition] = named === undefined ? [] : snapshot.index.definitions(named.kind, named.id);
  return definition === undefined ? undefined : summaryOf(definition);
}

/** A definition in a few lines of Markdown. */
export function summaryOf(definition: Definition): string {
  const meaning = isRecord(definition.meaning) ? definition.meaning : {};
  const lines = [`**${names[definition.kind]}** ${code(definition.id)}`];
  if (definition.title !== undefined) lines.push("", escapeMarkdown(definition.title));
  const facts = shown.flatMap(([key, label]) => {
    const value = meaning[key];
    return typeof value === "string" ? [`- ${label}: ${escapeMarkdown(value)}`] : [];
  });
  if (facts.length > 0) lines.push("", ...facts);
  const source = sourceLine(meaning.source);
  if (source !== undefined) lines.push("", `*${escapeMarkdown(source)}*`);
  lines.push("", code(definition.path));
  return lines.join("\n");
}

function sourceLine(source: Detached | undefined): string | undefined {
  if (typeof source === "string") return source;
  if (source === undefined || !isRecord(source)) return undefined;
  const parts = [source.authors, source.year, source.title, source.where].filter((part) => typeof part === "string");
  return parts.length === 0 ? undefined : parts.join(", ");
}

const isRecord = (value: Detached): value is { readonly [key: string]: Detached } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
