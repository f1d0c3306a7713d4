import type { Assessment } from "../model/assess/types.ts";
import { chainSection } from "./chain.ts";
import { correctionSection } from "./corrections.ts";
import { fromPage, sentence } from "./from-page.ts";
import type { Section } from "./page.ts";
import { perspectiveSection } from "./perspectives.ts";
import type { ReportSection } from "./types.ts";

/** How benefits are worked out, what each correction does, and how others would count: the argument behind the return. */
export function appraisalSection(assessment: Assessment): ReportSection | undefined {
  const sections = [
    chainSection(assessment),
    correctionSection(assessment),
    assessment.figures.has("bcr") ? perspectiveSection(assessment) : undefined,
  ].filter((section): section is Section => section !== undefined);
  if (sections.length === 0) return undefined;
  return {
    id: "appraisal",
    title: "How the return is worked out",
    paragraphs: sections.flatMap(({ notes }) => notes),
    charts: [],
    tables: sections.map((section) => fromPage(section, section.title, { name: sentence })),
  };
}
