/** The evidence of a claim as a forest plot, and as the table that says the same. */
import { effectNumber, effectText, intervalText, type SizedEffect } from "../evidence/index.ts";
import type { CitedStudy, ClaimEvidence, Pool } from "../model/assess/evidence/index.ts";
import { formatPercent } from "../values/format.ts";
import { citedNote, citedText, poolText, scaleText, spreadText } from "./bodies.ts";
import type { ForestChart, ForestRow } from "./charts/types.ts";
import { studyName } from "./study-name.ts";
import type { ReportSection, ReportTable } from "./types.ts";

/** Effects on chances are drawn in percentage points. */
const factor = (scale: ClaimEvidence["scale"]): number => (scale === "RD" ? 100 : 1);

/** Undefined where no study can be put on a scale. */
export function forestChart(body: ClaimEvidence, nth: number): ForestChart | undefined {
  const { scale, sign, pool, cited } = body;
  const placed = cited.filter(({ pooled }) => pooled !== undefined);
  if (scale === undefined || placed.length === 0) return undefined;
  const times = factor(scale);
  const ratio = scale === "RR" || scale === "OR" || scale === "HR";
  // Two studies of the same authors and year go by their ids too.
  const names = placed.map(studyName);
  const labelOf = (each: CitedStudy): string => {
    const name = studyName(each);
    return names.filter((other) => other === name).length > 1 ? `${name} (${each.id})` : name;
  };
  const rows = [
    ...placed.flatMap((each) => studyRow(each, labelOf(each), times, pool !== undefined)),
    ...(pool === undefined ? [] : poolRows(pool, times)),
    ...(body.claimed === undefined ? [] : [claimedRow(body.claimed, times)]),
  ];
  return {
    kind: "forest",
    id: `forest-${nth}`,
    title: `What studies show on ${body.title}`,
    description: [poolText(body), ...rows.map(({ label, shown }) => `${label}: ${shown}`)].join(" "),
    ratio,
    axisName: `${scaleText(body)}; 95% intervals${pool === undefined ? "" : ", then weight"}`,
    better: sign === undefined ? undefined : sign === 1 ? "right" : "left",
    rows,
  };
}

/** `0.41 (0.13 to 1.26)`: the axis says on which scale, and that intervals are of 95%. */
const figure = (effect: SizedEffect): string => `${effectNumber(effect.scale, effect.value)} (${intervalText(effect)})`;

function studyRow(each: CitedStudy, label: string, times: number, isPooled: boolean): ForestRow[] {
  const { pooled } = each;
  if (pooled?.effect.low === undefined || pooled.effect.high === undefined) return [];
  const { value, low, high } = pooled.effect;
  return [
    {
      label,
      shown: `${figure(pooled.effect)}${isPooled ? ` · ${formatPercent(pooled.weight, { places: 0 })}` : ""}`,
      value: value * times,
      low: low * times,
      high: high * times,
      mark: { kind: "study", weight: isPooled ? pooled.weight : 0.5 },
    },
  ];
}

/** What the spec itself claims, beside what was found. */
const claimedRow = (effect: SizedEffect, times: number): ForestRow => ({
  label: "Claimed in the spec",
  shown: effect.low === undefined ? effectNumber(effect.scale, effect.value) : figure(effect),
  value: effect.value * times,
  low: (effect.low ?? effect.value) * times,
  high: (effect.high ?? effect.value) * times,
  mark: { kind: "claimed" },
});

function poolRows({ effect, prediction, studies }: Pool, times: number): ForestRow[] {
  const ends = { low: (effect.low ?? effect.value) * times, high: (effect.high ?? effect.value) * times };
  const value = effect.value * times;
  return [
    {
      label: `${studies} studies together`,
      shown: figure(effect),
      value,
      ...ends,
      mark: { kind: "pooled" },
    },
    ...(prediction === undefined
      ? []
      : [
          {
            label: "In a new place (95% prediction)",
            shown: intervalText({ scale: effect.scale, ...prediction }),
            value,
            low: prediction.low * times,
            high: prediction.high * times,
            mark: { kind: "prediction" as const },
          },
        ]),
  ];
}

/** Every study cited for a claim: what it contributes or why it does not, and what they show together. */
function bodyTable(body: ClaimEvidence): ReportTable {
  const { pool } = body;
  return {
    caption: `Studies on ${body.title}${body.scale === undefined ? "" : `: ${scaleText(body)}`}`,
    columns: ["Study", "Effect, or why it is left out", "How it was come by"].map((title) => ({
      title,
      align: "left" as const,
    })),
    rows: [
      ...body.cited.map((each) => ({
        cells: [
          each.definition === undefined
            ? each.id
            : { text: studyName(each), at: { path: each.definition.path, span: each.definition.span } },
          citedText(each, pool !== undefined),
          citedNote(each),
        ],
        ...(each.pooled === undefined ? { faded: true } : {}),
      })),
      ...(pool === undefined
        ? []
        : [{ cells: [`${pool.studies} studies together`, effectText(pool.effect), poolText(body)], total: true }]),
    ],
  };
}

/** What the studies of each claim show together: a sentence for each, a plot and its table where they can be put on one scale. */
export function bodyParts(bodies: readonly ClaimEvidence[]): Pick<ReportSection, "paragraphs" | "charts" | "tables"> {
  const drawn = bodies.flatMap((body, at) => {
    const chart = forestChart(body, at + 1);
    return chart === undefined ? [] : [{ body, chart }];
  });
  return {
    paragraphs: drawn.map(({ body }) => {
      const said = [poolText(body), ...(body.pool === undefined ? [] : spreadText(body.pool)), ...body.remarks];
      return `${body.title}. ${said.join(" ")}`;
    }),
    charts: drawn.map(({ chart }) => chart),
    tables: drawn.map(({ body }) => bodyTable(body)),
  };
}
