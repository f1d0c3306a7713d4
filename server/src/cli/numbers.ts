/** A whole number with its thousands apart: `12,345`. The language library of the platform takes ten milliseconds to wake for this. */
export const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

/** `1 error`, `3 warnings`: a number with its noun. */
export const counted = (number: number, noun: string): string => `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
