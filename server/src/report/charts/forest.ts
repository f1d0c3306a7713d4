import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts";
import type { EChartsCoreOption } from "echarts/core";
import { formatNumber } from "../../values/index.ts";
import { ink } from "./palette.ts";
import type { ForestChart, ForestRow } from "./types.ts";

const rowHeight = 46;
const top = 26;
const bottom = 48;
const font = "sans-serif";
/** Pixels below a row's top at which its interval is drawn: its words stand above it. */
const lineAt = 30;

export const forestHeight = ({ rows }: ForestChart): number => top + rows.length * rowHeight + bottom;

/** Squares with their intervals on one scale, a diamond for what they show together, a line where nothing would be shown. */
export function forestOption(chart: ForestChart): EChartsCoreOption {
  const [least, most] = bounds(chart);
  const text = { fontFamily: font, fontSize: 12, fill: ink("text") };
  const quiet = { fontFamily: font, fontSize: 12, color: ink("quiet") };
  return {
    animation: false,
    grid: { left: 12, right: 12, top, bottom },
    xAxis: {
      type: chart.ratio ? "log" : "value",
      ...(chart.ratio ? { logBase: 2 } : {}),
      min: least,
      max: most,
      name: chart.axisName,
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: quiet,
      axisLabel: {
        ...quiet,
        hideOverlap: true,
        // The ends of a plain scale are where the intervals happen to end.
        ...(chart.ratio ? {} : { showMinLabel: false, showMaxLabel: false }),
        formatter: (value: number) => formatNumber(value),
      },
      axisLine: { show: true, lineStyle: { color: ink("line") } },
      axisTick: { show: true, lineStyle: { color: ink("line") } },
      splitLine: { show: false },
    },
    yAxis: { type: "category", inverse: true, show: false, data: chart.rows.map(({ label }) => label) },
    series: [
      {
        type: "custom",
        silent: true,
        data: chart.rows.map((row, at) => [row.value, at]),
        encode: { x: 0, y: 1 },
        renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) =>
          drawRow(chart, params, api, [least, most], text),
      },
    ],
  };
}

function drawRow(
  chart: ForestChart,
  params: CustomSeriesRenderItemParams,
  api: CustomSeriesRenderItemAPI,
  [least, most]: readonly [number, number],
  text: { readonly fontFamily: string; readonly fontSize: number; readonly fill: string },
): object {
  const row = chart.rows[params.dataIndex];
  if (row === undefined) return { type: "group", children: [] };
  const held = (value: number): number => Math.min(most, Math.max(least, value));
  const at = (value: number): number => api.coord([held(value), params.dataIndex])[0] ?? 0;
  const middle = api.coord([held(row.value), params.dataIndex])[1] ?? 0;
  const y = middle - rowHeight / 2 + lineAt;
  const area = params.coordSys as unknown as { readonly x: number; readonly y: number; readonly width: number };
  const words = { ...text, fontSize: 13, y: y - 13, textVerticalAlign: "bottom" };
  const bold = row.mark.kind === "study" ? {} : { fontWeight: "bold" };
  const room = Math.max(60, area.width - row.shown.length * letter - 12);
  const label = { ...words, ...bold, text: row.label, x: area.x, width: room, overflow: "truncate" };
  const figure = { ...words, ...bold, text: row.shown, x: area.x + area.width, textAlign: "right" };
  const none = at(chart.ratio ? 1 : 0);
  return {
    type: "group",
    children: [
      // The line of no effect stops for the words.
      { type: "line", shape: { x1: none, y1: y - 11, x2: none, y2: y + 14 }, style: { stroke: ink("quiet") } },
      ...(params.dataIndex === 0 ? sides(chart, none, area) : []),
      { type: "text", style: label },
      { type: "text", style: figure },
      ...marks(row, at, y, [least, most]),
    ],
  };
}

/** Width of a letter of the figures, in pixels, on the safe side. */
const letter = 7.2;

