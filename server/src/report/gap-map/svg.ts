/** The gap map as an image: a grid of marks, one a finding, with the number of studies beside it. */
import { type Ink, ink } from "../charts/palette.ts";
import type { DrawnChart } from "../charts/types.ts";
import { escapeHtml } from "../html/escape.ts";
import type { GapMapChart } from "./chart.ts";
import type { GapMap, MapCell, StudyFinding } from "./types.ts";
import { cellText, countsOf, mapText } from "./words.ts";

/** Pixels across a cell: as wide as there is room for marks with their numbers, else marks alone. */
const widestCell = 58;
const narrowestCell = 28;
/** Below this a number has no room beside its mark. */
const roomForNumbers = 50;
const cellHeight = 36;
const labelWidth = 260;
const font = 'font-family="sans-serif"';
/** Width of a letter at 12 pixels, on the safe side. */
const letter = 6.4;

/**
 * Draws the map for a place `room` pixels wide; it is wider where its columns need it. Colours never speak alone: each finding has a
 * shape of its own, and every cell says itself in words on hover.
 */
export function drawGapMap(chart: GapMapChart, room = Number.POSITIVE_INFINITY): DrawnChart {
  const { id, title } = chart;
  const map = cropped(chart.map);
  const longest = Math.min(34, Math.max(8, ...map.columns.map((column) => column.title.length)));
  const headHeight = Math.ceil(longest * letter * 0.72) + 16;
  const slant = Math.ceil(longest * letter * 0.72);
  const share = (room - labelWidth - slant) / Math.max(1, map.columns.length);
  const cellWidth = Math.round(Math.min(widestCell, Math.max(narrowestCell, share)));
  const width = labelWidth + map.columns.length * cellWidth + slant;
  const gridHeight = map.rows.length * cellHeight;
  const keyTop = headHeight + gridHeight + 22;
  const key = legend(map, chart.map, keyTop, Math.min(width, Math.max(room, 320)));
  const height = keyTop + key.height;
  const svg = [
    `<svg role="img" aria-label="${escapeHtml(`${title}. ${mapText(chart.map)}`)}" xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...map.columns.map((column, at) =>
      columnLabel(column.title, labelWidth + at * cellWidth + cellWidth / 2, headHeight - 6),
    ),
    ...map.rows.flatMap((row, at) => {
      const y = headHeight + at * cellHeight;
      return [
        text(
          cut(row.title, Math.floor((labelWidth - 16) / letter)),
          labelWidth - 10,
          y + cellHeight / 2 + 4,
          "text",
          'text-anchor="end"',
          row.title,
        ),
        ...row.cells.map((cell, nth) =>
          cellMarks(
            cell,
            { x: labelWidth + nth * cellWidth, y, cellWidth },
            `${row.title}, ${map.columns[nth]?.title ?? ""}: ${cellText(cell)}`,
          ),
        ),
      ];
    }),
    key.svg,
    "</svg>",
  ].join("");
  return { id, title, svg };
}

const text = (words: string, x: number, y: number, colour: Ink, more = "", whole = words): string =>
  `<text x="${round(x)}" y="${round(y)}" ${font} font-size="12" fill="${ink(colour)}" ${more}>${whole === words ? "" : `<title>${escapeHtml(whole)}</title>`}${escapeHtml(words)}</text>`;

const columnLabel = (title: string, x: number, y: number): string =>
  text(cut(title, 34), 0, 0, "text", `transform="translate(${round(x)} ${round(y)}) rotate(-46)"`, title);

const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, Math.max(1, most - 1)).trimEnd()}…` : words;

const round = (value: number): number => Math.round(value * 10) / 10;

interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly cellWidth: number;
}

/** Most kinds of finding drawn in one cell; the words of the cell name them all. */
const mostMarks = 4;

/** A cell: its frame says whether it is claimed, its marks what was found, their fill how strong the design is. */
function cellMarks(cell: MapCell, { x, y, cellWidth }: CellBox, words: string): string {
  const frame = `<rect x="${x + 1}" y="${y + 1}" width="${cellWidth - 2}" height="${cellHeight - 2}" rx="3" fill="none" stroke="${ink(cell.claimed ? "quiet" : "line")}" stroke-width="${cell.claimed ? 1.5 : 0.5}"${cell.state === "claimed, not studied" ? ' stroke-dasharray="4 3"' : ""}/>`;
  const counts = countsOf(cell).slice(0, mostMarks);
  const question =
    cell.claimed && counts.length === 0
      ? text("?", x + cellWidth / 2, y + cellHeight / 2 + 4, "quiet", 'text-anchor="middle"')
      : "";
  const numbered = cellWidth >= roomForNumbers;
  const marks = counts.map(([finding, count], at) => {
    const alone = count > 1 && counts.length === 1;
    const [mx, my] = spot(at, counts.length, { x: alone && !numbered ? x - 4 : x, y, cellWidth });
    const strong = cell.studies.some((each) => each.finding === finding && each.strength === "randomised");
    const number = numbered || alone ? text(String(count), mx + 8, my + 4, "text") : "";
    return mark(finding, mx, my, strong) + number;
  });
  return `<g><title>${escapeHtml(words)}</title>${frame}${question}${marks.join("")}</g>`;
}

/** Where one of several marks stands: one in the middle, two beside each other, more in two lines. */
function spot(at: number, count: number, { x, y, cellWidth }: CellBox): readonly [number, number] {
  const shift = cellWidth >= roomForNumbers ? 7 : 0;
  if (count === 1) return [round(x + cellWidth / 2 - shift), y + cellHeight / 2];
  const column = x + (cellWidth * (1 + 2 * (at % 2))) / 4;
  const line = count > 2 ? y + 11 + Math.floor(at / 2) * 14 : y + cellHeight / 2;
  return [round(column - shift), line];
}

/** Solid for a randomised study, open for a weaker one. */
function mark(finding: StudyFinding, x: number, y: number, strong: boolean): string {
  const paint = (colour: Ink): string =>
    `fill="${strong ? ink(colour) : "none"}" stroke="${ink(colour)}" stroke-width="1.5"`;
  const up = `${x},${y - 6} ${x + 6},${y + 5} ${x - 6},${y + 5}`;
  const down = `${x},${y + 6} ${x + 6},${y - 5} ${x - 6},${y - 5}`;
  switch (finding) {
    case "better":
      return `<polygon points="${up}" ${paint("benefit")}/>`;
    case "worse":
      return `<polygon points="${down}" ${paint("cost")}/>`;
    case "no effect shown":
      return `<rect x="${x - 5}" y="${y - 5}" width="10" height="10" ${paint("text")}/>`;
    case "better, not tested":
      return `<polygon points="${up}" fill="none" stroke="${ink("benefit")}" stroke-width="1.5" stroke-dasharray="2 2"/>`;
    case "worse, not tested":
      return `<polygon points="${down}" fill="none" stroke="${ink("cost")}" stroke-width="1.5" stroke-dasharray="2 2"/>`;
    case "change only":
      return text("~", x - 4, y + 4, "text");
    case "direction not known":
      return `<circle cx="${x}" cy="${y}" r="5" ${paint("quiet")}/>`;
    case "not measured":
      return text("×", x - 4, y + 4, "quiet");
    case "result not known":
      return text("…", x - 6, y + 3, "quiet");
  }
}

const explained: Readonly<Record<StudyFinding, string>> = {
  better: "better",
  worse: "worse",
  "no effect shown": "no effect shown (a finding)",
  "better, not tested": "better, not tested against chance",
  "worse, not tested": "worse, not tested against chance",
  "change only": "before and after only",
  "direction not known": "an effect, direction not said",
  "not measured": "meant to be measured, was not",
  "result not known": "result not known",
};

/** Largest map that is drawn: beyond, nobody can read it as an image. */
const mostRows = 300;
const mostColumns = 150;

const cropped = (map: GapMap): GapMap =>
  map.rows.length <= mostRows && map.columns.length <= mostColumns
    ? map
    : {
        ...map,
        columns: map.columns.slice(0, mostColumns),
        rows: map.rows.slice(0, mostRows).map((row) => ({ ...row, cells: row.cells.slice(0, mostColumns) })),
      };

const moreOf = (count: number, what: string): { readonly svg: () => string; readonly words: string }[] =>
  count <= 0 ? [] : [{ svg: () => "", words: `and ${count} more ${what}, not drawn` }];

/** Only what the map holds is explained. */
function legend(
  { rows, columns }: GapMap,
  whole: GapMap,
  top: number,
  width: number,
): { readonly svg: string; readonly height: number } {
  const cells = rows.flatMap((row) => row.cells);
  const used = Object.entries(explained).filter(([finding]) =>
    cells.some(({ studies }) => studies.some((study) => study.finding === finding)),
  ) as [StudyFinding, string][];
  const items: { readonly svg: (x: number, y: number) => string; readonly words: string }[] = [
    ...used.map(([finding, words]) => ({ svg: (x: number, y: number) => mark(finding, x + 6, y - 4, true), words })),
    ...(cells.some(({ strength }) => strength !== undefined && strength !== "randomised")
      ? [{ svg: (x: number, y: number) => mark("better", x + 6, y - 4, false), words: "open: not randomised" }]
      : []),
    ...(cells.some(({ state }) => state === "claimed, not studied")
      ? [
          {
            svg: (x: number, y: number) =>
              `<rect x="${x}" y="${y - 11}" width="14" height="14" rx="3" fill="none" stroke="${ink("quiet")}" stroke-width="1.5" stroke-dasharray="4 3"/>`,
            words: "claimed, no study",
          },
        ]
      : []),
    {
      svg: (x: number, y: number) =>
        `<rect x="${x}" y="${y - 11}" width="14" height="14" rx="3" fill="none" stroke="${ink("line")}" stroke-width="0.5"/>`,
      words: "empty: never looked at",
    },
    ...moreOf(whole.rows.length - rows.length, "rows"),
    ...moreOf(whole.columns.length - columns.length, "columns"),
  ];
  const edge = 4;
  let [x, y] = [edge, top];
  const drawn = items.map(({ svg, words }) => {
    const wide = 22 + words.length * letter + 18;
    if (x > edge && x + wide > Math.max(width, 320)) [x, y] = [edge, y + 20];
    const part = `${svg(x, y)}${text(words, x + 20, y, "quiet")}`;
    x += wide;
    return part;
  });
  return { svg: drawn.join(""), height: y - top + 14 };
}
