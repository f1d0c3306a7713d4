/** A report as Markdown: the same headings, sentences and tables as the HTML. Charts are left out, for each has its table. */
import { safeAddress } from "./html/escape.ts";
import { escaped } from "./markdown.ts";
import type { Report, ReportCell, ReportSection, ReportTable } from "./types.ts";

export interface MarkdownReportOptions {
  /** `22 November 2026`: the day the figures were worked out for. */
  readonly asOf: string;
}

/** Reports one after the other, as one document. Nothing of a spec can become HTML, an image, a mention or a heading. */
export function markdownReports(reports: readonly Report[], { asOf }: MarkdownReportOptions): string {
  return reports.length === 0 ? "" : `${reports.map((report) => reportText(report, asOf)).join("\n\n---\n\n")}\n`;
}

function reportText(report: Report, asOf: string): string {
  const facts = [report.id, ...report.facts].filter((each) => each !== "").map(escaped);
  return [
    `# ${escaped(report.title)}`,
    facts.join(" · "),
    ...(report.headlines.length === 0 ? [] : [headlines(report)]),
    ...report.sections.flatMap(sectionText),
    `Worked out by Wellspent from ${escaped(report.path)}, as of ${escaped(asOf)}. Unknown is never taken as zero: what is not known is named beside each figure.`,
  ].join("\n\n");
}

const headlines = ({ headlines: all }: Report): string =>
  table(
    ["", "", ""],
    ["left", "right", "left"],
    all.map(({ label, figure, note }) => [`**${escaped(label)}**`, escaped(figure), escaped(note)]),
  );

function sectionText({ title, paragraphs, tables }: ReportSection): readonly string[] {
  return [`## ${escaped(title)}`, ...paragraphs.map(escaped), ...tables.flatMap(tableText)];
}

function tableText({ caption, columns, rows }: ReportTable): readonly string[] {
  const drawn = rows.map(({ cells, faded, total }) => {
    const mark = total === true ? "**" : faded === true ? "_" : "";
    return cells.map((cell) => wrapped(cellText(cell), mark));
  });
  return [
    `**${escaped(caption)}**`,
    table(
      columns.map(({ title }) => escaped(title)),
      columns.map(({ align }) => align),
      drawn,
    ),
  ];
}

/** A place in a spec is plain text here; an address on the web is a link. */
function cellText(cell: ReportCell): string {
  if (typeof cell === "string") return escaped(cell);
  const address = cell.href === undefined ? undefined : safeAddress(cell.href);
  return address === undefined
    ? escaped(cell.text)
    : `[${escaped(cell.text)}](<${address.replace(/[<>\s|\\]/g, encodeURIComponent)}>)`;
}

const wrapped = (text: string, mark: string): string => (text === "" ? "" : `${mark}${text}${mark}`);

function table(
  head: readonly string[],
  align: readonly ("left" | "right")[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(align.map((each) => (each === "right" ? "--:" : ":--"))), ...rows.map(line)].join("\n");
}
