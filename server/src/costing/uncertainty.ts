interface Ranged {
  readonly value: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/**
 * Ends of a result when exactly one operand has a range: the operation at each end. With two or more there is no interval:
 * adding ends would overstate it, and the simulation (not this) combines them.
 */
export function uncertainty(
  operands: readonly Ranged[],
  evaluate: (values: readonly (number | undefined)[]) => number | undefined,
): { readonly low: number; readonly high: number } | undefined {
  let at = -1;
  for (let i = 0; i < operands.length; i++) {
    if (operands[i]?.low === undefined) continue;
    if (at >= 0) return undefined;
    at = i;
  }
  const one = operands[at];
  if (one?.low === undefined || one.high === undefined) return undefined;
  const values = operands.map((operand) => operand.value);
  values[at] = one.low;
  const a = evaluate(values);
  values[at] = one.high;
  const b = evaluate(values);
  if (a === undefined || b === undefined) return undefined;
  return a <= b ? { low: a, high: b } : { low: b, high: a };
}
