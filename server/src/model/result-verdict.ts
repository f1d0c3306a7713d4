import { showsNoEffect } from "../evidence/index.ts";
import type { StudyResult } from "../schema/kinds/study.ts";
import type { PValue } from "../values/types.ts";
import { wordIn } from "./effects.ts";

/** What one result of a study says on whether there is an effect. */
export type ResultVerdict =
  | { readonly kind: "null"; readonly text: string }
  | { readonly kind: "effect" | "not measured" | "not known" };

/** Reads a result: by its interval, else by p, else by what its source calls it. Not known is never null. */
export function verdictOf(result: StudyResult): ResultVerdict {
  const { effect } = result;
  const word = wordIn(effect);
  if (word === "not measured") return { kind: "not measured" };
  if (word === "no difference" || word === "none") return { kind: "null", text: "found no difference" };
  const found = effect?.value;
  const pair =
    result.with === undefined || result.without === undefined
      ? undefined
      : `${result.with.text} against ${result.without.text}`;
  const text = `found ${effect?.text ?? pair ?? "no difference"}`;
  if (found?.kind === "estimate" && found.interval !== undefined)
    return showsNoEffect(found.metric, found.interval) ? { kind: "null", text } : { kind: "effect" };
  const p = (found === undefined || found.kind === "word" ? undefined : found.p) ?? result.p?.value;
  const byP = p === undefined ? undefined : isNull(p);
  if (byP !== undefined) return byP ? { kind: "null", text: `${text}, not significant` } : { kind: "effect" };
  if (result.significant?.value === false) return { kind: "null", text: `${text}, not significant` };
  return { kind: result.significant?.value === true ? "effect" : "not known" };
}

/** Undefined when p does not decide: `p < 0.10` may be either. */
function isNull({ relation, value }: PValue): boolean | undefined {
  if (relation === "less") return value <= 0.05 ? false : undefined;
  if (relation === "more") return value >= 0.05 ? true : undefined;
  return value > 0.05;
}
