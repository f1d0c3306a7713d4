/** One participant is called by the spec's own word on every surface, and those who start are told from those who complete. */
import { expect } from "vitest";
import { at } from "../../server/src/features/at.ts";
import { codeLenses, lensTitle } from "../../server/src/features/code-lens.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { worksheet } from "../../server/src/features/worksheet.ts";
import { pageOf } from "../../server/src/report/pages.ts";
import { type Marked, marked } from "./marked.ts";

const spec = (population: string, amount: string): string => `intervention: visits
population:
${population}costs:
  price_year: 2023-24
  period: 1 year
  perspective: public-sector
  lines:
    - item: Visits
      who_pays: nhs
      amount: ${amount}$0
`;

function said({ snapshot, path, offset }: Marked) {
  const here = at(snapshot, path, offset);
  const text = snapshot.text(path) ?? "";
  const line = text.slice(0, offset).split("\n").length;
  const [lens] = codeLenses(snapshot, path).filter(({ topic }) => topic === "cost");
  const [assessed] = snapshot.assessments(path);
  if (here === undefined || lens === undefined || assessed === undefined) throw new Error("nothing there");
  return {
    hover: worksheet(snapshot, path, here)
      ?.split("\n\n")
      .find((each) => each.startsWith("Per ")),
    lens: lensTitle(snapshot, path, lens).split(" · ")[0],
    hints: inlayHints(snapshot, path, { start: 0, end: text.length })
      .filter((hint) => text.slice(0, hint.offset).split("\n").length === line)
      .flatMap(({ parts }) => parts.map((part) => part.text)),
    headlines: pageOf(assessed, path)
      .headlines.filter(({ label }) => label.startsWith("Cost per "))
      .map(({ label, figure }) => `${label} ${figure}`),
  };
}

marked(
  "of a spec that counts dyads, and does not say how many start: per dyad",
  { "m.intervention.yaml": spec("  unit: dyad\n", "£446/dyad") },
  (project) =>
    expect(said(project)).toEqual({
      hover: "Per dyad: **£446**",
      lens: "£446 per dyad",
      hints: ["£446/dyad"],
      headlines: ["Cost per dyad £446/dyad"],
    }),
);

marked(
  "where the number who complete is known, for each who starts and for each who completes: £1,000 / 10 and £1,000 / 8",
  { "m.intervention.yaml": spec("  unit: family\n  starts: 10 families\n  completes: 80%\n", "£100/family") },
  (project) =>
    expect(said(project)).toEqual({
      hover: "Per family starting: **£100**",
      lens: "£100 per family starting",
      hints: ["£1,000"],
      headlines: ["Cost per family starting £100/family", "Cost per family completing £125/family"],
    }),
);

marked(
  "without a unit a participant is a participant",
  { "m.intervention.yaml": spec("  starts: 10 participants\n", "£100/participant") },
  (project) => expect(said(project).lens).toBe("£100 per participant"),
);
