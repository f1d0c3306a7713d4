import type { AssessedSpec, Snapshot } from "../analysis/types.ts";
import { type Gap, planGaps } from "../model/assess/plan/index.ts";
import type { evaluation } from "../schema/kinds/evaluation.ts";
import { intervention } from "../schema/kinds/index.ts";
import type { Key, Shape, TypeOf } from "../schema/shape.ts";
import type { FilePath } from "../workspace/types.ts";
import type { ReportSection, ReportTable } from "./types.ts";

type Evaluation = TypeOf<typeof evaluation>;

/** Keys of the plan that a reader asks about first, in that order. */
const settled = [
  "design",
  "questions",
  "estimand",
  "primary_outcome",
  "comparator",
  "measured_at",
  "follow_up",
  "data_source",
  "analysis",
  "harms",
  "voice",
  "equalities",
  "impact_assessment",
  "registration",
] as const satisfies readonly (keyof Evaluation)[];

/** How it is evaluated: what the plan settles, who decides on what, what was changed, and what it leaves open. */
export function planSection({ spec }: AssessedSpec, snapshot: Snapshot, path: FilePath): ReportSection | undefined {
  if (spec.kind !== "intervention" || spec.reading?.evaluation === undefined) return undefined;
  const { evaluation } = spec.reading;
  const gaps = planGaps(spec.reading, snapshot.settings(path).standards.checklists);
  const tables = [saidTable(evaluation), decisionTable(evaluation), deviationTable(evaluation), gapTable(gaps)];
  return {
    id: "evaluation",
    title: "How it is evaluated",
    paragraphs: [`Stage: ${evaluation.stage?.value ?? "not said, taken to be planned"}.`],
    charts: [],
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
}

const left = (titles: readonly string[]): ReportTable["columns"] => titles.map((title) => ({ title, align: "left" }));

/** Name of a key for people: `primary_outcome` is the primary outcome. */
const spoken = (key: string): string => {
  const words = key.replaceAll("_", " ");
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
};

function saidTable(evaluation: Evaluation): ReportTable {
  return {
    caption: "What the plan says",
    columns: left(["Point", "As written"]),
    rows: settled.flatMap((key) => {
      const value = evaluation[key];
      const text = value === undefined ? "" : textOf(value);
      return text === ""
        ? []
        : [{ cells: [{ text: spoken(key), at: evaluation.$keys.get(key) ?? evaluation.$ }, text] }];
    }),
  };
}

function textOf(value: NonNullable<Evaluation[(typeof settled)[number]]>): string {
  if (value.$kind === "list") return value.items.map(({ text }) => text).join("; ");
  return value.text;
}

function decisionTable({ decision }: Evaluation): ReportTable {
  const rows = (["who", "by", "continue", "change", "stop"] as const).flatMap((key) => {
    const field = decision?.[key];
    const words = { who: "Who decides", by: "By", continue: "Goes on if", change: "Is changed if", stop: "Stops if" };
    return field === undefined ? [] : [{ cells: [{ text: words[key], at: field.$ }, field.text] }];
  });
  return { caption: "Who decides what on which result", columns: left(["Decision", "As written"]), rows };
}

function deviationTable({ deviations }: Evaluation): ReportTable {
  return {
    caption: "Changes since registration",
    columns: left(["What", "As registered", "Why", "When", "Agreed by"]),
    rows: (deviations?.items ?? []).map(({ field, from, reason, date, agreed_by, $ }) => ({
      cells: [
        { text: field?.text ?? "not said", at: $ },
        from?.text ?? "not said",
        reason?.text ?? "not said",
        date?.text ?? "not said",
        agreed_by?.text ?? "not said",
      ],
    })),
  };
}

function gapTable(gaps: readonly Gap[]): ReportTable {
  return {
    caption: "What it leaves open",
    columns: left(["Point", "What is asked", "Asked by"]),
    rows: gaps.map(({ key, topic, asked }) => ({
      cells: [
        topic,
        keyAt(key)?.doc ?? "",
        asked
          .map(({ checklist, item }) => {
            const number = /^\d/.test(item.id) ? ` ${item.id}` : "";
            return `${checklist.name}${number}${checklist.provenance === "memory" ? " (unverified)" : ""}`;
          })
          .join(", "),
      ],
    })),
  };
}

/** What the format says of a key by its path. */
function keyAt(path: string): Key | undefined {
  let shape: Shape<unknown> | undefined = intervention.shape;
  let key: Key | undefined;
  for (const name of path.split(".")) {
    key = shape?.object?.keys[name];
    shape = key?.shape;
  }
  return key;
}
