/** What `evidence` shows, as plain pages: each intervention's claims and gaps, the studies, and the gap map of all. */
import type { AssessedSpec, Snapshot } from "../analysis/types.ts";
import { effectText } from "../evidence/index.ts";
import { commonEffect, evidenceOf, readResult } from "../model/assess/evidence/index.ts";
import type { Study } from "../schema/kinds/study.ts";
import type { FilePath } from "../workspace/types.ts";
import { citedText, claimText, poolText, scaleText, spreadText } from "./bodies.ts";
import { designFor, designTable } from "./design.ts";
import type { GapMap } from "./gap-map/types.ts";
import { mapSection } from "./gap-map/words.ts";
import { type Improvement, improvementRule, improvements } from "./improve.ts";
import type { CostPage, Row, Section } from "./page.ts";
import { interventionRatings, shortRating, studyRatings, unverifiedNote } from "./ratings.ts";
import { left } from "./sections.ts";
import { evidenceSources } from "./sources.ts";

/** The evidence of one intervention. `shown` is its path as it is shown. */
export function evidencePage(snapshot: Snapshot, path: FilePath, assessed: AssessedSpec, shown: string): CostPage {
  const { spec } = assessed;
  const reading = spec.kind === "intervention" ? spec.reading : undefined;
  const [rating] = reading === undefined ? [] : interventionRatings(snapshot, path, reading);
  const design = designFor(snapshot, assessed);
  const sections = [
    claims(snapshot, path, assessed),
    studies(snapshot, assessed),
    design && designTable(design),
    wanted(snapshot, path, assessed),
  ];
  return {
    title: reading?.title?.value ?? spec.id ?? "Without a title",
    id: spec.id ?? "",
    path: shown,
    facts: [shortRating(rating) ?? "not rated"],
    headlines: [],
    sections: sections.filter((section) => section !== undefined),
    notes: rating?.unverified === true ? [unverifiedNote("")] : [],
  };
}

function claims(snapshot: Snapshot, path: FilePath, { spec }: AssessedSpec): Section | undefined {
  if (spec.kind !== "intervention" || spec.reading === undefined) return undefined;
  const reading = spec.reading;
  const bodies = evidenceOf(reading, evidenceSources(snapshot));
  if (bodies.length === 0) return undefined;
  return {
    title: "Claims",
    columns: [left("outcome"), left("claimed"), left("indicative rating"), left("what studies show")],
    rows: bodies.map((body): Row => {
      const [rating] = interventionRatings(snapshot, path, reading, body.outcome);
      return {
        cells: [
          body.title,
          claimText(body.claim) ?? "",
          shortRating(rating)?.replace(" (indicative)", "") ?? "not known",
          poolText(body),
        ],
        ...(body.scale === undefined ? { faded: true } : {}),
      };
    }),
    notes: bodies.flatMap((body) => {
      const said = [...(body.pool === undefined ? [] : spreadText(body.pool)), ...body.remarks];
      return said.length === 0 ? [] : [`${body.title}: ${said.join(" ")}`];
    }),
  };
}

function studies(snapshot: Snapshot, { spec }: AssessedSpec): Section | undefined {
  if (spec.kind !== "intervention" || spec.reading === undefined) return undefined;
  const bodies = evidenceOf(spec.reading, evidenceSources(snapshot));
  const rows = bodies.flatMap((body) =>
    body.cited.map((each): Row => {
      return {
        cells: [
          each.id,
          body.title,
          body.scale === undefined ? "" : (scaleText(body).split(";")[0] ?? ""),
          citedText(each, body.pool !== undefined),
        ],
        ...(each.pooled === undefined ? { faded: true } : {}),
      };
    }),
  );
  if (rows.length === 0) return undefined;
  return {
    title: "Studies cited",
    columns: [left("study"), left("outcome"), left("scale"), left("effect, or why it is left out")],
    rows,
    notes: [],
  };
}

function wanted(snapshot: Snapshot, path: FilePath, assessed: AssessedSpec): Section | undefined {
  const list = improvements(snapshot, path, assessed);
  if (list.length === 0) return undefined;
  return { ...wantedTable(list), notes: [improvementRule] };
}

/** The facts that would most improve a case, as a table. */
const wantedTable = (list: readonly Improvement[]): Section => ({
  title: "What would most improve its case",
  columns: [left("how"), left("fact, and what waits for it")],
  rows: list.map(({ what, effort, waiting }) => ({ cells: [effort, `${capital(what)}: for ${waiting.join("; ")}`] })),
  notes: [],
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every result of the studies asked about, as printed and on the common scale. */
export function studiesPage(
  snapshot: Snapshot,
  all: readonly { readonly study: Study; readonly id: string; readonly path: FilePath }[],
): CostPage | undefined {
  if (all.length === 0) return undefined;
  const sources = evidenceSources(snapshot);
  const rows = all.flatMap(({ study, id, path }) => {
    const rating = shortRating(studyRatings(snapshot, path, id)[0])?.replace(" (indicative)", "") ?? "not known";
    const results = study.results?.items ?? [];
    if (results.length === 0) return [{ cells: [id, "no result", "", "", "", rating], faded: true }];
    return results.map((result): Row => {
      const outcome = result.outcome?.value === undefined ? undefined : sources.outcome(result.outcome.value);
      const effect = readResult(study, result, outcome);
      const common = commonEffect(effect);
      const kinds = {
        effect: effect.direction,
        "null in words": "no effect shown",
        "direction only": effect.direction,
      } as const;
      return {
        cells: [
          id,
          outcome?.title?.value ?? result.outcome?.text ?? "",
          result.effect?.text ?? result.change?.text ?? result.change_over_time?.text ?? "",
          effect.kind === "effect" && "effect" in common ? effectText(common.effect) : "",
          effect.kind in kinds ? kinds[effect.kind as keyof typeof kinds] : effect.kind,
          rating,
        ],
      };
    });
  });
  return {
    title: "Studies",
    id: "",
    path: "",
    facts: [`${all.length} ${all.length === 1 ? "study" : "studies"}`, "indicative ratings"],
    headlines: [],
    sections: [
      {
        title: "Results",
        columns: [
          left("study"),
          left("outcome"),
          left("as printed"),
          left("g, above 0 is better"),
          left("finding"),
          left("rating"),
        ],
        rows,
        notes: [],
      },
    ],
    notes: [],
  };
}

/** The gap map as a page of its own. */
export const gapPage = (map: GapMap): CostPage => ({
  title: "Gaps",
  id: "",
  path: "",
  facts: [],
  headlines: [],
  sections: [mapSection(map)],
  notes: [],
});
