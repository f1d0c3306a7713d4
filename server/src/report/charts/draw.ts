import { BarChart as Bars, CustomChart as Custom, ScatterChart as Dots, LineChart as Lines } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { GapMapChart } from "../gap-map/chart.ts";
import { drawGapMap } from "../gap-map/svg.ts";
import { barsHeight, barsOption } from "./bars.ts";
import { clean } from "./clean.ts";
import { forestHeight, forestOption } from "./forest.ts";
import { pathHeight, pathOption } from "./path.ts";
import { curveHeight, curveOption, planeHeight, planeOption } from "./plane.ts";
import { swingsHeight, swingsOption } from "./swings.ts";
import { theorySvg } from "./theory.ts";
import type { Chart, DrawnChart, TheoryChart } from "./types.ts";

use([Bars, Custom, Lines, Dots, GridComponent, LegendComponent, MarkLineComponent, SVGRenderer]);

/** Narrowest and widest drawing, in pixels: below, words no longer fit; above, a line is too long to read along. */
const narrowest = 320;
const widest = 900;

/**
 * Draws a chart as SVG for a place `width` pixels wide. Loads the charting library: import this file by `import()`, where a chart is
 * needed, never with what starts the server or the command line.
 */
export function draw(chart: Chart, width: number): DrawnChart {
  const across = Number.isFinite(width) ? Math.round(Math.min(widest, Math.max(narrowest, width))) : widest;
  if (chart.kind === "gap-map") return drawGapMap(chart, across);
  if (chart.kind === "theory")
    return { id: chart.id, title: chart.title, svg: clean(theorySvg(chart, across), chart.title, chart.description) };
  const [height, option] = optionOf(chart, across);
  const made = init(null, null, { renderer: "svg", ssr: true, width: across, height });
  made.setOption(option);
  const svg = made.renderToSVGString({ useViewBox: true });
  made.dispose();
  return { id: chart.id, title: chart.title, svg: clean(svg, chart.title, chart.description) };
}

function optionOf(
  chart: Exclude<Chart, TheoryChart | GapMapChart>,
  across: number,
): readonly [height: number, option: EChartsCoreOption] {
  switch (chart.kind) {
    case "bars":
      return [barsHeight(chart), barsOption(chart, across)];
    case "path":
      return [pathHeight, pathOption(chart)];
    case "swings":
      return [swingsHeight(chart), swingsOption(chart, across)];
    case "plane":
      return [planeHeight, planeOption(chart)];
    case "curve":
      return [curveHeight, curveOption(chart)];
    case "forest":
      return [forestHeight(chart), forestOption(chart)];
  }
}
