import type { Snapshot } from "../analysis/types.ts";
import { powerOf } from "../evidence/power/power.ts";
import {
  type DesignAssessment,
  designOf,
  type PlanReading,
  type SupportedEffect,
} from "../model/assess/design/index.ts";
import { expectedText, powerText } from "../model/assess/design/words.ts";
import { designLine, formulaOf, lettersOf, moreNeeded, multiplierText } from "../report/design-words.ts";
import { evidenceSources } from "../report/sources.ts";
import { formatNumber, formatPercent } from "../values/format.ts";
import type { At } from "./at.ts";
import { escapeMarkdown } from "./escape.ts";

/** Keys of an evaluation that its power hangs on. */
const powered = new Set([
  "design",
  "clusters",
  "per_cluster",
  "steps",
  "cluster_autocorrelation",
  "participants",
  "groups",
  "blocks",
  "size_variation",
  "icc",
  "explained",
  "covariates",
  "allocation",
  "power",
  "significance",
  "primary_tests",
  "multiplier",
  "attrition",
  "cluster_attrition",
  "expected_effect",
]);

/** On an evaluation, and on what its power hangs on: what the plan can find, with the formula and its numbers. Undefined elsewhere. */
export function designSheet(snapshot: Snapshot, here: At): string | undefined {
  const [first, second] = here.path;
  if (here.spec.kind !== "intervention" || first !== "evaluation" || here.spec.reading === undefined) return undefined;
  if (typeof second === "string" ? !powered.has(second) : !here.onKey) return undefined;
  const design = designOf(here.spec.reading, evidenceSources(snapshot));
  return design === undefined ? undefined : sheetOf(design);
}

function sheetOf(design: DesignAssessment): string {
  const { plan, detectable, expected, chances } = design;
  const line = designLine(design);
  const parts = [`**${escapeMarkdown(line.slice(0, 1).toUpperCase() + line.slice(1))}**`];
  if (plan.notComputed !== undefined) return [...parts, escapeMarkdown(`It is ${plan.notComputed}.`)].join("\n\n");
  if (design.ifIcc.length > 0) parts.push(ifIccTable(design));
  if (detectable === undefined) return parts.join("\n\n");
  if (chances !== undefined) parts.push(escapeMarkdown(chancesText(chances)));
  parts.push(
    [
      escapeMarkdown(`Smallest detectable effect = ${formulaOf(plan)}`),
      "",
      "| | | |",
      "| --- | ---: | --- |",
      ...lettersOf(plan).map(
        ([letter, value, meaning]) => `| ${letter} | **${escapeMarkdown(value)}** | ${escapeMarkdown(meaning)} |`,
      ),
    ].join("\n"),
    escapeMarkdown(`${multiplierText(detectable, plan)}.`),
  );
  const rows = expected.map((each) => {
    if (each.size.kind === "needs") return `- ${each.text}: needs ${each.size.lacking.what}`;
    const how = each.size.from === "" ? "" : ` (${each.size.from})`;
    const power = each.power === undefined ? "not known" : powerText(each.power);
    return `- Expected ${expectedText(each, detectable.effect)}${how}: power ${power}, ${moreNeeded(each, plan)}`;
  });
  if (rows.length > 0) parts.push(rows.map((row) => `- ${escapeMarkdown(row.slice(2))}`).join("\n"));
  const supported = design.supported();
  if (supported !== undefined) parts.push(escapeMarkdown(supportedText(supported, plan)));
  const notes = [...(plan.taken.length === 0 ? [] : [`Taken as usual: ${plan.taken.join("; ")}`]), ...plan.notes];
  if (notes.length > 0) parts.push(notes.map((note) => escapeMarkdown(`${note}.`)).join(" "));
  parts.push(
    plan.kind === "stepped-wedge"
      ? "Hussey and Hughes 2007; clusters that change over time by Hooper and others 2016\\. U, W and V count the periods with the intervention\\."
      : "Dong and Maynard 2013, PowerUp\\!; unequal clusters by Eldridge, Ashby and Kerry 2006\\.",
  );
  return parts.join("\n\n");
}

/** What the evidence supports, and the chance of finding just that. */
function supportedText({ studies, text, sd }: SupportedEffect, { design, test }: PlanReading): string {
  const power = design === undefined ? undefined : powerOf(design, sd, test);
  const chance = power === undefined || sd === 0 ? "" : `: the power for that is ${powerText(power)}`;
  return `Its evidence (${studies === 1 ? "one study" : `${studies} studies`}): ${text}, g ${sd.toFixed(2)}${sd > 0 ? chance : ""}.`;
}

function chancesText({ without, below, above }: NonNullable<DesignAssessment["chances"]>): string {
  const found = [below, above].flatMap((chance) => (chance === undefined ? [] : [formatPercent(chance)]));
  return found.length === 0
    ? `From ${formatPercent(without)} without it, no other chance is far enough to be found.`
    : `From ${formatPercent(without)} without it, ${found.join(" or ")} with it is found.`;
}

function ifIccTable({ ifIcc }: DesignAssessment): string {
  return [
    "If the intraclass correlation were",
    "",
    "| icc | smallest detectable effect |",
    "| ---: | ---: |",
    ...ifIcc.map(
      ({ icc, detectable }) =>
        `| ${escapeMarkdown(formatNumber(icc))} | ${detectable === undefined ? "none" : escapeMarkdown(`g ${detectable.effect.toFixed(2)}`)} |`,
    ),
  ].join("\n");
}
