import { statSync } from "node:fs";
import { join } from "node:path";
import { dayText } from "../../report/day.ts";
import type { Report } from "../../report/types.ts";
import { asId } from "../../schema/names.ts";
import { asOfDate } from "../as-of.ts";
import { chosenByUser } from "../choose.ts";
import { exitCodes, UsageError } from "../exit-codes.ts";
import { deliver, tellNotices } from "../output.ts";
import { openTerminal } from "../terminal.ts";
import { type Home, visitFiles } from "../visit.ts";
import { nothingToCheck } from "./nothing.ts";

/** As commander hands them over. */
export interface ReportOptions {
  readonly output?: string;
  readonly format?: "html" | "markdown";
  readonly only: readonly string[];
  readonly simulate?: boolean;
  readonly asOf?: string;
  readonly color?: boolean;
}

/** Width in pixels at which charts of a file are drawn: that of its page. */
const pageWidth = 900;

/** `wellspent report`: returns the exit code. */
export async function report(paths: readonly string[], options: ReportOptions): Promise<number> {
  const target = targetOf(options);
  const asOf = asOfDate(options.asOf);
  const terminal = openTerminal(options.color);
  const reports: Report[] = [];
  const { files, notices } = await visitFiles(paths, { asOf, terminal, open: true }, async (home) => {
    reports.push(...(await reportsIn(home, options)));
  });
  const wanted = chosenByUser(reports, options.only, ({ id }) => (id === "" ? undefined : id));
  tellNotices(notices, terminal);
  if (wanted.length === 0) {
    terminal.err(
      files === 0
        ? nothingToCheck(paths)
        : "None of these files holds an intervention, a portfolio or an area to report on.\n",
    );
    return exitCodes.nothing;
  }
  let delivered = true;
  for (const { file, text } of await filesOf(wanted, target, dayText(asOf))) {
    delivered = deliver(text, file, terminal) && delivered;
    if (file !== undefined && delivered) terminal.err(`${file}\n`);
  }
  return delivered && !notices.some((notice) => notice.incomplete) ? exitCodes.clean : exitCodes.unreadable;
}

interface Target {
  readonly format: "html" | "markdown";
  readonly file: string | undefined;
  /** A folder: one file for each report. */
  readonly folder: boolean;
}

function targetOf({ output, format }: ReportOptions): Target {
  if (output === undefined) return { format: format ?? "markdown", file: undefined, folder: false };
  if (/[/\\]$/.test(output) || statSync(output, { throwIfNoEntry: false })?.isDirectory() === true)
    return { format: format ?? "html", file: output, folder: true };
  const named = /\.html?$/i.test(output) ? "html" : /\.(?:md|markdown)$/i.test(output) ? "markdown" : undefined;
  if (named === undefined && format === undefined)
    throw new UsageError(
      `"--output ${output}" ends neither in .html nor in .md. Say which with --format html or --format markdown.`,
    );
  return { format: format ?? (named as "html" | "markdown"), file: output, folder: false };
}

async function reportsIn({ snapshot, path, project }: Home, { simulate }: ReportOptions): Promise<readonly Report[]> {
  const { reportOf } = await import("../../report/model.ts");
  const { portfolioReport } = await import("../../report/places/portfolio-report.ts");
  const { areaReport } = await import("../../report/places/area-report.ts");
  if (simulate === true) {
    const { simulated } = await import("../../analysis/simulated.ts");
    for (const each of snapshot.assessments(path)) {
      const found = simulated(snapshot, each);
      if (found !== undefined) snapshot.simulations.set(each.assessment, found);
    }
    const { simulatedPortfolio } = await import("../../analysis/simulated-portfolio.ts");
    for (const each of snapshot.portfolios(path)) {
      const found = simulatedPortfolio(snapshot, each);
      if (found !== undefined) snapshot.portfolioSimulations.set(each.assessment, found);
    }
  }
  return [
    ...snapshot.assessments(path).map((each) => reportOf(snapshot, path, each)),
    ...snapshot.portfolios(path).map((each) => portfolioReport(snapshot, path, each)),
    ...snapshot.areas(path).map((each) => areaReport(snapshot, path, each)),
  ].map((made) => ({ ...made, path: project.show(path) }));
}

interface Written {
  readonly file: string | undefined;
  readonly text: string;
}

/** Every file that is to be written, with its text; without a file, what goes to standard output. */
async function filesOf(
  reports: readonly Report[],
  { format, file, folder }: Target,
  asOf: string,
): Promise<readonly Written[]> {
  if (format === "markdown") {
    const { markdownReports } = await import("../../report/markdown-report.ts");
    if (!folder) return [{ file, text: markdownReports(reports, { asOf }) }];
    return named(reports, file ?? "", ".md").map(([name, one]) => ({
      file: name,
      text: markdownReports([one], { asOf }),
    }));
  }
  if (!folder && reports.length > 1)
    throw new UsageError(
      `There are ${reports.length} reports, and one HTML file holds one. Name a folder (--output reports/), or choose one with --only: ${reports.map(({ id }) => id).join(", ")}.`,
    );
  const { reportPage } = await import("../../report/html/page.ts");
  // The charting library is loaded with the first report, not with the command line.
  const { draw } = await import("../../report/charts/draw.ts");
  const page = (one: Report): string =>
    reportPage(
      one,
      one.sections.flatMap(({ charts }) => charts).map((chart) => draw(chart, pageWidth)),
      { asOf },
    );
  return folder
    ? named(reports, file ?? "", ".html").map(([name, one]) => ({ file: name, text: page(one) }))
    : reports.map((one) => ({ file, text: page(one) }));
}

/** A file name for each, from its id; never a way out of the folder. */
function named(reports: readonly Report[], folder: string, ending: string): readonly (readonly [string, Report])[] {
  const taken = new Set<string>();
  return reports.map((one) => {
    const base = asId(one.id) ?? asId(one.title) ?? "report";
    let name = base;
    for (let more = 2; taken.has(name); more++) name = `${base}-${more}`;
    taken.add(name);
    return [join(folder, `${name}${ending}`), one] as const;
  });
}
