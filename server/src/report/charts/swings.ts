import type { EChartsCoreOption } from "echarts/core";
import { ink } from "./palette.ts";
import { slotAxis, words } from "./slots.ts";
import type { SwingChart } from "./types.ts";

const barHeight = 16;
const labelHeight = 20;
const gap = 10;

export const swingsHeight = ({ rows }: SwingChart): number => rows.length * (labelHeight + barHeight + gap) + 30;

/** What one figure comes to at both ends of each input, about the figure as worked out: the widest first, a tornado. */
export function swingsOption(chart: SwingChart, width: number): EChartsCoreOption {
  const ends = chart.rows.flatMap(({ low, high }) => [low.value, high.value]).filter(Number.isFinite);
  const least = Math.min(chart.centre, ...ends);
  const most = Math.max(chart.centre, ...ends);
  const span = most - least || Math.abs(chart.centre) || 1;
  // Room for the figures beyond the bars.
  const room = span * 0.3;
  const slots = chart.rows.flatMap((row) => [{ label: `${row.label}: ${row.inputs}` }, { label: "", row }]);
  const text = words(12);
  const bounded = (value: number): number => Math.min(most, Math.max(least, value));
  const side = (name: "cost" | "benefit") => ({
    type: "bar",
    silent: true,
    stack: name,
    barGap: "-100%",
    barWidth: barHeight,
    itemStyle: { color: ink(name) },
    label: {
      show: true,
      position: name === "benefit" ? "right" : "left",
      distance: 6,
      ...text,
      formatter: ({ dataIndex }: { dataIndex: number }) => endOf(slots[dataIndex], name, chart.centre)?.shown ?? "",
    },
    data: slots.map((slot) => {
      const end = endOf(slot, name, chart.centre);
      return end === undefined ? null : bounded(end.value) - chart.centre;
    }),
  });
  return {
    animation: false,
    grid: { left: 4, right: 4, top: 26, bottom: 4 },
    xAxis: { type: "value", show: false, min: least - room - chart.centre, max: most + room - chart.centre },
    yAxis: slotAxis(
      slots.map(({ label }) => label),
      { width, below: 14 },
    ),
    series: [
      {
        ...side("cost"),
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { color: ink("quiet"), type: "solid", width: 1 },
          label: { ...text, formatter: chart.centreShown, position: "start", rotate: 0 },
          data: [{ xAxis: 0 }],
        },
      },
      side("benefit"),
    ],
  };
}

type Row = SwingChart["rows"][number];

/** The end of a row on one side of the figure as worked out; the further one where both lie there. */
function endOf(slot: { readonly row?: Row } | undefined, side: "cost" | "benefit", centre: number) {
  const ends = slot?.row === undefined ? [] : [slot.row.low, slot.row.high];
  const here = ends.filter(({ value }) => (side === "benefit" ? value > centre : value < centre));
  return here.sort((a, b) => Math.abs(b.value - centre) - Math.abs(a.value - centre))[0];
}
