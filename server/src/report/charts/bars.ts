import type { EChartsCoreOption } from "echarts/core";
import { ink } from "./palette.ts";
import { slotAxis, words } from "./slots.ts";
import type { BarChart, Series } from "./types.ts";

const barHeight = 14;
const labelHeight = 20;
const gap = 12;
/** Room at the end of the longest bar for its figure. */
const figureRoom = 150;

/** Height in pixels of a chart of bars: each label stands above its bars, so that long names are read whole. */
export const barsHeight = ({ rows }: BarChart): number =>
  rows.reduce((sum, { bars }) => sum + labelHeight + bars.length * (barHeight + 2) + gap, 8);

/** Bars laid out one under the other, the label of each group above it and every figure at its bar's end. */
export function barsOption(chart: BarChart, width: number): EChartsCoreOption {
  // One category a bar or a label: the library then spaces groups of different size evenly.
  const slots = chart.rows.flatMap(({ label, bars }) => [
    { label, bar: undefined },
    ...bars.map((bar) => ({ label: "", bar })),
  ]);
  const values = slots.flatMap(({ bar }) => (bar === undefined ? [] : [bar.value]));
  const longest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const text = words(13);
  const series = (name: Series) => ({
    type: "bar",
    silent: true,
    barGap: "-100%",
    barWidth: barHeight,
    itemStyle: { color: ink(name), borderRadius: [0, 2, 2, 0] },
    label: {
      show: true,
      position: "right",
      distance: 6,
      ...text,
      fontWeight: "bold",
      formatter: ({ dataIndex }: { dataIndex: number }) => slots[dataIndex]?.bar?.shown ?? "",
    },
    data: slots.map(({ bar }) => (bar?.series === name ? bar.value : null)),
  });
  return {
    animation: false,
    grid: { left: 4, right: Math.min(figureRoom, width / 2), top: 4, bottom: 4 },
    xAxis: { type: "value", show: false, min: lowest, max: longest === 0 && lowest === 0 ? 1 : longest },
    yAxis: slotAxis(
      slots.map(({ label }) => label),
      { width, below: 18 },
    ),
    series: [series("cost"), series("benefit")],
  };
}
