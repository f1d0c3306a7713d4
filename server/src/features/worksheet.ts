import type { Snapshot } from "../analysis/types.ts";
import type { Figure } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import { outcomeKeys } from "../costing/outcome-figures.ts";
import type { Worked } from "../costing/worked.ts";
import type { Assessment } from "../model/assess/index.ts";
import { figureName } from "../report/figure-name.ts";
import { sentence } from "../report/from-page.ts";
import { countedText } from "../report/lines.ts";
import { outcomePrices } from "../report/outcome-price.ts";
import { moneyAlone, perStarter } from "../report/participant.ts";
import { lackText, missingText, noteOf, shown } from "../report/words.ts";
import type { Place, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { areaSheet } from "./area-sheet.ts";
import type { At } from "./at.ts";
import { escapeMarkdown } from "./escape.ts";
import { type LinkTo, sheet } from "./figure-sheet.ts";
import { portfolioSheet } from "./portfolio-sheet.ts";
import { priceSheet } from "./price-sheet.ts";
import { simulatedTail } from "./simulated-tail.ts";

/** The address of a place of the project, as Markdown may link to it. */
export type Link = (path: FilePath, span: Span) => string | undefined;

/** How the figure at a place is worked out: each factor with its value, source and price-year step, and what is unknown. Undefined where no figure belongs. `link`: the address of a place, for factors to lead to. */
export function worksheet(snapshot: Snapshot, path: FilePath, here: At, link?: Link): string | undefined {
  if (here.spec.kind === "portfolio") return portfolioSheet(snapshot, path, here);
  if (here.spec.kind === "area") return areaSheet(snapshot, path, here);
  const to = linksIn(snapshot, path, link);
  if (here.spec.kind !== "intervention") return priceSheet(snapshot, path, here, to);
  const assessment = snapshot.assessments(path).find((each) => each.spec === here.spec)?.assessment;
  if (assessment === undefined) return undefined;
  const [first, second, third] = here.path;
  if (first === "costs" && second === "lines" && typeof third === "number")
    return lineSheet(assessment, third, here, to);
  const counted = figureAt[here.path.slice(0, 2).join(".")];
  if (counted !== undefined) return figureSheet(assessment, counted, to);
  if (first === "benefits" && typeof second === "number") return benefitSheet(assessment, second, to);
  if (first === "outcomes" && typeof second === "number")
    return joined(outcomeSheet(assessment, second, to), outcomeTail(snapshot, assessment, second));
  if (first === "stated" && typeof second === "string") return statedSheet(assessment, here, to);
  if (!here.onKey || here.path.length !== 1) return undefined;
  const withTail = (ids: readonly FigureId[]): string | undefined =>
    joined(
      headlines(assessment, ids),
      simulatedTail(
        snapshot,
        assessment,
        ids.map((id) => [id]),
      ),
    );
  if (first === "costs")
    return withTail(["cost_total", "cost_per_starter", "annualised_cost_per_starter", "incremental_cost", "pv_cost"]);
  if (first === "benefits") return withTail(["gross_benefit", "pv_benefit", "npv", "bcr", "fiscal_return", "payback"]);
  return first === here.spec.kind
    ? withTail(["cost_total", "cost_per_starter", "pv_cost", "pv_benefit", "npv", "bcr", "fiscal_return", "payback"])
    : undefined;
}

/** Where one figure is what is written, or what comes of it. */
const figureAt: Readonly<Record<string, FigureId>> = {
  "population.eligible": "reach",
  "population.starts": "starts_total",
  "population.completes": "completes_total",
  "costs.comparator": "comparator_cost",
};

function figureSheet(assessment: Assessment, id: FigureId, to: LinkTo): string | undefined {
  const figure = assessment.figures.get(id);
  if (figure === undefined) return undefined;
  const steps = sheet(figure.worked, figure.priceYear, "", assessment.cite, to);
  // A share is shown in per cent; what it is worked out from says nothing of that.
  return steps.replace(`**${escapeMarkdown(shown(figure.worked))}**`, `**${escapeMarkdown(shown(figure))}**`);
}

function linksIn(snapshot: Snapshot, path: FilePath, link: Link | undefined): LinkTo {
  return {
    place(ref) {
      if (link === undefined || !("chunk" in ref)) return undefined;
      const at = snapshot.locate(path, ref as Place);
      return link(at.path, at.span);
    },
    unitCost(id) {
      const [definition] = link === undefined ? [] : snapshot.index.definitions("unit-cost", id);
      return definition === undefined ? undefined : link?.(definition.path, definition.span);
    },
  };
}

const joined = (sheet: string | undefined, tail: string | undefined): string | undefined =>
  sheet === undefined || tail === undefined ? sheet : `${sheet}\n\n${tail}`;

function outcomeTail(snapshot: Snapshot, assessment: Assessment, index: number): string | undefined {
  const of = outcomeKeys(assessment.outcomes)[index];
  return of === undefined
    ? undefined
    : simulatedTail(snapshot, assessment, [
        ["outcomes_expected", of],
        ["cost_per_outcome", of],
      ]);
}

function lineSheet(assessment: Assessment, index: number, here: At, to: LinkTo): string | undefined {
  const line = assessment.lines[index];
  if (line === undefined) return undefined;
  const parts = [sheet(line.total, assessment.priceYear, "over the period", assessment.cite, to)];
  // On the line itself the total is the question; on its parts, what they come to.
  if (here.path.length > 3 && line.perStarter.value !== undefined) parts.push(eachText(line.perStarter, assessment));
  if (line.corrected !== line.total)
    parts.push(sheet(line.corrected, assessment.priceYear, "over the period", assessment.cite, to));
  if (line.timing !== "recurring" || line.line.lasts !== undefined) parts.push(`When: ${escapeMarkdown(line.falls)}.`);
  const counted = countedText(line, assessment);
  if (counted !== "") parts.push(`In the total: ${escapeMarkdown(counted)}.`);
  return parts.join("\n\n");
}

/** `Per family: £417`. */
const eachText = (each: Worked, assessment: Assessment): string =>
  `${escapeMarkdown(sentence(perStarter(assessment)))}: **${escapeMarkdown(shown({ ...each, unit: moneyAlone(each.unit) }))}**`;

function benefitSheet(assessment: Assessment, index: number, to: LinkTo): string | undefined {
  const given = assessment.benefits.filter((each) => each.origin === "given");
  const benefit = given[index];
  if (benefit === undefined) return undefined;
  const parts = [sheet(benefit.total, assessment.priceYear, "over the period", assessment.cite, to)];
  if (benefit.presentValue.value !== undefined)
    parts.push(`Present value: **${escapeMarkdown(shown(benefit.presentValue))}**`);
  if (benefit.falls !== undefined) parts.push(`When: ${escapeMarkdown(benefit.falls)}.`);
  if (benefit.leftOut !== undefined)
    parts.push(`Not added${benefit.leftOut.by === undefined ? "" : `, in ${escapeMarkdown(benefit.leftOut.by)}`}.`);
  return parts.join("\n\n");
}

function outcomeSheet(assessment: Assessment, index: number, to: LinkTo): string | undefined {
  const claim = assessment.outcomes[index];
  if (claim === undefined) return undefined;
  const { result } = claim;
  const cost = outcomePrices(assessment)[index];
  const parts = [sheet(result.expected, undefined, "over the period", assessment.cite, to)];
  if (claim.noEffectShown)
    parts.push("**No effect shown**: the interval contains no effect, so no cost per outcome is given.");
  else if (cost !== undefined)
    parts.push(
      [`Cost per outcome: **${escapeMarkdown(shown(cost))}**`, escapeMarkdown(missingText(cost))]
        .filter((each) => each !== "")
        .join(" · "),
    );
  return parts.join("\n\n");
}

function statedSheet(assessment: Assessment, here: At, to: LinkTo): string | undefined {
  const site = typeof here.path[2] === "string" ? here.path[2] : undefined;
  const stated = assessment.stated.find((each) => each.headline === here.path[1] && each.site === site);
  if (stated === undefined) return undefined;
  const { verdict } = stated;
  switch (verdict.kind) {
    case "agrees":
      return `Agrees with its lines, within rounding.\n\n${sheet(verdict.worked, assessment.ownFigures().priceYear, "", assessment.cite, to)}`;
    case "disagrees":
    case "incomplete":
      return `${verdict.kind === "disagrees" ? "**Does not agree** with its lines." : `Cannot be checked whole: ${escapeMarkdown(lackText(verdict))}.`}\n\n${sheet(verdict.worked, assessment.ownFigures().priceYear, "", assessment.cite, to)}`;
    case "not known":
      return `Cannot be checked: ${escapeMarkdown(lackText(verdict))}.`;
    case "not checked":
      return "Stated, not checked: Wellspent works out no such figure.";
  }
}

/** Headline figures as a table; those that are not worked out are left out. */
function headlines(assessment: Assessment, ids: readonly FigureId[]): string | undefined {
  const figures = ids
    .map((id) => assessment.figures.get(id))
    .filter((figure): figure is Figure => figure !== undefined);
  if (figures.length === 0) return undefined;
  const rows = figures.map(
    (figure) =>
      `| ${escapeMarkdown(figureName(figure, assessment))} | **${escapeMarkdown(shown(figure))}** | ${escapeMarkdown(noteOf(figure))} |`,
  );
  return [`| ${pricesText(assessment)} | | |`, "| --- | ---: | --- |", ...rows].join("\n");
}

const pricesText = (assessment: Assessment): string =>
  assessment.priceYear === undefined ? "prices as printed" : `${assessment.priceYear} prices`;
