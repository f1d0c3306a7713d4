import { ink } from "./palette.ts";

/** How words of a chart are set. */
export const words = (fontSize: number) => ({ fontFamily: "sans-serif", fontSize, color: ink("text") });

/** The axis of a chart of bars that stand in slots: each label is written inside, above its bars, so that long names are read whole. */
export const slotAxis = (
  labels: readonly string[],
  {
    width,
    below,
  }: { readonly width: number /** Room between a label and what it names, in pixels. */; readonly below: number },
) => ({
  type: "category",
  inverse: true,
  data: labels,
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { show: false },
  z: 5,
  axisLabel: {
    inside: true,
    interval: 0,
    margin: 0,
    align: "left",
    verticalAlign: "middle",
    // Nearer to its own bars than to those above.
    padding: [below, 0, 0, 0],
    ...words(13),
    width: width - 16,
    overflow: "truncate",
  },
});
