import { fixed } from "../../report/charts/palette.ts";
import { drawGapMap } from "../../report/gap-map/svg.ts";
import type { GapMap } from "../../report/gap-map/types.ts";
import { mapText } from "../../report/gap-map/words.ts";

/** The gap map as an image of its own, in fixed colours on white. */
export function gapMapSvg(map: GapMap): string {
  const { svg } = drawGapMap({ kind: "gap-map", id: "gap-map", title: "Gap map", description: mapText(map), map });
  return `${fixed(svg).replace(/(<svg [^>]*>)/, '$1<rect width="100%" height="100%" fill="#ffffff"/>')}\n`;
}
