import type { GapMap } from "./types.ts";

/** A gap map to be drawn, with what names it. */
export interface GapMapChart {
  readonly kind: "gap-map";
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly map: GapMap;
}
