import type { EChartsCoreOption } from "echarts/core";
import { formatMoney, formatNumber } from "../../values/format.ts";
import { ink } from "./palette.ts";
import { words } from "./slots.ts";
import type { CurveChart, PlaneChart } from "./types.ts";

export const planeHeight = 360;
export const curveHeight = 300;

const text = () => words(12);
const axis = (name: string, gap: number) => ({
  type: "value",
  name,
  nameLocation: "middle",
  nameGap: gap,
  nameTextStyle: text(),
  splitNumber: 4,
  axisLine: { show: true, lineStyle: { color: ink("line") } },
  splitLine: { lineStyle: { color: ink("line"), opacity: 0.25 } },
});

/** Draws of cost against effect, the values as written marked: the cost-effectiveness plane. */
export function planeOption(chart: PlaneChart): EChartsCoreOption {
  const money = (value: number): string => formatMoney(value, { style: "short", currency: chart.currency });
  return {
    animation: false,
    grid: { left: 24, right: 24, top: 16, bottom: 34, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      ...axis(chart.effectName, 26),
      axisLabel: { ...text(), formatter: (value: number) => formatNumber(value), hideOverlap: true },
    },
    yAxis: {
      ...axis(chart.costName, 8),
      nameLocation: "end",
      nameTextStyle: { ...text(), align: "left" },
      axisLabel: { ...text(), formatter: money },
    },
    series: [
      {
        type: "scatter",
        silent: true,
        symbolSize: 4,
        itemStyle: { color: ink("benefit"), opacity: 0.5 },
        data: chart.points.map(({ effect, cost }) => [effect, cost]),
      },
      {
        type: "scatter",
        silent: true,
        symbol: "diamond",
        symbolSize: 14,
        itemStyle: { color: ink("cost") },
        data: [[chart.central.effect, chart.central.cost]],
      },
    ],
  };
}

/** The chance of being worth it at each price of an outcome: the acceptability curve. */
export function curveOption(chart: CurveChart): EChartsCoreOption {
  const { currency } = chart;
  const along = (value: number): string =>
    currency === undefined ? formatNumber(value) : formatMoney(value, { style: "short", currency });
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 26, bottom: 34, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      ...axis(chart.thresholdName, 26),
      max: chart.points.at(-1)?.threshold ?? 1,
      axisLabel: { ...text(), formatter: along, hideOverlap: true },
    },
    yAxis: {
      ...axis("", 8),
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: { ...text(), formatter: (value: number) => `${formatNumber(value * 100)}%` },
    },
    series: [
      {
        type: "line",
        silent: true,
        showSymbol: false,
        lineStyle: { width: 2.5, color: ink("benefit") },
        itemStyle: { color: ink("benefit") },
        data: chart.points.map(({ threshold, chance }) => [threshold, chance]),
        ...(chart.threshold === undefined
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: "none",
                lineStyle: { color: ink("quiet"), type: "dotted", width: 1.5 },
                label: {
                  ...text(),
                  formatter: chart.mark ?? `set at ${along(chart.threshold)}`,
                  position: "end",
                  rotate: 0,
                },
                data: [{ xAxis: chart.threshold }],
              },
            }),
      },
    ],
  };
}
