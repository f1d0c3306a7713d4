/** A plan for the pages of the rules on power: a cluster trial of an outcome that is yes or no. `evaluation` replaces what is usual. */
export const planned = (
  evaluation: string,
  effect = "RR 0.72 (95% CI 0.55 to 0.94)",
): string => `intervention: family-therapy
population:
  unit: family
outcomes:
  - outcome: child-enters-care
    without: 35%
    effect: ${effect}
    evidence: [trial]
evaluation:
  design: cluster-rct
  stage: planned
  primary_outcome: child-enters-care
${evaluation}---
outcome: child-enters-care
better: lower
---
study: trial
design: rct
results:
  - outcome: child-enters-care
    effect: ${effect}
`;
