import { inYears } from "../../model/years.ts";
import type { BenefitLine } from "../../schema/kinds/intervention.ts";
import type { Place } from "../../syntax/types.ts";
import type { Moment } from "../../values/types.ts";
import { followUpOf, shown } from "../evidence/beyond-follow-up.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

const spec = (over: string): string =>
  `intervention: a\npopulation:\n  unit: family\n  starts: 60\noutcomes:\n  - outcome: enters-care\n    evidence: [smith-2020]\nbenefits:\n  - benefit: Placements avoided\n    outcome: enters-care\n    amount: £800/family\n    kind: fiscal\n    gains: local-authority\n    valued: present-value\n    over: ${over}\n---\nstudy: smith-2020\ndesign: rct\nlast_follow_up: 18 months after start\n`;

/** A benefit is counted for longer than the effect behind it was followed. */
export const beyondEvidence: DocumentRule = {
  code: "benefit/beyond-evidence",
  severity: "information",
  scope: "document",
  page: {
    title: "Benefit beyond the evidence",
    what: "A benefit that an evaluation valued is gained for longer than the longest follow-up of the studies cited for its outcome.",
    why: "Most of such a benefit is a forecast: from a model of what children become, not from children who were followed. A reader should know which part was seen.",
    fix: "Say in `notes:` what the later years rest on, such as a model of later earnings, or cite a study that followed longer.",
    standard: "Green Book 2022, 6.4",
    example: { file: "a.intervention.yaml", invalid: spec("10 years"), valid: spec("18 months") },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention" || spec.reading?.benefits === undefined) return;
    for (const line of spec.reading.benefits.items) {
      const gained = gainedUntil(line);
      if (gained === undefined || line.outcome?.value === undefined || line.notes !== undefined) continue;
      const claims = (spec.reading.outcomes?.items ?? []).filter(
        ({ outcome }) => outcome?.value === line.outcome?.value,
      );
      const cited = claims.flatMap(({ evidence }) => evidence?.items ?? []);
      if (cited.length === 0) continue;
      const studies = cited.map(({ value }) => followUpOf(value, context));
      const from = (moment: Moment): boolean => moment.from === "start";
      // A follow-up that is not known, or counted from another day, may be long enough.
      if (studies.some((study) => study === undefined || study.moments.length === 0 || !study.moments.every(from)))
        continue;
      const end = Math.max(...studies.flatMap((study) => study?.moments ?? []).map(({ after }) => after));
      if (gained.years <= end + 1 / 300) continue;
      report({
        at: gained.at,
        label: `followed for ${shown(end)}`,
        message: `${said(line.benefit?.text ?? "This benefit")} is gained over ${shown(gained.years)}, but the longest follow-up of the studies of its outcome ends at ${shown(end)}.`,
        help: "Say in `notes:` what the later years rest on, or cite a study that followed longer.",
        related: studies.flatMap((study) => (study === undefined ? [] : [{ at: study.at, label: "the study" }])),
      });
    }
  },
};

/** Years from the start until the last of a benefit is gained, and where that is written; undefined where it is not. */
function gainedUntil(line: BenefitLine): { readonly years: number; readonly at: Place } | undefined {
  const lag = inYears(line.lag?.value) ?? 0;
  if (line.by_year !== undefined) return { years: lag + line.by_year.items.length, at: line.by_year.$ };
  const field = line.lasts ?? line.over;
  const years = inYears(field?.value);
  return field === undefined || years === undefined ? undefined : { years: lag + years, at: field.$ };
}
