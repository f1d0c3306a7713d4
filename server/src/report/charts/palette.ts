import type { Series } from "./types.ts";

/** What is painted. Costs are orange and benefits blue, which every common kind of colour blindness tells apart. */
export type Ink = Series | "text" | "quiet" | "line";

export type Palette = Readonly<Record<Ink, string>>;

/** Each at 4.5 : 1 or more on its ground, lines at 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11); held by a test. */
export const palettes: Readonly<Record<"light" | "dark" | "contrast", Palette & { readonly ground: string }>> = {
  light: {
    ground: "#ffffff",
    cost: "#a84300",
    benefit: "#005a9e",
    text: "#1f2328",
    quiet: "#57606a",
    line: "#8c959f",
  },
  dark: {
    ground: "#1f1f1f",
    cost: "#f0a060",
    benefit: "#6cb8f6",
    text: "#e6e6e6",
    quiet: "#b0b0b0",
    line: "#7a7a7a",
  },
  contrast: {
    ground: "#000000",
    cost: "#ffb070",
    benefit: "#8fd0ff",
    text: "#ffffff",
    quiet: "#ffffff",
    line: "#ffffff",
  },
};

/** A colour that a page may set by its name and that is the light one where no page does. */
export const ink = (name: Ink): string => `var(--ws-${name},${palettes.light[name]})`;

/** An image in fixed colours, for programs that know no CSS variables. */
export const fixed = (svg: string): string => svg.replace(/var\(--ws-[a-z]+,(#[0-9a-f]{6})\)/g, "$1");
