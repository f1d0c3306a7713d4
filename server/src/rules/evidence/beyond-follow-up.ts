import { inYears } from "../../model/years.ts";
import type { Study } from "../../schema/kinds/study.ts";
import { Attached } from "../../syntax/attached.ts";
import type { Moment, Quantity } from "../../values/types.ts";
import type { DocumentContext, DocumentRule, Where } from "../types.ts";
import { counted } from "../wording.ts";

/** An effect is claimed to last longer than anybody has looked. */
export const beyondFollowUp: DocumentRule = {
  code: "evidence/beyond-follow-up",
  severity: "warning",
  scope: "document",
  page: {
    title: "Claim lasting beyond the follow-up",
    what: "An effect is counted for longer than the longest follow-up of the studies cited for it. Where it fades by a drop-off this is only pointed out.",
    why: "Effects of programmes for children often fade. Every year counted beyond the last measurement is a hope, and it is where most of the benefit tends to lie.",
    fix: "Let the effect last as long as it was followed, let it fade with `drop_off:`, or cite a study that followed longer.",
    standard: "Green Book 2022, 6.4; EIF level 4 (an effect of a year or longer)",
    example: {
      file: "a.intervention.yaml",
      invalid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    lag: 0 months\n    lasts: 5 years\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\nlast_follow_up: 18 months after start\n",
      valid:
        "intervention: a\npopulation:\n  unit: family\noutcomes:\n  - outcome: child-enters-care\n    lag: 0 months\n    lasts: 18 months\n    evidence: [smith-2020]\n---\nstudy: smith-2020\ndesign: rct\nlast_follow_up: 18 months after start\n",
    },
  },
  check(context, report) {
    const { spec } = context;
    if (spec.kind !== "intervention") return;
    const service = years(spec.reading?.population?.time_in_service?.value);
    for (const claim of spec.reading?.outcomes?.items ?? []) {
      const lasts = years(claim.lasts?.value);
      const cited = claim.evidence?.items ?? [];
      if (lasts === undefined || claim.lasts === undefined || cited.length === 0) continue;
      const until = (years(claim.lag?.value) ?? 0) + lasts;
      const studies = cited.map((each) => followUpOf(each.value, context));
      // One study whose follow-up is not known may be the one that followed long enough.
      // Times from birth cannot be set against the start of a service.
      if (studies.some((study) => study === undefined || !study.moments.some(({ from }) => from !== "birth"))) continue;
      const related = studies.flatMap((study) => (study === undefined ? [] : [{ at: study.at, label: "the study" }]));
      const moments = studies.flatMap((study) => study?.moments ?? []).filter(({ from }) => from !== "birth");
      const fromEnd = moments.some(({ from }) => from === "end");
      const open = moments.some(({ from }) => from === "unsaid");
      // Counted from nobody knows where, it may be from the end: the longest it can be.
      if (open && !fromEnd && service === undefined) continue;
      const end = Math.max(...moments.map(({ from, after }) => (from === "start" ? after : after + (service ?? 0))));
      // A day's difference in how a year is counted is no difference.
      if (until <= end + 1 / 300) continue;
      const what = `The effect on "${claim.outcome?.text || "this outcome"}"`;
      if (fromEnd && service === undefined) {
        report({
          at: claim.lasts.$,
          severity: "information",
          message: `${what} is counted until ${shown(until)} after the start. Its studies count their follow-up from the end of the programme, and how long one participant is served is not given, so the two are not compared.`,
          help: "Give `time_in_service:` under `population:`.",
          related,
        });
        continue;
      }
      const fading = (claim.drop_off?.value?.value ?? 0) > 0;
      report({
        at: claim.lasts.$,
        label: `followed for ${shown(end)}`,
        severity: fading ? "information" : "warning",
        message: `${what} is counted until ${shown(until)} after the start, but the longest follow-up of its studies ends at ${shown(end)}${fading ? `; beyond that it rests on the drop-off of ${claim.drop_off?.text}` : ""}.`,
        help: fading
          ? "Say in `notes:` what the drop-off rests on, or cite a study that followed longer."
          : "Let it last as long as it was followed, let it fade with `drop_off:`, or cite a study that followed longer.",
        related,
      });
    }
  },
};

const years = (duration: Quantity | undefined): number | undefined =>
  duration === undefined ? undefined : inYears(duration);

const momentsOf = new Attached<Study, readonly Moment[]>("moments of measurement");

/** When a study looked, and where it is defined. */
export function followUpOf(
  id: string | undefined,
  { index, read }: Pick<DocumentContext, "index" | "read">,
): { readonly moments: readonly Moment[]; readonly at: Where } | undefined {
  const [definition] = id === undefined ? [] : index.definitions("study", id);
  const study = definition === undefined ? undefined : read("study", definition);
  if (definition === undefined || study === undefined) return undefined;
  let moments = momentsOf.get(study);
  if (moments === undefined) {
    moments = [study.last_follow_up?.value, ...(study.results?.items ?? []).map((result) => result.at?.value)].filter(
      (moment) => moment !== undefined,
    );
    momentsOf.set(study, moments);
  }
  return { moments, at: { path: definition.path, span: definition.span } };
}

export function shown(time: number): string {
  const months = Math.round(time * 12);
  return months < 24 ? counted(months, "month", "months") : `${Number(time.toFixed(1))} years`;
}
