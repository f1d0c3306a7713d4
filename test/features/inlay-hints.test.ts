import { expect } from "vitest";
import { at } from "../../server/src/features/at.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { worksheet } from "../../server/src/features/worksheet.ts";
import { type Marked, marked } from "./marked.ts";

const spec = `intervention: groups
title: Groups
population:
  unit: family
  starts: 60 families
costs:
  price_year: 2024-25
  period: 1 year
  perspective: local-authority
  comparator:
    cost: unknown
  lines:
    - item: Team
      amount: £90,000
      who_pays: local-authority
    - item: Shared
      amount: £40,000
      who_pays:
        nhs: 50%
        local-authority: 50%
    - item: Travel
      amount: £10/family
    - item: Books
      amount: £5/family
      who_pays: nhs
outcomes:
  - outcome: in-care
    without: 20%
    effect: RR 0.5 (95% CI 0.3 to 0.8)
    affects: starters
stated:
  cost: £90,000
scenarios:
  - scenario: More families
    set:
      population.starts: 120 families
    stated:
      cost: £110,000
`;

const outcome = `outcome: in-care
title: Children in care
counts: families
kind: event
better: lower
`;

/** The hints of a line that holds some text, from the start or the end of the file. */
function hintAt({ snapshot, path }: Pick<Marked, "snapshot" | "path">, line: string, last = false): string {
  const text = snapshot.text(path) ?? "";
  const at = last ? text.lastIndexOf(line) : text.indexOf(line);
  const end = at + line.length;
  return inlayHints(snapshot, path, { start: 0, end: text.length })
    .filter(({ offset }) => offset === end)
    .flatMap(({ parts }) => parts.map((part) => part.text))
    .join(" · ");
}

const files = {
  "m.intervention.yaml": spec.replace("in-care\n    without", "in-c$0are\n    without"),
  "o.outcome.yaml": outcome,
};

marked("hints say what is added in part or not at all, in the words of the table", files, (project) => {
  expect(hintAt(project, "amount: £90,000")).toBe("£90,000");
  expect(hintAt(project, "amount: £40,000")).toBe("£40,000 · added in part: £20,000");
  expect(hintAt(project, "amount: £10/family")).toBe("£600 · payer not known, not added");
  expect(hintAt(project, "amount: £5/family")).toBe("£300 · outside the perspective, not added");
});

marked("a cost per outcome names what is missing from it", files, (project) => {
  expect(hintAt(project, "effect: RR 0.5 (95% CI 0.3 to 0.8)")).toMatch(
    / · £[\d,.]+.* · without .*the cost of the comparator/,
  );
  const here = at(project.snapshot, project.path, project.offset);
  if (here === undefined) throw new Error("nothing there");
  expect(worksheet(project.snapshot, project.path, here)).toMatch(
    /Cost per outcome: .*without .*the cost of the comparator/,
  );
});

marked("what is printed for a scenario has its own hint", files, (project) => {
  expect(hintAt(project, "cost: £110,000", true)).toBe("£110,000 without what is unknown");
});

marked(
  "beside each share of the chain, how many it leaves",
  {
    "m.intervention.yaml": `${spec
      .replace("  starts: 60 families\n", "  eligible: 1,000 families\n  starts: 60 families\n")
      .replace(
        "    affects: starters\n",
        "    affects: eligible$0\n    need: 40%\n    engagement: 75%\n    retention: 80%\n",
      )}`,
    "o.outcome.yaml": outcome,
  },
  (project) => {
    expect(hintAt(project, "need: 40%")).toBe("400 families in need");
    expect(hintAt(project, "engagement: 75%")).toBe("300 families engage");
    expect(hintAt(project, "retention: 80%")).toBe("240 families stay");
  },
);

/** A cost of one starter that is known in part, and a return, in dollars; how many start is not known. */
const inDollars = `intervention: abroad
title: Abroad
population:
  unit: child
costs:
  currency: USD
  price_year: 2000
  period: 1 year
  perspective: society
  comparator:
    cost: none
  lines:
    - item: Teaching
      amount: $1,000/child
      who_pays: public-sector
    - item: Rooms
      amount: unknown
      who_pays: public-sector
benefits:
  - benef$0it: Earnings
    amount: $2,675/child
    kind: economic
    gains: participants
    valued: present-value
    confidence: 1
`;

marked(
  "what is known of one starter alone says what it lacks, and a return is in the money of the spec",
  { "m.intervention.yaml": inDollars },
  (project) => {
    expect(hintAt(project, "costs:")).toMatch(/^\$1,000\/child · 2000 prices · not costed: 1 line/);
    // 2,675 / 1,000, half rounded up.
    expect(hintAt(project, "benefits:")).toMatch(/^\$2\.68 for each \$1 · not costed: 1 line/);
  },
);
