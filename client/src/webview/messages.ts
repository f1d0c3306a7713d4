/** What the report panel and the extension say to each other. */
export type ToPanel =
  | { readonly type: "report"; readonly id: string; readonly html: string; readonly style: string }
  | { readonly type: "nothing"; readonly text: string }
  | { readonly type: "paint"; readonly chart: number; readonly svg: string };

export type FromPanel =
  /** The panel can be drawn in, `width` pixels wide. Said again when the width changes. */
  | { readonly type: "ready"; readonly width: number }
  | { readonly type: "open"; readonly place: number }
  /** Draw every uncertain value of the spec shown, now and after every edit. */
  | { readonly type: "simulate" }
  | { readonly type: "save-page" }
  | { readonly type: "save-chart" }
  /** A chart as a picture, encoded as base64; empty when it could not be painted. */
  | { readonly type: "painted"; readonly chart: number; readonly png: string };
