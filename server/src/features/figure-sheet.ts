import { derive, type Step, tellingOf } from "../costing/derive.ts";
import type { Ref, Worked } from "../costing/worked.ts";
import type { Assessment } from "../model/assess/index.ts";
import { lackText, shown } from "../report/words.ts";
import { formatNumber } from "../values/index.ts";
import { escapeMarkdown } from "./escape.ts";

/** Steps shown below a figure; what lies deeper is in `wellspent cost --derivation`. */
const deepest = 4;
/** Lines of a worksheet; a hover is read, not scrolled. */
const longest = 40;

/** Addresses of what a factor came from, where they can be reached. */
export interface LinkTo {
  /** Where it is written. */
  place(ref: Ref): string | undefined;
  /** Where the unit cost of this id is defined. */
  unitCost(id: string): string | undefined;
}

const nowhere: LinkTo = { place: () => undefined, unitCost: () => undefined };

/** A figure with the steps below it. `to`: where its factors stand, so that a click leads there. */
export function sheet(
  worked: Worked,
  priceYear: string | undefined,
  over: string,
  cite?: Assessment["cite"],
  to: LinkTo = nowhere,
): string {
  const step = derive(worked, deepest, tellingOf(priceYear, cite));
  const head = `**${escapeMarkdown(shown(worked))}** ${escapeMarkdown([worked.label, over, priceYear === undefined ? "" : `in ${priceYear} prices`].filter((part) => part !== "").join(" "))}`;
  const lines: string[] = [];
  for (const operand of step.operands) write(operand, 0, lines, step.operation, to);
  const missing = lackText(worked);
  const cut = lines.length > longest ? [...lines.slice(0, longest), `- … ${lines.length - longest} more steps`] : lines;
  return [
    head,
    ...(cut.length > 0 ? ["", ...cut] : []),
    ...(missing === "" ? [] : ["", `Not known: ${escapeMarkdown(missing)}`]),
  ].join("\n");
}

/** A bare factor (an index, a discount factor, a share) is shown finely enough to work with. */
function stepText(step: Step): string {
  const bare = step.value !== undefined && step.unit.powers.length === 0 && !Number.isInteger(step.value);
  return bare ? formatNumber(step.value, { places: 4 }) : shown(step);
}

const signs: Readonly<Record<string, string>> = { sum: "+ ", difference: "− ", product: "× ", quotient: "÷ " };

function write(
  step: Step,
  depth: number,
  lines: string[],
  within: Step["operation"],
  to: LinkTo,
  first = lines.length === 0,
): void {
  const sign = first ? "" : (signs[within] ?? "");
  const facts = [
    step.source === undefined ? undefined : sourceText(step.source, to),
    step.note === undefined ? undefined : escapeMarkdown(step.note),
    step.unverified.length > 0 && step.operands.length === 0 ? "*not verified*" : undefined,
  ].filter((fact) => fact !== undefined);
  lines.push(
    `${"  ".repeat(depth)}- ${sign}**${escapeMarkdown(stepText(step))}** ${linked(step, to)}${facts.length === 0 ? "" : ` (${facts.join("; ")})`}`,
  );
  for (const [index, operand] of step.operands.entries())
    write(operand, depth + 1, lines, step.operation, to, index === 0);
}

function linked(step: Step, to: LinkTo): string {
  const address = step.ref === undefined ? undefined : to.place(step.ref);
  return address === undefined ? escapeMarkdown(step.label) : `[${escapeMarkdown(step.label)}](${address})`;
}

/** A unit cost is cited by its library with its id, `PSSRU (local/visit)`: the id leads to the entry. */
function sourceText(source: string, to: LinkTo): string {
  const id = /(?:^|\()([a-z][a-z0-9-]*\/[a-z0-9-]+)\)?$/.exec(source)?.[1];
  const address = id === undefined ? undefined : to.unitCost(id);
  if (id === undefined || address === undefined) return escapeMarkdown(source);
  const at = source.lastIndexOf(id);
  return `${escapeMarkdown(source.slice(0, at))}[${escapeMarkdown(id)}](${address})${escapeMarkdown(source.slice(at + id.length))}`;
}
