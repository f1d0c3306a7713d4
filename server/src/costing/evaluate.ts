import { evaluateOnce, type Worked } from "./worked.ts";

/**
 * The value with some of its given values put differently: a "what if", a missing amount tried, a draw of the simulation. Uses the
 * very operations that made the graph, so at the written values it gives the written result.
 */
export function evaluate(worked: Worked, instead: ReadonlyMap<Worked, number>): number | undefined {
  const seen = new Map<Worked, number | undefined>();
  const visit = (node: Worked): number | undefined => {
    const put = instead.get(node);
    if (put !== undefined) return put;
    if (node.operation === "given") return node.value;
    if (node.none !== undefined) return undefined;
    if (seen.has(node)) return seen.get(node);
    const parts =
      node.operation === "sum" ? node.operands.filter((operand) => operand.none === undefined) : node.operands;
    const value = evaluateOnce(node, parts.map(visit));
    seen.set(node, value);
    return value;
  };
  return visit(worked);
}

/** The given values it rests on, each once, in the order met. */
export function leaves(worked: Worked): readonly Worked[] {
  const seen = new Set<Worked>();
  const found: Worked[] = [];
  const visit = (node: Worked): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.operation === "given") found.push(node);
    else for (const operand of node.operands) visit(operand);
  };
  visit(worked);
  return found;
}
