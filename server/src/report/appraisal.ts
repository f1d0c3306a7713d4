import type { Assessment } from "../model/assess/types.ts";
import { chainSection } from "./chain.ts";
import { correctionSection } from "./corrections.ts";
import { fromPage, sentence } from "./from-page.ts";
import type { Section } from "./page.ts";
import { partyName } from "./parties.ts";
import { perspectiveSection } from "./perspectives.ts";
import type { ReportSection } from "./types.ts";

/** How benefits are worked out, what each correction does, and how others would count: the argument behind the return. */
export function appraisalSection(assessment: Assessment): ReportSection | undefined {
  const workings = [chainSection(assessment), correctionSection(assessment)].filter(
    (section): section is Section => section !== undefined,
  );
  const others = assessment.figures.has("bcr") ? perspectiveSection(assessment) : undefined;
  if (workings.length === 0 && others === undefined) return undefined;
  return {
    id: "appraisal",
    title: "How the return is worked out",
    paragraphs: [...workings, ...(others === undefined ? [] : [others])].flatMap(({ notes }) => notes),
    charts: [],
    tables: [
      ...workings.map((section) => fromPage(section, section.title, { name: sentence })),
      ...(others === undefined ? [] : [fromPage(others, others.title, { name: partyName })]),
    ],
  };
}