/** Which side of no effect is which, above the plot; left out where there is no room. */
function sides(
  { better }: ForestChart,
  none: number,
  area: { readonly x: number; readonly y: number; readonly width: number },
): object[] {
  const style = { fontFamily: font, fontSize: 12, fill: ink("quiet"), y: area.y - 6, textVerticalAlign: "bottom" };
  if (better === undefined) return [];
  const [left, right] = better === "left" ? ["← better", "worse →"] : ["← worse", "better →"];
  const needed = 60;
  return [
    ...(none - area.x < needed
      ? []
      : [{ type: "text", style: { ...style, text: left, x: none - 8, textAlign: "right" } }]),
    ...(area.x + area.width - none < needed
      ? []
      : [{ type: "text", style: { ...style, text: right, x: none + 8, textAlign: "left" } }]),
  ];
}

function marks(
  row: ForestRow,
  at: (value: number) => number,
  y: number,
  [least, most]: readonly [number, number],
): object[] {
  const [low, middle, high] = [at(row.low), at(row.value), at(row.high)];
  if (row.mark.kind === "pooled") {
    const points = [
      [low, y],
      [middle, y - 8],
      [high, y],
      [middle, y + 8],
    ];
    return [{ type: "polygon", shape: { points }, style: { fill: ink("benefit") } }];
  }
  const dashed = row.mark.kind === "prediction" || row.mark.kind === "claimed";
  const stroke = {
    stroke: row.mark.kind === "prediction" ? ink("benefit") : row.mark.kind === "claimed" ? ink("cost") : ink("text"),
    lineWidth: 1.5,
    ...(dashed ? { lineDash: [5, 4] } : {}),
  };
  const line = { type: "line", shape: { x1: low, y1: y, x2: high, y2: y }, style: stroke };
  // An end beyond the scale is an arrow, not a bound.
  const ends = [
    ...(row.low < least ? [arrow(low, y, 1, stroke)] : [tick(low, y, stroke)]),
    ...(row.high > most ? [arrow(high, y, -1, stroke)] : [tick(high, y, stroke)]),
  ];
  if (row.mark.kind === "claimed")
    return [
      line,
      ...ends,
      { type: "circle", shape: { cx: middle, cy: y, r: 5 }, style: { fill: "none", ...stroke, lineDash: [] } },
    ];
  if (row.mark.kind !== "study") return [line, ...ends];
  const side = 6 + 10 * Math.sqrt(Math.min(1, Math.max(0, row.mark.weight)));
  const square = {
    type: "rect",
    shape: { x: middle - side / 2, y: y - side / 2, width: side, height: side },
    style: { fill: ink("text") },
  };
  return [line, ...ends, square];
}

const tick = (x: number, y: number, style: object): object => ({
  type: "line",
  shape: { x1: x, y1: y - 4, x2: x, y2: y + 4 },
  style: { ...style, lineDash: [] },
});

const arrow = (x: number, y: number, way: 1 | -1, style: object): object => ({
  type: "polyline",
  shape: {
    points: [
      [x + 6 * way, y - 4],
      [x, y],
      [x + 6 * way, y + 4],
    ],
  },
  style: { ...style, lineDash: [], fill: "none" },
});

/** Farthest that a scale reaches: a single wide interval must not press the others together. */
const widestRatio = 16;

/** Ends of the scale: all intervals and no effect, a little room; whole powers of two for ratios. */
function bounds({ rows, ratio }: ForestChart): readonly [number, number] {
  const values = rows.flatMap(({ low, high, value }) => [low, high, value]).filter(Number.isFinite);
  if (ratio) {
    const least = Math.max(1 / widestRatio, Math.min(0.8, ...values.filter((value) => value > 0)));
    const most = Math.min(widestRatio, Math.max(1.25, ...values));
    return [2 ** Math.floor(Math.log2(least)), 2 ** Math.ceil(Math.log2(most))];
  }
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const room = (most - least || 1) * 0.06;
  return [least < 0 ? least - room : -room, most > 0 ? most + room : room];
}
