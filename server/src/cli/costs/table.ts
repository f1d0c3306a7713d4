import type { Column, CostPage, Row, Section } from "../../report/page.ts";
import { type Colours, harmless } from "../terminal.ts";
import { displayWidth } from "../width.ts";

export interface TableStyle {
  readonly colours: Colours;
  readonly width: number;
}

/** Words in a column are cut beyond this; figures never are. */
const widestText = 46;
const gap = "  ";

/** Pages as tables for a terminal. */
export function drawPages(pages: readonly CostPage[], style: TableStyle): string {
  return pages.length === 0 ? "" : `${pages.map((page) => drawPage(page, style)).join("\n\n")}\n`;
}

function drawPage(page: CostPage, style: TableStyle): string {
  const { bold, dim } = style.colours;
  const out = [
    `${bold(harmless(page.title))}  ${dim(harmless(page.id))}`,
    dim(wrap([page.path, ...page.facts].map(harmless), " · ", style.width)),
  ];
  if (page.headlines.length > 0) {
    const rows = page.headlines.map(({ label, figure, note }): Row => ({ cells: [label, figure, note] }));
    const columns: Column[] = [
      { title: "", align: "left" },
      { title: "", align: "right" },
      { title: "", align: "left" },
    ];
    out.push("", ...drawRows(columns, rows, style, { indent: "  ", freeLast: true }));
  }
  for (const section of page.sections) out.push("", ...drawSection(section, style));
  for (const note of page.notes) out.push("", wrap(harmless(note).split(" "), " ", style.width));
  return out.join("\n");
}

function drawSection(section: Section, style: TableStyle): string[] {
  const { bold, dim } = style.colours;
  // Of an empty table the notes say why.
  const rows =
    section.rows.length === 0
      ? []
      : drawRows(section.columns, section.rows, style, { indent: "  ", head: true, freeLast: true });
  return [
    bold(section.title),
    ...rows,
    ...section.notes.map((note) => dim(`  ${wrap(harmless(note).split(" "), " ", style.width - 2, "  ")}`)),
  ];
}

function drawRows(
  columns: readonly Column[],
  rows: readonly Row[],
  { colours, width }: TableStyle,
  options: { readonly indent: string; readonly head?: boolean; readonly freeLast: boolean },
): string[] {
  const cells = rows.map((row) =>
    row.cells.map((cell, at) =>
      cut(harmless(cell), columns[at]?.align === "left" && !(options.freeLast && at === columns.length - 1)),
    ),
  );
  const head = columns.map((column) => column.title);
  const widths = columns.map((_, at) =>
    Math.max(options.head ? displayWidth(head[at] as string) : 0, ...cells.map((row) => displayWidth(row[at] ?? ""))),
  );
  const line = (row: readonly string[]): string =>
    (
      options.indent + row.map((cell, at) => pad(cell, widths[at] as number, columns[at]?.align ?? "left")).join(gap)
    ).trimEnd();
  const out = options.head ? [colours.dim(line(head))] : [];
  const before = options.indent.length + widths.slice(0, -1).reduce((sum, each) => sum + each + gap.length, 0);
  rows.forEach((row, at) => {
    const own = cells[at] as string[];
    // What does not fit in the last column goes on below it, where there is room to read.
    const room = Math.max(24, width - before);
    const [first = "", ...rest] =
      options.freeLast && columns.at(-1)?.align === "left"
        ? wrap((own.at(-1) ?? "").split(" "), " ", room).split("\n")
        : [own.at(-1) ?? ""];
    const drawn = [line([...own.slice(0, -1), first]), ...rest.map((each) => " ".repeat(before) + each)];
    const paint = row.faded ? colours.dim : row.total ? colours.bold : (each: string) => each;
    out.push(...drawn.map(paint));
  });
  return out;
}

function cut(text: string, isText: boolean): string {
  if (!isText || displayWidth(text) <= widestText) return text;
  let out = "";
  for (const each of text) {
    if (displayWidth(out + each) >= widestText) break;
    out += each;
  }
  return `${out.trimEnd()}…`;
}

function pad(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "left" ? text + space : space + text;
}

/** Joins words and breaks lines before they pass the width. */
function wrap(words: readonly string[], joint: string, width: number, indent = ""): string {
  const rows: string[] = [];
  let row = "";
  for (const word of words) {
    if (row !== "" && displayWidth(row) + joint.length + displayWidth(word) > width) {
      rows.push(row);
      row = indent + word;
    } else row = row === "" ? word : row + joint + word;
  }
  return [...rows, row].join("\n");
}
