import type { DocumentRule } from "../types.ts";
import { interventions, withShared } from "./example.ts";

const shares = { first: "60%", second: "40%" };
const portfolio = (area: string): string => withShared(shares).replace("from: 2026-27", `area: ${area}\nfrom: 2026-27`);

/** A universal service counted for one place is funded in another. */
export const otherArea: DocumentRule = {
  code: "portfolio/other-area",
  severity: "information",
  scope: "document",
  page: {
    title: "Intervention costed for another place",
    what: "A portfolio serves one area, and an intervention in it names another as the place it serves.",
    why: "Its numbers of children, its reach and its cost per child in the area are those of the other place.",
    fix: "Give `starts:` for this place in the portfolio, and check the fixed costs; or leave `area:` out of the intervention.",
    example: {
      files: {
        ...interventions,
        "family-visits.intervention.yaml": (interventions["family-visits.intervention.yaml"] ?? "").replace(
          "source:",
          "area: neighbour\nsource:",
        ),
        "places.area.yaml": "area: neighbour\ntitle: Neighbour\n---\narea: example-council\ntitle: Example council\n",
      },
      file: "a.portfolio.yaml",
      invalid: portfolio("example-council"),
      valid: portfolio("neighbour"),
    },
  },
  check(context, report) {
    const { spec } = context;
    const area = spec.kind === "portfolio" ? spec.reading?.area : undefined;
    if (area?.value === undefined) return;
    for (const { member, spec: own, at, intervention } of context.portfolio()?.members ?? []) {
      const theirs = own?.population?.area?.value ?? own?.area?.value;
      if (theirs === undefined || theirs === area.value || member.starts !== undefined) continue;
      report({
        at,
        message: `"${intervention}" is costed for "${theirs}", and this portfolio serves "${area.value}".`,
        help: 'Say under "starts" how many start here, and see whether its fixed costs hold.',
        related: [{ at: area.$, label: "the place that the portfolio serves" }],
      });
    }
  },
};
