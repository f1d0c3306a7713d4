/**
 * A theory of change drawn: a band for each kind of step, from what is put in at the top to what changes at the bottom, and an arrow for
 * each link. Written by hand: the charting library has no layered drawing, and boxes with words need none.
 */
import { escapeHtml } from "../html/escape.ts";
import { ink, palettes } from "./palette.ts";
import type { TheoryChart } from "./types.ts";

const letter = 6.6;
const lineHeight = 16;
const size = 13;
const pad = 8;
const gap = 14;
/** Room between bands, for arrows to be followed. */
const between = 46;
/** Room for the name of a band above its boxes. */
const label = 20;
const edge = 4;

/** Boxes are filled, so that an arrow that passes behind does not cross their words. */
const ground = `var(--ws-ground,${palettes.light.ground})`;

interface Box {
  readonly name: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The drawing as SVG for a place `across` pixels wide; every text escaped. */
export function theorySvg(chart: TheoryChart, across: number): string {
  const { boxes, names, height } = layOut(chart, across);
  const held = new Map(boxes.map((box) => [box.name, box]));
  const arrows = chart.links.flatMap(({ from, to, firm }) => {
    const [start, end] = [held.get(from), held.get(to)];
    return start === undefined || end === undefined || start === end ? [] : [arrow(start, end, firm)];
  });
  return [
    `<svg width="${across}" height="${height}" viewBox="0 0 ${across} ${height}" xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="${size}">`,
    ...names.map(
      ({ text, y }) => `<text x="${edge}" y="${y}" fill="${ink("quiet")}" font-size="12">${escapeHtml(text)}</text>`,
    ),
    ...arrows,
    ...boxes.map(drawn),
    "</svg>",
  ].join("");
}

function layOut(
  { bands }: TheoryChart,
  across: number,
): { readonly boxes: readonly Box[]; readonly names: readonly { text: string; y: number }[]; readonly height: number } {
  const boxes: Box[] = [];
  const names: { text: string; y: number }[] = [];
  const columns = Math.max(1, Math.min(4, Math.floor((across - 2 * edge + gap) / (140 + gap))));
  let y = 0;
  for (const band of bands) {
    names.push({ text: band.name, y: y + 14 });
    y += label;
    for (let at = 0; at < band.steps.length; at += columns) {
      const row = band.steps.slice(at, at + columns);
      const count = Math.min(columns, band.steps.length);
      const width = Math.min(260, (across - 2 * edge - gap * (count - 1)) / count);
      const texts = row.map(({ title }) => wrapped(title, width - 2 * pad));
      const height = 2 * pad + lineHeight * Math.max(...texts.map(({ length }) => length));
      const start = (across - row.length * width - gap * (row.length - 1)) / 2;
      row.forEach(({ name }, place) => {
        boxes.push({ name, lines: texts[place] ?? [], x: start + place * (width + gap), y, width, height });
      });
      y += height + gap;
    }
    y += between - gap;
  }
  return { boxes, names, height: Math.max(40, Math.ceil(y - between + edge)) };
}

/** Words on lines that fit; at most five, the rest cut with a sign. */
function wrapped(text: string, width: number): readonly string[] {
  const most = Math.max(8, Math.floor(width / letter));
  const lines: string[] = [];
  for (const word of text.replace(/\s+/g, " ").trim().split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > most ? `${word.slice(0, most - 1)}…` : word);
  }
  return lines.length <= 5 ? lines : [...lines.slice(0, 4), `${lines[4]?.slice(0, most - 1)}…`];
}

function drawn({ lines, x, y, width, height }: Box): string {
  const middle = x + width / 2;
  const first = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + 4.5;
  return [
    `<rect x="${fixed(x)}" y="${fixed(y)}" width="${fixed(width)}" height="${fixed(height)}" rx="5" fill="${ground}" stroke="${ink("line")}"/>`,
    ...lines.map(
      (line, at) =>
        `<text x="${fixed(middle)}" y="${fixed(first + at * lineHeight)}" text-anchor="middle" fill="${ink("text")}">${escapeHtml(line)}</text>`,
    ),
  ].join("");
}

/** Solid where a study is named, dashed where the link is assumed; downwards from edge to edge, else round the side. */
function arrow(from: Box, to: Box, firm: boolean): string {
  const down = to.y > from.y;
  const [x1, y1] = [from.x + from.width / 2, down ? from.y + from.height : from.y];
  const [x2, y2] = [to.x + to.width / 2, down ? to.y - 1 : to.y + to.height + 1];
  const bend = (y2 - y1) / 2;
  const level = from.y === to.y;
  const path = level
    ? `M${fixed(x1)} ${fixed(from.y)}C${fixed(x1)} ${fixed(from.y - 24)} ${fixed(x2)} ${fixed(to.y - 24)} ${fixed(x2)} ${fixed(to.y - 1)}`
    : `M${fixed(x1)} ${fixed(y1)}C${fixed(x1)} ${fixed(y1 + bend)} ${fixed(x2)} ${fixed(y2 - bend)} ${fixed(x2)} ${fixed(y2)}`;
  const tip = level ? to.y - 1 : y2;
  const back = level || down ? -7 : 7;
  const head = `M${fixed(x2 - 4)} ${fixed(tip + back)}L${fixed(x2)} ${fixed(tip)}L${fixed(x2 + 4)} ${fixed(tip + back)}`;
  const stroke = `fill="none" stroke="${ink("benefit")}" stroke-width="1.5"`;
  return `<path d="${path}" ${stroke}${firm ? "" : ' stroke-dasharray="5 4"'}/><path d="${head}" ${stroke}/>`;
}

const fixed = (value: number): string => Number(value.toFixed(1)).toString();
