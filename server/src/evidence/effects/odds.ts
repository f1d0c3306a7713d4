/** Between odds ratios and standardised differences. */

/** d that an odds ratio stands for: ln(OR) sqrt(3)/pi (logistic; Hasselblad and Hedges 1995, Psychol Bull 117:167). */
export const dFromOdds = (ratio: number): number => (Math.log(ratio) * Math.sqrt(3)) / Math.PI;

/** The odds ratio that a d stands for, the inverse. */
export const oddsFromD = (d: number): number => Math.exp((d * Math.PI) / Math.sqrt(3));
