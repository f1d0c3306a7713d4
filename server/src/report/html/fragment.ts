import type { DrawnChart } from "../charts/types.ts";
import type {
  LinkedCell,
  Report,
  ReportCell,
  ReportHeadline,
  ReportRow,
  ReportSection,
  ReportTable,
} from "../types.ts";
import { escapeHtml, safeAddress } from "./escape.ts";

export interface FragmentOptions {
  /** Number of a link to a place, where the reader can follow one (the panel); without it places are plain text. */
  readonly link?: (cell: LinkedCell) => number | undefined;
  /** Whether buttons can be pressed: in the panel. */
  readonly actions?: boolean;
}

/** Rows of a table beyond which nobody reads on, and a browser takes long to lay out. */
const mostRows = 1000;

/** The body of a report as HTML: headings in order, a table beside every chart, every text of the spec escaped. */
export function reportFragment(report: Report, drawn: readonly DrawnChart[], options: FragmentOptions = {}): string {
  const charts = new Map(drawn.map((chart) => [chart.id, chart]));
  return [
    "<header>",
    `<h1>${escapeHtml(report.title)}</h1>`,
    `<p class="facts">${[report.id, ...report.facts]
      .filter((each) => each !== "")
      .map(escapeHtml)
      .join(" · ")}</p>`,
    "</header>",
    report.headlines.length === 0 ? "" : `<dl class="headlines">${report.headlines.map(headline).join("")}</dl>`,
    ...report.sections.map((each) => section(each, charts, options)),
  ].join("\n");
}

function headline({ label, figure, note, known }: ReportHeadline): string {
  // A long figure breaks before its unit.
  const shown = escapeHtml(figure).replaceAll("/", "<wbr>/");
  const below = note === "" ? "" : `<dd class="note">${escapeHtml(note)}</dd>`;
  return `<div${known ? "" : ' class="open"'}><dt>${escapeHtml(label)}</dt><dd class="figure">${shown}</dd>${below}</div>`;
}

function section(each: ReportSection, charts: ReadonlyMap<string, DrawnChart>, options: FragmentOptions): string {
  const name = `section-${escapeHtml(each.id)}`;
  return [
    `<section aria-labelledby="${name}">`,
    `<h2 id="${name}">${escapeHtml(each.title)}</h2>`,
    ...each.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...(each.action === undefined || options.actions !== true
      ? []
      : [`<p><button type="button" data-action="${each.action.id}">${escapeHtml(each.action.text)}</button></p>`]),
    ...each.charts.flatMap((chart) => {
      const found = charts.get(chart.id);
      return found === undefined
        ? []
        : [
            `<figure${chart.kind === "gap-map" ? ' class="wide" role="region" tabindex="0" aria-label="Gap map"' : ""}>${found.svg}<figcaption>${escapeHtml(chart.title)}</figcaption></figure>`,
          ];
    }),
    ...each.tables.map((one) => table(one, options)),
    "</section>",
  ].join("\n");
}

function table({ caption, columns, rows }: ReportTable, options: FragmentOptions): string {
  const head = columns.map(({ title, align }) =>
    title === ""
      ? "<td></td>"
      : `<th scope="col"${align === "right" ? ' class="number"' : ""}>${unbroken(escapeHtml(title))}</th>`,
  );
  const rest = rows.length - mostRows;
  const more =
    rest > 0 ? `<tr><td colspan="${columns.length}">and ${rest} more, which stand in the spec itself</td></tr>` : "";
  // A wide table scrolls by itself; a scrolling region must be reachable by keyboard.
  return [
    `<div class="wide" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"><table>`,
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>${rows
      .slice(0, mostRows)
      .map((row) => tableRow(row, columns, options))
      .join("\n")}${more}</tbody>`,
    "</table></div>",
  ].join("\n");
}

/** In a narrow table a year as `2013-14` and a word as `local-authority` stay on one line; a long one may break. */
const unbroken = (html: string): string =>
  html.replace(/\w+(?:-\w+)+/g, (word) => (word.length > 16 ? word : `<span class="unbroken">${word}</span>`));

function tableRow(row: ReportRow, columns: ReportTable["columns"], options: FragmentOptions): string {
  const classes = [...(row.faded ? ["faded"] : []), ...(row.total ? ["total"] : [])];
  const cells = row.cells.map((cell, at) => {
    const number = columns[at]?.align === "right" ? ' class="number"' : isLong(cell) ? ' class="long"' : "";
    const inner = cellHtml(cell, options);
    return at === 0 ? `<th scope="row"${number}>${inner}</th>` : `<td${number}>${inner}</td>`;
  });
  return `<tr${classes.length === 0 ? "" : ` class="${classes.join(" ")}"`}>${cells.join("")}</tr>`;
}

/** Words that would stand a few to the line, ten lines high, in a column squeezed by those of figures beside it. */
const isLong = (cell: ReportCell): boolean => (typeof cell === "string" ? cell : cell.text).length > 60;

function cellHtml(cell: ReportCell, { link }: FragmentOptions): string {
  if (typeof cell === "string") return unbroken(escapeHtml(cell));
  const text = unbroken(escapeHtml(cell.text));
  const address = cell.href === undefined ? undefined : safeAddress(cell.href);
  if (address !== undefined) return `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${text}</a>`;
  const place = cell.at === undefined ? undefined : link?.(cell);
  return place === undefined ? text : `<a href="#" data-place="${place}">${text}</a>`;
}
