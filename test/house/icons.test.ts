/** The icons of files can be made out on the explorer of every theme: contrast as WCAG 2.2 (1.4.11) asks of graphics, 3 to 1. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const { light, dark } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")).contributes.languages[0].icon;

/** `sideBar.background` of the editor's own themes, and `list.inactiveSelectionBackground`, on which the open file stands, of the dark ones. */
const explorer = {
  dark: { "Dark Modern": "#181818", "Dark 2026": "#191a1b", "Dark (Visual Studio)": "#252526", selected: "#37373d" },
  contrast: { "Dark High Contrast": "#000000" },
  light: { "Light Modern": "#f8f8f8", "Light 2026": "#fafafd", "Light (Visual Studio)": "#f3f3f3" },
  contrastLight: { "Light High Contrast": "#ffffff" },
} as const;

/** Relative luminance of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function colours(path: string): readonly string[] {
  const svg = readFileSync(new URL(path, root), "utf8");
  return [...svg.matchAll(/(?:fill|stroke)="(#[0-9a-f]{6})"/g)].flatMap(([, colour]) => colour ?? []);
}

test("the sum of WCAG: black on white is 21 to 1, #767676 on white 4.54", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#ffffff", "#767676")).toBeCloseTo(4.54, 2);
});

// The editor draws the dark one in every theme but plain light ones: in both of high contrast too.
const drawn = [
  [dark, { ...explorer.dark, ...explorer.contrast, ...explorer.contrastLight }],
  [light, { ...explorer.light, ...explorer.contrastLight }],
] as const;

for (const [icon, backgrounds] of drawn)
  for (const [theme, background] of Object.entries(backgrounds))
    test(`${icon} on ${theme}`, () => {
      const all = colours(icon);
      expect(all.length).toBeGreaterThan(0);
      for (const colour of all) expect(contrast(colour, background), colour).toBeGreaterThanOrEqual(3);
    });
