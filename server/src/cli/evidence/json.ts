import { type DesignAssessment, designOf } from "../../model/assess/design/index.ts";
import {
  type CitedStudy,
  type ClaimEvidence,
  evidenceOf,
  type Pool,
  readClaim,
} from "../../model/assess/evidence/index.ts";
import { citedNote, claimText } from "../../report/bodies.ts";
import { designLine } from "../../report/design-words.ts";
import type { GapMap } from "../../report/gap-map/types.ts";
import { improvements } from "../../report/improve.ts";
import { interventionRatings } from "../../report/ratings.ts";
import { evidenceSources } from "../../report/sources.ts";
import { studyName } from "../../report/study-name.ts";
import type { EvidencedSpec, EvidencedStudy } from "../commands/evidence.ts";
import { Writer } from "../costs/json-writer.ts";
import { jsonDocument } from "../json-document.ts";
import type { Lines } from "../positions.ts";
import type { Notice } from "../result.ts";
import { effectJson, ratingJson, scalesJson, studyJson } from "./json-results.ts";

const evidenceSchema = "https://wellspent.dev/schemas/1/evidence-output.schema.json";

export interface EvidenceOutput {
  readonly specs: readonly EvidencedSpec[];
  readonly studies: readonly EvidencedStudy[];
  readonly map: GapMap;
  readonly notices: readonly Notice[];
  readonly asOf: string;
}

/** For programs: the contract of `schemas/evidence-output.schema.json`. Figures are not rounded; what is not known is null. */
export function evidenceJson({ specs, studies, map, notices, asOf }: EvidenceOutput): string {
  const lines = new Map<string, Lines>();
  return jsonDocument(
    evidenceSchema,
    { notices, asOf },
    {
      interventions: specs.map((each) => interventionJson(each, new Writer(each, lines, false))),
      studies: studies.map((each) => studyJson(each, new Writer(each, lines, false))),
      gap_map: mapJson(map),
    },
  );
}

function interventionJson(each: EvidencedSpec, writer: Writer) {
  const { spec, snapshot, path, project } = each;
  const reading = spec.kind === "intervention" ? spec.reading : undefined;
  const sources = evidenceSources(snapshot);
  return {
    id: spec.id ?? null,
    title: reading?.title?.value ?? null,
    path: project.show(path),
    ratings: reading === undefined ? [] : interventionRatings(snapshot, path, reading).map(ratingJson),
    claims: (reading === undefined ? [] : evidenceOf(reading, sources)).map((body) => ({
      outcome: body.outcome,
      title: body.title,
      at: writer.place(body.claim.$),
      claimed: claimText(body.claim) ?? null,
      ratings: reading === undefined ? [] : interventionRatings(snapshot, path, reading, body.outcome).map(ratingJson),
      ...scalesJson(readClaim(body.claim, sources.outcome(body.outcome))),
      ...bodyJson(body),
    })),
    evaluation: designJson(reading === undefined ? undefined : designOf(reading, sources), writer),
    improvements: improvements(snapshot, path, each).map(({ what, effort, waiting, score, at }) => ({
      what,
      effort,
      waiting,
      score,
      at: at === undefined ? null : writer.place(at),
    })),
  };
}

/** What an evaluation plan can find. Null: no plan, or one that chance does not decide. */
function designJson(design: DesignAssessment | undefined, writer: Writer) {
  if (design === undefined) return null;
  const { plan, detectable, expected, ifIcc } = design;
  return {
    at: writer.place(design.at),
    stage: design.stage,
    summary: designLine(design),
    smallest_detectable_effect: detectable?.effect ?? null,
    multiplier: detectable?.multiplier ?? null,
    degrees_of_freedom: detectable !== undefined && Number.isFinite(detectable.freedom) ? detectable.freedom : null,
    power_asked: plan.test.power,
    taken_as_usual: plan.taken,
    missing: plan.missing,
    if_icc: ifIcc.map((each) => ({ icc: each.icc, smallest_detectable_effect: each.detectable?.effect ?? null })),
    expected: expected.map(({ text, size, power, needed, recruit, enough }) => ({
      text,
      standard_deviations: size.kind === "sized" ? size.sd : null,
      needs: size.kind === "needs" ? size.lacking.what : null,
      power: power ?? null,
      enough: enough ?? null,
      needed: needed?.needed ?? null,
      recruit: recruit ?? null,
      counted_in: plan.noun,
    })),
  };
}

const bodyJson = (body: ClaimEvidence) => ({
  scale: body.scale ?? null,
  claimed_effect: body.claimed === undefined ? null : effectJson(body.claimed),
  better: body.sign === undefined ? null : body.sign === 1 ? "above" : "below",
  studies: body.cited.map(citedJson),
  pooled: body.pool === undefined ? null : poolJson(body.pool),
  not_pooled: body.unpooled ?? null,
  remarks: body.remarks,
});

const citedJson = (each: CitedStudy) => ({
  study: each.id,
  name: studyName(each),
  found: each.definition !== undefined,
  effect: each.pooled === undefined ? null : effectJson(each.pooled.effect),
  weight: each.pooled?.weight ?? null,
  note: citedNote(each),
  left_out: each.leftOut ?? null,
});

function poolJson({ studies, effect, interval, prediction, fixedEffect, random, smallStudies }: Pool) {
  const { q, df, p, tau2, estimator, i2 } = random.heterogeneity;
  return {
    studies,
    effect: effectJson(effect),
    p: interval === "plain" ? random.p : random.adjusted.p,
    interval,
    fixed_effect: effectJson(fixedEffect),
    heterogeneity: { q, df, p, tau2, estimator, i2 },
    prediction: prediction ?? null,
    small_studies:
      smallStudies.kind === "tested" ? { t: smallStudies.t, df: smallStudies.df, p: smallStudies.p } : null,
  };
}

const mapJson = ({ of, columns, rows, silent }: GapMap) => ({
  rows_are: of,
  outcomes: columns.map(({ outcome, title }) => ({ outcome, title })),
  rows: rows.map((row) => ({
    id: row.id,
    title: row.title,
    cells: row.cells.map((cell, at) => ({
      outcome: columns[at]?.outcome ?? "",
      state: cell.state,
      claimed: cell.claimed,
      strongest_design: cell.strength ?? null,
      studies: cell.studies.map(({ id, finding, strength }) => ({ study: id, finding, design: strength })),
    })),
  })),
  silent,
});
