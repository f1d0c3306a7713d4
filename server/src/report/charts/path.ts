import type { EChartsCoreOption } from "echarts/core";
import { formatMoney } from "../../values/format.ts";
import { ink } from "./palette.ts";
import { words } from "./slots.ts";
import type { PathChart } from "./types.ts";

export const pathHeight = 300;

/** Running totals of cost and benefit over the years; cost is dashed, so that the lines differ without their colours. */
export function pathOption(chart: PathChart): EChartsCoreOption {
  const text = words(12);
  const money = (value: number): string => formatMoney(value, { style: "short", currency: chart.currency });
  const line = (of: "cost" | "benefit", name: string) => ({
    type: "line",
    name,
    silent: true,
    symbol: of === "cost" ? "rect" : "circle",
    symbolSize: chart.points.length > 20 ? 0 : 6,
    lineStyle: { width: 2.5, color: ink(of), type: of === "cost" ? "dashed" : "solid" },
    itemStyle: { color: ink(of) },
    data: chart.points.map((point) => [point.year, point[of]]),
    ...(of === "benefit" && chart.payback !== undefined
      ? {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: ink("quiet"), type: "dotted", width: 1.5 },
            label: { ...text, formatter: `paid back by the end of year ${chart.payback}`, position: "end", rotate: 0 },
            data: [{ xAxis: chart.payback }],
          },
        }
      : {}),
  });
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 40, bottom: 28, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: { top: 0, left: 0, itemWidth: 28, selectedMode: false, textStyle: { ...text, fontSize: 13 } },
    xAxis: {
      type: "value",
      min: Math.min(1, chart.points.length),
      max: Math.max(2, chart.points.length),
      minInterval: 1,
      name: "end of year",
      nameLocation: "middle",
      nameGap: 26,
      nameTextStyle: text,
      axisLabel: text,
      axisLine: { lineStyle: { color: ink("line") } },
      splitLine: { show: false },
    },
    yAxis: {
      type: "value",
      axisLabel: { ...text, formatter: money },
      splitNumber: 4,
      splitLine: { lineStyle: { color: ink("line"), opacity: 0.35 } },
    },
    series: [line("cost", chart.costName), line("benefit", chart.benefitName)],
  };
}
