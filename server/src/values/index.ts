/** The grammar of figures as researchers write them: one lexer, one grammar, forms as restrictions on it. */

export {
  type Assumptions,
  describeMismatch,
  divide,
  type Measured,
  type Mismatch,
  multiply,
  type Result,
  type Worked,
} from "./arithmetic.ts";
export { describeForm, examplesFor, FORMS, nameForm } from "./catalogue.ts";
export { add, convert } from "./convert.ts";
export type { FigureStyle, MoneyStyle, NumberStyle, Shown } from "./format.ts";
export { formatFigure, formatMoney, formatNumber, formatPercent, NOT_KNOWN } from "./format.ts";
export { read, tokens } from "./forms.ts";
export type { Mark, TokenClass } from "./grammar/cursor.ts";
export { nearestNoun, plural, singular } from "./nouns.ts";
export { patternFor } from "./patterns.ts";
export { finestOf, halfPart, halfStated } from "./places.ts";
export { type Conversion, convertTime, settleTime, timeFactor } from "./time.ts";
export type * from "./types.ts";
export * from "./units.ts";
export { type Value, write } from "./write.ts";
