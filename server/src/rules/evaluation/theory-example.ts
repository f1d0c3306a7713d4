/** The start of an intervention with a theory of change, for the pages of its rules. */
export const theory = (steps: string, links: string): string =>
  `intervention: a\npopulation:\n  unit: family\ntheory_of_change:\n  steps:\n${steps}  links:\n${links}`;

export const step = (name: string, kind: string): string => `    - step: ${name}\n      kind: ${kind}\n`;
export const link = (from: string, to: string, rest = "assumption: Parents come to six sessions\n"): string =>
  `    - from: ${from}\n      to: ${to}\n      ${rest}`;
