import type { AssessedSpec, Snapshot } from "../analysis/types.ts";
import type { Assessment } from "../model/assess/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { appraisalSection } from "./appraisal.ts";
import { assumptionSection } from "./assumptions.ts";
import { longest } from "./charts/longest.ts";
import type { BarChart } from "./charts/types.ts";
import { costSection } from "./costs.ts";
import { designSection } from "./design.ts";
import { evidenceSection } from "./evidence.ts";
import { factsOf } from "./facts.ts";
import { fromPage, sentence } from "./from-page.ts";
import { headlinesOf } from "./headlines.ts";
import { improvements } from "./improve.ts";
import { missingSection } from "./missing.ts";
import { otherVolumesReport } from "./other-volumes.ts";
import { overTimeSection } from "./over-time.ts";
import type { CostPage } from "./page.ts";
import { pageOf } from "./pages.ts";
import { partiesSection, partyName } from "./parties.ts";
import { planSection } from "./plan.ts";
import { benefitSection, statedSection } from "./sections.ts";
import { theorySection } from "./theory.ts";
import type { Report, ReportSection } from "./types.ts";
import { notYetSimulated, uncertaintySection } from "./uncertainty-report.ts";
import { shown } from "./words.ts";

/**
 * The report of one intervention, from the same assessment and in the same words as the command line and the editor. `offer`: whether
 * somebody can press a button in it. A simulation is shown where one has been made.
 */
export function reportOf(
  snapshot: Snapshot,
  path: FilePath,
  assessed: AssessedSpec,
  { offer = false }: { readonly offer?: boolean } = {},
): Report {
  const { assessment } = assessed;
  const page = pageOf(assessed, path);
  const simulated = snapshot.simulations.get(assessment);
  return {
    title: page.title,
    id: page.id,
    path,
    facts: factsOf(assessed),
    headlines: headlinesOf(assessment),
    sections: [
      costSection(assessment),
      otherVolumesReport(assessment),
      benefits(assessment),
      overTimeSection(assessment),
      partiesSection(assessment),
      appraisalSection(assessment),
      simulated === undefined ? (offer ? notYetSimulated(assessment) : undefined) : uncertaintySection(simulated),
      theorySection(assessed),
      evidenceSection(assessed, snapshot, path),
      planSection(assessed, snapshot, path),
      designSection(snapshot, assessed),
      missingSection(snapshot, path, assessed, improvements(snapshot, path, assessed)),
      stated(assessment),
      figures(page),
      assumptionSection(snapshot, assessed, page.notes),
    ].filter((section) => section !== undefined),
  };
}

/** Every benefit, those that are not added with the reason; bars for those that are added and known. */
function benefits(assessment: Assessment): ReportSection | undefined {
  const section = benefitSection(assessment, partyName);
  if (section === undefined) return undefined;
  const all = assessment.benefits.flatMap(({ name, total, leftOut }) =>
    leftOut !== undefined || total.value === undefined
      ? []
      : [{ label: name, bars: [{ series: "benefit" as const, value: total.value, shown: shown(total) }] }],
  );
  const { rows, note } = longest(all);
  const title = `Benefits that are added, over the period, undiscounted${note}`;
  const chart: BarChart = {
    kind: "bars",
    id: "benefits",
    title,
    description: rows.map(({ label, bars }) => `${label} ${bars[0]?.shown}`).join("; "),
    rows,
  };
  return {
    id: "benefits",
    title: "What it brings",
    paragraphs: [...section.notes],
    charts: rows.length < 2 ? [] : [chart],
    tables: [fromPage(section, "Benefits one by one", { places: assessment.benefits.map((each) => each.at) })],
  };
}

function stated(assessment: Assessment): ReportSection | undefined {
  const section = statedSection(assessment);
  if (section === undefined) return undefined;
  const places = assessment.stated.map((each) => each.at);
  return {
    id: "stated",
    title: "What the source prints",
    paragraphs: ["The figures of the publication beside what its own lines come to, both in its own prices."],
    charts: [],
    tables: [fromPage(section, "Printed and worked out", { places, remarks: "Verdict", name: spelt })],
  };
}

/** A headline as a key of the format, in words: `net_benefit/case` is the net benefit per case. */
const spelt = (key: string): string =>
  sentence(key.replaceAll("_", " ").replace("/", " per ").replace("benefit cost", "benefit-cost"));

function figures({ headlines }: CostPage): ReportSection | undefined {
  if (headlines.length === 0) return undefined;
  return {
    id: "figures",
    title: "All headline figures",
    paragraphs: [],
    charts: [],
    tables: [
      {
        caption: "Headline figures, with what is missing from each",
        columns: [
          { title: "Figure", align: "left" },
          { title: "Value", align: "right" },
          { title: "To note", align: "left" },
        ],
        rows: headlines.map(({ label, figure, note }) => ({ cells: [label, figure, note] })),
      },
    ],
  };
}
