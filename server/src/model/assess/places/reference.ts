import { earlyAndLate, section251, spendFactors } from "../../../data/index.ts";

/** The dated reference figures on places: lines of the section 251 return, early help and late intervention, factors of spend. */
export const placeReference = { section251, earlyAndLate, factors: spendFactors };
