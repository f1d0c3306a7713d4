import type { SpecDifference } from "../../report/differences.ts";
import type { Finding } from "../../rules/types.ts";
import { type ComparedProject, lineOf } from "../compared-project.ts";
import { jsonDocument } from "../json-document.ts";
import type { Notice } from "../result.ts";
import { comparedJson } from "./json-what-if.ts";

const diffSchema = "https://wellspent.dev/schemas/1/diff-output.schema.json";

/** For programs: the contract of `schemas/diff-output.schema.json`. */
export function diffJson(compared: readonly ComparedProject[], notices: readonly Notice[], asOf: string): string {
  return jsonDocument(diffSchema, { notices, asOf }, { projects: compared.map(projectJson) });
}

function projectJson(compared: ComparedProject) {
  const { project, commit, difference } = compared;
  const { specs, findings } = difference;
  const count = (state: SpecDifference["state"]): number => specs.filter((each) => each.state === state).length;
  const line = lineOf(compared);
  const findingJson = (finding: Finding) => ({
    code: finding.code,
    severity: finding.severity,
    path: project.show(finding.path),
    line: line(finding),
    message: finding.message,
  });
  return {
    path: project.show(""),
    before: { revision: commit.written, commit: commit.id },
    after: "work tree",
    summary: {
      changed: count("changed"),
      added: count("added"),
      removed: count("removed"),
      same: count("same"),
      findings_new: findings.appeared.length,
      findings_gone: findings.gone.length,
    },
    specs: specs.map((spec) => ({
      kind: spec.kind,
      id: spec.id ?? null,
      title: spec.title ?? null,
      path: project.show(spec.path),
      state: spec.state,
      figures: spec.figures.map(comparedJson),
      evidence: spec.evidence.map(({ name, before, after }) => ({
        name,
        before: before ?? null,
        after: after ?? null,
        differs: before !== after,
      })),
    })),
    findings: { new: findings.appeared.map(findingJson), gone: findings.gone.map(findingJson) },
  };
}
