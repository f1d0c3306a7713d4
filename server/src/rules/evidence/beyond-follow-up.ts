import { inYears } from "../../model/years.ts";
import type { Study } from "../../schema/kinds/study.ts";
import type { Moment, Quantity } from "../../values/types.ts";
import type { DocumentRule } from "../types.ts";

/** An effect is claimed to last longer than anybody has looked. */
export const beyondFollowUp: DocumentRule = {
  code: "evidence/beyond-follow-up",
  severity: "warning",
  scope: "document",
  page: {
    title: "Claim lasting beyond the follow-up",
    what: "An effect is counted for longer than the longest follow-up of the studies cited for it.",
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
  check({ spec, index, read }, report) {
    if (spec.kind !== "intervention") return;
    const service = years(spec.reading?.population?.time_in_service?.value);
    for (const claim of spec.reading?.outcomes?.items ?? []) {
      const lasts = years(claim.lasts?.value);
      const cited = claim.evidence?.items ?? [];
      if (lasts === undefined || claim.lasts === undefined || cited.length === 0) continue;
      const until = (years(claim.lag?.value) ?? 0) + lasts;
      const followed = cited.map(({ value }) => {
        const definition = value === undefined ? undefined : index.definitions("study", value)[0];
        const study = definition === undefined ? undefined : read("study", definition);
        return study === undefined ? undefined : { definition, moment: longest(study) };
      });
      // One study whose follow-up is not known may be the one that followed long enough.
      const moments = followed.flatMap((each) => (each?.moment === undefined ? [] : [each.moment]));
      if (moments.length < cited.length) continue;
      const ends = moments.map((moment) =>
        moment.from === "start" ? moment.after : service === undefined ? undefined : moment.after + service,
      );
      if (ends.some((end) => end === undefined)) {
        const after = Math.max(...moments.map((moment) => moment.after));
        if (until > after)
          report({
            at: claim.lasts.$,
            severity: "information",
            message:
              "Whether this effect is counted beyond the follow-up is not checked: the study counts its follow-up from the end of the programme, and how long a family is served is not given.",
            help: "Give `time_in_service:` under `population:`.",
          });
        continue;
      }
      const end = Math.max(...ends.map((each) => each ?? 0));
      // A day's difference in how a year is counted is no difference.
      if (until <= end + 1 / 300) continue;
      report({
        at: claim.lasts.$,
        message: `The effect on "${claim.outcome?.text ?? "this outcome"}" is counted until ${shown(until)} after the start, but the longest follow-up of its studies ends at ${shown(end)}.`,
        help: "Let it last as long as it was followed, let it fade with `drop_off:`, or cite a study that followed longer.",
        related: followed.flatMap((each) =>
          each?.definition === undefined
            ? []
            : [{ at: { path: each.definition.path, span: each.definition.span }, label: "the study" }],
        ),
      });
    }
  },
};

const years = (duration: Quantity | undefined): number | undefined =>
  duration === undefined ? undefined : inYears(duration);

function longest(study: Study): Moment | undefined {
  const moments = [
    study.last_follow_up?.value,
    ...(study.results?.items ?? []).map((result) => result.at?.value),
  ].filter((moment): moment is Moment => moment !== undefined);
  return moments.length === 0 ? undefined : moments.reduce((a, b) => (b.after > a.after ? b : a));
}

const shown = (time: number): string =>
  time < 2 ? `${Math.round(time * 12)} months` : `${Number(time.toFixed(1))} years`;
