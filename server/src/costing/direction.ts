import type { Missing, Worked } from "./worked.ts";

/** Which way a figure would move with what is missing from it, where that is known to be a loss; undefined where nothing can be said. */
export function directionOf(worked: Worked): string | undefined {
  if (worked.value === undefined || worked.operands.length === 0) return undefined;
  const losses = worked.missing.filter((each) => each.loss === true);
  if (losses.length === 0) return undefined;
  const moves = new Set(losses.map((loss) => moveOf(worked, loss)));
  const [move] = moves;
  if (moves.size > 1 || move === undefined || move === 0) return undefined;
  const names = losses.map(({ what }) => what).join(", ");
  return `without ${names}, known to be a loss: with ${losses.length === 1 ? "it" : "them"} the figure would be ${move < 0 ? "lower" : "higher"}`;
}

/** -1: the value falls with it, 1: it rises, 0: nobody can say. Of two ways that differ, nothing is said. */
function moveOf(worked: Worked, loss: Missing): -1 | 0 | 1 {
  const holding = worked.operands.flatMap((operand, at) => (operand.missing.includes(loss) ? [{ operand, at }] : []));
  const [only, second] = holding;
  if (only === undefined) return worked.operands.length === 0 ? -1 : 0;
  if (second !== undefined) return 0;
  const { operand, at } = only;
  if (worked.operation === "sum") return operand.value === undefined ? -1 : moveOf(operand, loss);
  if (operand.value === undefined) return 0;
  const inner = moveOf(operand, loss);
  const turned = (inner === 0 ? 0 : -inner) as -1 | 0 | 1;
  switch (worked.operation) {
    case "difference":
      return at === 0 ? inner : turned;
    case "quotient":
    case "product": {
      const others = worked.operands.filter((each) => each !== operand);
      if (!others.every(({ value }) => value !== undefined && value > 0)) return 0;
      return worked.operation === "product" || at === 0 ? inner : turned;
    }
    default:
      return 0;
  }
}
