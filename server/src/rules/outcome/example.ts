/** An intervention with one claim, and the outcome that it claims, for the examples of these rules. */
export const withClaim = (claim: string): string => `intervention: family-visits
source: Council report 2024
population:
  unit: family
  starts: 60 families/year
costs:
  period: 3 years
outcomes:
  - outcome: an-outcome
${claim}`;

/** The outcome: what it says beside its name. */
export const definedAs = (text: string): Readonly<Record<string, string>> => ({
  "an.outcome.yaml": `outcome: an-outcome
title: An outcome
counts: families
${text}`,
});
