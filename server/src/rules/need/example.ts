/** A small place for the examples of these rules. */
export interface PlaceParts {
  readonly need?: string;
  readonly clusters?: string;
  readonly more?: string;
}

/** An area with one need and two clusters. */
export const place = ({
  need = "number: 620 families",
  clusters = halves(360, 260),
  more = "",
}: PlaceParts = {}): string =>
  `area: example-council
source: Joint strategic needs assessment 2024
population:
  - who: children
    ages: 0 to 17 years
    number: 40,000
needs:
  - need: family-conflict
    title: Family conflict
    ${need}
clusters:
${clusters}${more}`;

/** Two clusters that have so many of the families with the need. */
export const halves = (north: number, south: number, more: readonly [string, string] = ["", ""]): string =>
  `${cluster("north", 30_000, north)}${more[0]}${cluster("south", 10_000, south)}${more[1]}`;

const cluster = (id: string, children: number, families: number): string => `  - cluster: ${id}
    population:
      - who: children
        ages: 0 to 17 years
        number: ${children}
    needs:
      - need: family-conflict
        number: ${families} families
`;

/** What it funds: family visits for so many. */
export const funded = (starts: string, more = ""): Readonly<Record<string, string>> => ({
  "wellspent.yaml": "root: true\nappraisal:\n  price_year: 2024-25\n",
  "family-visits.intervention.yaml": `intervention: family-visits
source: Council report 2024
population:
  unit: family
  starts: ${starts}
  needs: [family-conflict]
costs:
  price_year: 2024-25
  period: 3 years
  perspective: public-sector
  comparator:
    cost: none
  lines:
    - item: Visits
      amount: £500/family
      who_pays: local-authority
`,
  "example-council.area.yaml": place(),
  ...(more === "" ? {} : { "more.portfolio.yaml": more }),
});

/** A portfolio that funds family visits in the place. */
export const serving = (starts: string, more = ""): string => `portfolio: early-help
area: example-council
from: 2026-27
period: 3 years
interventions:
  - intervention: family-visits
    starts: ${starts}
${more}`;
