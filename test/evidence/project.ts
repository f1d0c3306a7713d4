import { createSession, type Snapshot } from "../../server/src/analysis/index.ts";
import {
  type ClaimEvidence,
  evidenceOf,
  type ResultEffect,
  readResult,
} from "../../server/src/model/assess/evidence/index.ts";
import { evidenceSources } from "../../server/src/report/sources.ts";

/** A project of one file. */
export function snapshotOf(files: Readonly<Record<string, string>>): Snapshot {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 11, day: 22 } });
  session.load(Object.entries(files).map(([path, text]) => [path, { kind: "text", text }] as const));
  session.setComplete(true);
  return session.snapshot();
}

/** The first claim of the first intervention, with its evidence. */
export function firstClaim(text: string): ClaimEvidence {
  const snapshot = snapshotOf({ "a.intervention.yaml": text });
  const spec = snapshot.specs("a.intervention.yaml").find(({ kind }) => kind === "intervention");
  if (spec?.kind !== "intervention" || spec.reading === undefined) throw new Error("no intervention");
  const [first] = evidenceOf(spec.reading, evidenceSources(snapshot));
  if (first === undefined) throw new Error("no claim");
  return first;
}

/** The first result of the first study. */
export function firstResult(text: string): ResultEffect {
  const snapshot = snapshotOf({ "a.study.yaml": text });
  const spec = snapshot.specs("a.study.yaml").find(({ kind }) => kind === "study");
  if (spec?.kind !== "study" || spec.reading === undefined) throw new Error("no study");
  const result = spec.reading.results?.items[0];
  if (result === undefined) throw new Error("no result");
  return readResult(spec.reading, result, evidenceSources(snapshot).outcome(result.outcome?.value ?? ""));
}
