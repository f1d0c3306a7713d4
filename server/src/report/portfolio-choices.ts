import type {
  LeagueEntry,
  NextAssessment,
  NextStep,
  PortfolioAssessment,
  StopAssessment,
} from "../model/assess/portfolio-types.ts";
import type { Intervention } from "../schema/kinds/intervention.ts";
import { bare, missingBeside } from "./beside.ts";
import type { Row, Section } from "./page.ts";
import { differencesText, whyNot } from "./portfolio-leagues.ts";
import { left, right } from "./sections.ts";
import { listed, missingText, shown } from "./words.ts";

const orders = {
  return: "lowest benefit-cost ratio first",
  "net benefit": "lowest net present value first",
  "cost per outcome": "dearest outcome first",
};

/** What the evidence of an intervention would be rated, in words; undefined where that is not known. */
export type Rate = (spec: Intervention) => string | undefined;

interface Ordered {
  readonly stop: StopAssessment;
  readonly order: string;
  readonly why: string;
}

/** What to stop first, and what that frees and loses: worst of those that can be compared first; the others apart, neither last nor first. */
export function stopSections(assessment: PortfolioAssessment, rate: Rate = () => undefined): readonly Section[] {
  if (assessment.members.length < 2) return [];
  const { league } = assessment.stopping();
  const rows = orderOf(assessment);
  const stays = rows.some(({ stop }) => stop.stays !== undefined);
  const outcome = league.outcome === undefined ? "" : ` (${league.outcome.title})`;
  return [
    {
      title: "What to stop first",
      columns: [
        left("intervention"),
        right("order"),
        right("frees"),
        ...(stays ? [right("shared costs that stay")] : []),
        right("usual services instead"),
        right("fiscal benefits lost"),
        right("left over"),
        left(""),
      ],
      rows: rows.map(({ stop, order, why }) => ({
        cells: [
          stop.member.intervention,
          order,
          stop.frees.value === undefined ? "not costed" : shown(stop.frees),
          ...(stays ? [stop.stays === undefined ? "" : shown(stop.stays)] : []),
          insteadText(stop),
          stop.fiscalBenefit === undefined ? "none in money" : shown(stop.fiscalBenefit),
          stop.net === undefined ? "" : shown(stop.net),
          [why, missingFrom(stop)].filter((each) => each !== "").join("; "),
        ],
        faded: order === "",
      })),
      notes: [
        `By ${league.by}${outcome}, ${orders[league.by]}; sums over the period, undiscounted.${rows.some(({ order }) => order !== "") ? "" : " Fewer than two can be ranked, so there is no order."}`,
        "Arithmetic on the stated figures, not a recommendation: duties in law, needs, and families midway through are not in it.",
      ],
    },
    {
      title: "What stopping loses",
      columns: [left("intervention"), right("no longer served"), left("evidence"), left("outcomes lost")],
      rows: rows.map(({ stop }) => ({
        cells: [
          stop.member.intervention,
          stop.starts === undefined ? "not known" : shown(stop.starts),
          evidenceText(stop, rate),
          lostText(stop),
        ],
      })),
      notes: [],
    },
  ];
}

/** What the figures of a row lack, each thing once. */
function missingFrom({ frees, stays, instead, fiscalBenefit, net }: StopAssessment): string {
  const known = [frees, stays, instead, fiscalBenefit, net].filter((worked) => worked?.value !== undefined);
  return missingBeside({ value: 0, missing: known.flatMap((worked) => worked?.missing ?? []) });
}

/** Every intervention once, in the order in which the ranking would stop them. */
function orderOf(assessment: PortfolioAssessment): readonly Ordered[] {
  const { league, all } = assessment.stopping();
  const { ranked, apart, unranked } = league.league;
  const rows = new Map<StopAssessment, Ordered>();
  const put = (member: LeagueEntry["member"], order: string, why: string): void => {
    const stop = all.find((each) => each.member === member);
    if (stop !== undefined && !rows.has(stop)) rows.set(stop, { stop, order, why });
  };
  for (const [at, { entrant }] of [...ranked].reverse().entries())
    put(entrant.member, ranked.length > 1 ? String(at + 1) : "", "");
  for (const { entrant, differs } of apart) put(entrant.member, "", `not comparable: ${differencesText(differs)}`);
  for (const entrant of unranked) put(entrant.member, "", whyNot(entrant));
  for (const { member } of all) put(member, "", "cannot be ranked: claims another outcome, or none");
  return [...rows.values()];
}

/** What usual services cost, or in the spec's own word why nothing is taken off. */
function insteadText({ instead, member }: StopAssessment): string {
  if (instead !== undefined) return shown(instead);
  return member.spec?.costs?.comparator?.cost?.word ?? "not said";
}

