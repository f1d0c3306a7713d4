/** The rules on benefits that an evaluation valued itself, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { noKind } from "./no-kind.ts";
import { valuedUnknown } from "./valued-unknown.ts";

export const benefitRules: readonly Rule[] = [noKind, valuedUnknown];
