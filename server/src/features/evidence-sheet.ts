import type { Snapshot } from "../analysis/types.ts";
import { claimEvidence, type ReadEffect, readClaim, readResult } from "../model/assess/evidence/index.ts";
import { citedNote, citedText, poolText, scaleText, spreadText } from "../report/bodies.ts";
import { effectRows } from "../report/effects.ts";
import { evidenceSources } from "../report/sources.ts";
import type { Outcome } from "../schema/kinds/outcome.ts";
import type { At } from "./at.ts";
import { code, escapeMarkdown } from "./escape.ts";

/** Keys of a result on which its whole sheet is of use; on the others their own help is. */
const measured = new Set(["effect", "with", "without", "change", "p", "improvement_index", "months", "outcome"]);

/** A result of a study on every scale, with what each conversion assumes. Undefined elsewhere in a study. */
export function resultSheet(snapshot: Snapshot, here: At): string | undefined {
  const [first, at, third] = here.path;
  if (here.spec.kind !== "study" || first !== "results" || typeof at !== "number") return undefined;
  if (typeof third === "string" && !measured.has(third)) return undefined;
  const study = here.spec.reading;
  const result = study?.results?.items[at];
  if (study === undefined || result === undefined) return undefined;
  const id = result.outcome?.value;
  const outcome = id === undefined ? undefined : evidenceSources(snapshot).outcome(id);
  return effectTable(readResult(study, result, outcome), outcome, result.months !== undefined);
}

/** The effect that a claim states on every scale, beside what it comes to. Undefined elsewhere. */
export function claimedSheet(snapshot: Snapshot, here: At): string | undefined {
  const [first, at, third] = here.path;
  if (here.spec.kind !== "intervention" || first !== "outcomes" || typeof at !== "number") return undefined;
  if (third !== "effect" && third !== "with") return undefined;
  const claim = here.spec.reading?.outcomes?.items[at];
  const id = claim?.outcome?.value;
  const outcome = id === undefined ? undefined : evidenceSources(snapshot).outcome(id);
  const effect = claim === undefined ? undefined : readClaim(claim, outcome);
  return effect === undefined ? undefined : effectTable(effect, outcome, false);
}

function effectTable(effect: ReadEffect, outcome: Outcome | undefined, printsMonths: boolean): string | undefined {
  const rows = effectRows(effect, outcome, printsMonths);
  if (rows.length === 0) return undefined;
  const lines = rows.map(
    ({ label, value, note }) => `| ${escapeMarkdown(label)} | **${escapeMarkdown(value)}** | ${escapeMarkdown(note)} |`,
  );
  return [`| ${direction[effect.direction]} | | |`, "| --- | ---: | --- |", ...lines].join("\n");
}

const direction = {
  better: "Better",
  worse: "Worse",
  "no effect shown": "No effect shown",
  "better, not tested": "Better, not tested",
  "worse, not tested": "Worse, not tested",
  "not known": "Direction not known",
} as const;

/** On the `evidence` of a claim: what its studies show together. */
export function claimSheet(snapshot: Snapshot, here: At): string | undefined {
  const [first, at, third] = here.path;
  if (here.spec.kind !== "intervention" || first !== "outcomes" || typeof at !== "number" || third !== "evidence")
    return undefined;
  const spec = here.spec.reading;
  const claim = spec?.outcomes?.items[at];
  if (spec === undefined || claim === undefined || (claim.evidence?.items.length ?? 0) === 0) return undefined;
  const body = claimEvidence(claim, evidenceSources(snapshot), spec.intervention?.value);
  const rows = body.cited.map(
    (each) =>
      `| ${code(each.id)} | **${escapeMarkdown(citedText(each, body.pool !== undefined))}** | ${escapeMarkdown(citedNote(each))} |`,
  );
  return [
    `**${escapeMarkdown(poolText(body))}**`,
    ...(body.scale === undefined ? [] : ["", escapeMarkdown(scaleText(body))]),
    "",
    "| Study | | |",
    "| --- | --- | --- |",
    ...rows,
    "",
    ...[...(body.pool === undefined ? [] : spreadText(body.pool)), ...body.remarks].map(
      (each) => `- ${escapeMarkdown(each)}`,
    ),
  ].join("\n");
}
