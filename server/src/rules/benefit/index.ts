/** The rules on benefits, in the order of `explain`. */
import type { Rule } from "../types.ts";
import { beyondEvidence } from "./beyond-evidence.ts";
import { countedTwice } from "./counted-twice.ts";
import { noConfidence } from "./no-confidence.ts";
import { noKind } from "./no-kind.ts";
import { optimismLeftOut } from "./optimism-left-out.ts";
import { timingNotUsed } from "./timing-not-used.ts";
import { transferCounted } from "./transfer-counted.ts";
import { valuedUnknown } from "./valued-unknown.ts";

export const benefitRules: readonly Rule[] = [
  noKind,
  valuedUnknown,
  timingNotUsed,
  countedTwice,
  transferCounted,
  noConfidence,
  optimismLeftOut,
  beyondEvidence,
];
