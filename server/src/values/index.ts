/** The grammar of figures as researchers write them: one lexer, one grammar, forms as restrictions on it. */

export {
  describeMismatch,
  divide,
  type Measured,
  multiply,
  type Result,
} from "./arithmetic.ts";
export { examplesFor, FORMS, nameForm } from "./catalogue.ts";
export { add, convert } from "./convert.ts";
export { formatFigure, formatMoney, formatNumber, formatPercent } from "./format.ts";
export { read, tokens } from "./forms.ts";
export type { Mark, TokenClass } from "./grammar/cursor.ts";
export { nearestNoun, plural, singular } from "./nouns.ts";
export { patternFor } from "./patterns.ts";
export { finestOf, halfPart, halfStated } from "./places.ts";
export { convertTime } from "./time.ts";
export type * from "./types.ts";
export * from "./units.ts";
export { write } from "./write.ts";
