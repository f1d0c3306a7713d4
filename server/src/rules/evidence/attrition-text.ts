/** A share as people say it: one decimal where it has one. */
export const percent = (share: number): string => `${Number((100 * share).toFixed(1))}%`;
