/** Who pays against who gains: the two are seldom the same (GMCA guidance 2014, flows between agencies). */
import type { Sheet } from "./appraise.ts";
import { countedGroups, groupPart } from "./parties.ts";
import { cash, countedLines, selectBenefits } from "./run.ts";
import { apply, difference, lacking, sum, type Worked } from "./worked.ts";

/**
 * What each party is left with: what it gains, less what it pays, with what the comparator would have cost it. Undiscounted; the parts
 * add up to the net benefit.
 */
export function netByParty(sheet: Sheet): void {
  const { whole, settings, input } = sheet;
  const { perspective, parties } = settings;
  const gained = new Map<string, Worked[]>();
  const paid = new Map<string, Worked[]>();
  for (const { benefit, part } of selectBenefits(whole, whole.benefits, (one) => one.total, settings).added)
    for (const group of countedGroups(benefit.gains, perspective, parties))
      push(gained, group.group, groupPart(benefit.total, part, group, "gained"));
  for (const { line, part } of countedLines(whole, cash, settings))
    for (const group of countedGroups(line.input.payers, perspective, parties))
      push(paid, group.group, groupPart(line.total, part, group, "paid"));
  const { comparator } = whole;
  if (comparator !== undefined)
    for (const group of countedGroups(comparator.input.payers, perspective, parties)) {
      const spared = groupPart(comparator.total, comparator.total, group, "paid");
      push(paid, group.group, negative(spared));
    }
  const unknown = input.comparator.kind === "unknown" ? [input.comparator.missing] : [];
  for (const party of new Set([...paid.keys(), ...gained.keys()])) {
    const gains = sum(`Benefit to ${party}`, gained.get(party) ?? [], { unit: whole.money });
    const pays = sum(`Cost paid by ${party}`, paid.get(party) ?? [], { unit: whole.money });
    sheet.put(
      "net_by_party",
      lacking(difference(`Net of ${party}`, gains, pays, { unit: whole.money }), unknown),
      party,
    );
  }
}

const negative = (worked: Worked): Worked =>
  apply(`${worked.label}, not paid`, [worked], ([value = 0]) => -value, {
    unit: worked.unit,
    ref: worked.ref,
    note: "what the comparator would have cost, spared",
  });

/** What there is none of, as a benefit beyond the horizon, leaves the party with the rest. */
function push(map: Map<string, Worked[]>, key: string, value: Worked): void {
  const held = map.get(key) ?? [];
  map.set(key, held);
  if (value.none === undefined) held.push(value);
}
