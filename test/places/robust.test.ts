import fc from "fast-check";
import { expect, test } from "vitest";
import { codeLenses, lensTitle } from "../../server/src/features/code-lens.ts";
import { hover } from "../../server/src/features/hover.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { overviewRows, rowsUnder } from "../../server/src/features/overview/index.ts";
import { reportAt } from "../../server/src/report/choose.ts";
import { reportFragment } from "../../server/src/report/html/fragment.ts";
import { areaPage } from "../../server/src/report/places/area-page.ts";
import { portfolioPage } from "../../server/src/report/portfolio-page.ts";
import { snapshotOf } from "../report/support.ts";
import { council } from "./council.ts";

const files = Object.keys(council);
const words = ["unknown", "", "0", "-5", "£0", "100%", "0 children", "[]", "{}", "1e400", "0 years", "none", "~"];

/** A line taken out, a value put in place of another, or the rest of a file cut off. */
const damage = fc.record({
  file: fc.constantFrom(...files),
  line: fc.nat(120),
  how: fc.oneof(
    fc.constant("cut" as const),
    fc.constant("drop" as const),
    fc.constantFrom(...words).map((word) => ({ word })),
  ),
});

function damaged(all: readonly { file: string; line: number; how: "cut" | "drop" | { word: string } }[]) {
  const texts: Record<string, string> = { ...council };
  for (const { file, line, how } of all) {
    const lines = (texts[file] ?? "").split("\n");
    const at = line % lines.length;
    if (how === "cut") lines.length = at;
    else if (how === "drop") lines.splice(at, 1);
    else lines[at] = (lines[at] ?? "").replace(/: .*$/, `: ${how.word}`);
    texts[file] = lines.join("\n");
  }
  return snapshotOf(texts);
}

test("however a place and its portfolio are damaged, every surface answers, and never with NaN or undefined", () => {
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), fc.nat(2000), (all, offset) => {
      const snapshot = damaged(all);
      const said: string[] = [];
      for (const path of files) {
        said.push(...snapshot.findings(path).map(({ message }) => message));
        said.push(
          ...inlayHints(snapshot, path, { start: 0, end: 10_000 }).flatMap(({ parts }) =>
            parts.map(({ text }) => text),
          ),
        );
        said.push(...codeLenses(snapshot, path).map((lens) => lensTitle(snapshot, path, lens)));
        said.push(hover(snapshot, path, offset % Math.max(1, snapshot.text(path)?.length ?? 1))?.markdown ?? "");
        const report = reportAt(snapshot, path, 0);
        if (report !== undefined) said.push(reportFragment(report, []));
        for (const each of snapshot.portfolios(path)) said.push(JSON.stringify(portfolioPage(each, path)));
        for (const each of snapshot.areas(path)) said.push(JSON.stringify(areaPage(snapshot, each, path)));
      }
      for (const { key } of overviewRows(snapshot)) said.push(JSON.stringify(rowsUnder(snapshot, key)));
      for (const text of said) expect(text).not.toMatch(/\bNaN\b|\bundefined\b|\[object |Infinity/);
    }),
    { numRuns: 30 },
  );
});