function lostText({ outcomes }: StopAssessment): string {
  const known = outcomes.filter(({ gained, noEffectShown }) => !noEffectShown && gained.value !== undefined);
  const noEffect = outcomes.filter(({ noEffectShown }) => noEffectShown).map(({ title }) => title);
  const open = outcomes.filter((each) => !known.includes(each) && !each.noEffectShown).map(({ title }) => title);
  return [
    ...known.map(({ title, gained }) =>
      (gained.value ?? 0) > 0 ? `${shown(gained)} for the better: ${title}` : `no gain to lose: ${title}`,
    ),
    ...(noEffect.length === 0 ? [] : [`no effect shown: ${listed(noEffect)}`]),
    ...(open.length === 0 ? [] : [`by how much not known: ${listed(open)}`]),
    ...(outcomes.length === 0 ? ["no outcome is claimed"] : []),
  ].join("; ");
}

function evidenceText({ studies, claims, claimsWithoutEvidence, member }: StopAssessment, rate: Rate): string {
  if (claims === 0) return "no claim";
  const rating = member.spec === undefined ? undefined : rate(member.spec);
  if (studies.length === 0) return rating === undefined ? "no study cited" : `no study cited; ${rating}`;
  const cited = studies.length === 1 ? "1 study" : `${studies.length} studies`;
  return [
    cited,
    ...(claimsWithoutEvidence === 0 ? [] : [`${claimsWithoutEvidence} of ${claims} claims without any`]),
    rating ?? "rating not known",
  ].join("; ");
}

/** What to buy next: candidates in order of merit, each whole, as long as the budget reaches. */
export function nextSection(assessment: PortfolioAssessment): Section | undefined {
  const next = assessment.next();
  if (next === undefined) return undefined;
  const { apart = [], unranked = [] } = next.league?.league ?? {};
  const ranked = new Set([...next.steps.map(({ candidate }) => candidate.intervention)]);
  const rows: Row[] = next.steps.map((step) => ({ cells: stepCells(step), faded: step.fits === false }));
  const put = (entry: LeagueEntry, why: string): void => {
    if (ranked.has(entry.intervention)) return;
    ranked.add(entry.intervention);
    rows.push({
      cells: [entry.intervention, "", shownFigure(entry, next), ...costCells(entry.member), "", why],
      faded: true,
    });
  };
  for (const { entrant, differs } of apart) put(entrant, `not comparable: ${differencesText(differs)}`);
  for (const entrant of unranked) put(entrant, whyNot(entrant));
  for (const candidate of next.candidates)
    if (!ranked.has(candidate.intervention))
      rows.push({
        cells: [
          candidate.intervention,
          "",
          "",
          ...costCells(candidate),
          "",
          "cannot be ranked: claims another outcome, or none",
        ],
        faded: true,
      });
  const outcome = next.league?.outcome;
  return {
    title: "What to buy next",
    columns: [
      left("candidate"),
      right("rank"),
      right(figureTitle[next.by]),
      right("starts"),
      right("adds to cost"),
      right("budget then left"),
      left(""),
    ],
    rows,
    notes: [
      `In order of ${next.by}${outcome === undefined ? "" : ` (${outcome.title})`}, each bought whole at its stated number as long as the budget reaches in every year. Arithmetic on the stated figures, not a recommendation, and not the best of all combinations.`,
      next.left === undefined
        ? "No budget is known, so nothing can be said about what fits."
        : `Left before any of them: ${[shown(next.left), missingText(next.left)].filter((each) => each !== "").join("; ")}.`,
    ],
  };
}

const figureTitle = {
  return: "benefit-cost ratio",
  "net benefit": "net present value",
  "cost per outcome": "cost per outcome",
};

const shownFigure = ({ figure }: LeagueEntry, { by }: NextAssessment): string =>
  shown({ ...figure, ...(by === "return" ? ({ id: "bcr" } as const) : {}) });

const costCells = ({ assessment, own }: NextStep["candidate"]): string[] => {
  const starts = assessment?.figures.get("starts_total");
  return [starts === undefined ? "not known" : shown(starts), own.value === undefined ? "not costed" : shown(own)];
};

function stepCells({ candidate, entry, rank, fits, shortIn, left: rest }: NextStep): string[] {
  const figure = shown({
    ...entry.figure,
    ...(entry.basis.some(([name]) => name === "price year") ? {} : { id: "bcr" as const }),
  });
  const why =
    fits === true
      ? "fits"
      : fits === false
        ? shortIn === undefined
          ? "does not fit in what is left"
          : `does not fit in what is left in year ${shortIn + 1}`
        : "whether it fits is not known";
  return [
    candidate.intervention,
    String(rank),
    figure,
    ...costCells(candidate),
    rest === undefined ? "" : shown(rest),
    [why, candidate.own.missing.length > 0 ? bare(missingText(candidate.own)) : ""]
      .filter((each) => each !== "")
      .join("; "),
  ];
}
