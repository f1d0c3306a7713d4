/**
 * How the cost answers to the number who start: fixed, stepped and variable parts, and the cost at other numbers of starters. Capital and
 * sums in £ or £/year stay as planned; so do things counted in `delivery`, unless the line says what one of them can serve.
 */
import { powerOf, unit } from "../values/units.ts";
import type { Sheet } from "./appraise.ts";
import type { Capacity, CostInput, CostResult } from "./costs.ts";
import { countedPart } from "./parties.ts";
import { cash, countedLines } from "./run.ts";
import type { Volumes } from "./volumes.ts";
import { apply, given, product, quotient, sum, type Worked } from "./worked.ts";

export type Behaviour = "fixed" | "stepped" | "variable";

/** Shares of the planned starters at which the cost is shown. */
const volumesShown: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5];

/** How one line answers to the number who start. Completers and places offered follow the starters; those eligible do not. */
export function behaviourOf({ input, multiplier }: Pick<CostResult, "input" | "multiplier">): Behaviour {
  // What is paid for each participant grows with each: it has no steps, whatever is said of a capacity.
  if (multiplier?.by !== "participants") return input.capacity === undefined ? "fixed" : "stepped";
  return multiplier.base === "eligible" || multiplier.base === "counted" ? "fixed" : "variable";
}

/** How the parts of a line answer: of a quantity that adds unlike things, each by its own unit. None where the line is not costed. */
export function behavioursOf(line: Pick<CostResult, "input" | "multiplier" | "terms" | "total">): readonly Behaviour[] {
  if (line.total.value === undefined) return [];
  return line.terms === undefined
    ? [behaviourOf(line)]
    : [...new Set(line.terms.map(({ multiplier }) => behaviourOf({ input: line.input, multiplier })))];
}

/** A line with a capacity, and how many of what serves are planned. */
export interface Steps {
  readonly capacity: Capacity;
  /** How many are planned: 1 where the line is taken as a whole. Not rounded: 4.5 posts are as planned. */
  readonly planned: number;
  /** Starters that a capacity is compared with: of a year, or all. */
  readonly starters: number;
}

/** Steps of a line; undefined where what serves is not counted, or the number who start is not known. */
export function stepsOf(input: CostInput, volumes: Volumes): Steps | undefined {
  const { capacity } = input;
  const all = volumes.bases.starters.value;
  const years = volumes.period.value;
  if (capacity?.most.value === undefined || all === undefined) return undefined;
  if (capacity.yearly && (years === undefined || years === 0)) return undefined;
  const starters = capacity.yearly ? all / (years ?? 1) : all;
  const written = capacity.per === undefined ? 1 : plannedOf(capacity.per, input, volumes);
  const planned = written === undefined ? undefined : written * (input.steps?.value ?? 1);
  return planned === undefined || !(planned > 0) ? undefined : { capacity, planned, starters };
}

/**
 * A line with a capacity at another number of starters than its spec plans, as in a portfolio: whole ones needed / those planned. Undefined
 * where the line has no steps, or where as many start as planned.
 */
export function stepsHere(input: CostInput, own: Volumes, here: Volumes): Worked | undefined {
  const steps = stepsOf(input, own);
  const planned = own.bases.starters.value;
  const { starters } = here.bases;
  if (
    steps === undefined ||
    planned === undefined ||
    !(planned > 0) ||
    !(starters.value !== undefined && starters.value > 0)
  )
    return undefined;
  if (starters.value === planned) return undefined;
  const needed = (number: number): number => stepsNeeded(steps, number / planned);
  const { most } = steps.capacity;
  const inAYear = steps.capacity.yearly ? " a year" : "";
  const shown = Number(((steps.starters * starters.value) / planned).toPrecision(12));
  return apply("Steps needed, of those planned", [starters], ([number = 0]) => needed(number) / steps.planned, {
    unit: unit(),
    note: `${needed(starters.value)} needed for ${shown} starters${inAYear} at ${most.value} each; ${steps.planned} planned in its spec`,
  });
}

/** How many of what serves are planned: posts in the line's quantity, or things counted in `delivery`. */
export function plannedOf(per: string, { amount }: Pick<CostInput, "amount">, volumes: Volumes): number | undefined {
  const quantity = "bySite" in amount ? undefined : amount.quantity;
  return quantity !== undefined && powerOf(quantity.unit, per) === 1 ? quantity.value : volumes.things.get(per)?.value;
}

/** How many are needed at a share of the planned starters: whole ones; the plan itself at 100%. */
function stepsNeeded({ capacity, planned, starters }: Steps, share: number): number {
  const most = capacity.most.value ?? Number.NaN;
  return share === 1 ? planned : Math.max(1, Math.ceil((starters * share) / most - 1e-9));
}

/** Fixed, stepped and variable parts, and the cost at other numbers of starters, where the number who start is known. */
export function behaviourFigures(sheet: Sheet): void {
  const { whole, input, settings, put } = sheet;
  const { starters } = input.volumes.bases;
  if (starters.value === undefined || starters.value <= 0) return;
  const groups: Record<Behaviour, { readonly line: CostResult; readonly part: Worked }[]> = {
    fixed: [],
    stepped: [],
    variable: [],
  };
  for (const { line, part } of countedLines(whole, cash, settings)) {
    if (line.terms === undefined || part.value === undefined) groups[behaviourOf(line)].push({ line, part });
    else
      for (const { multiplier, total } of line.terms) {
        const own = countedPart(total, whole.shareOf(line, settings.perspective));
        if (own !== undefined) groups[behaviourOf({ input: line.input, multiplier })].push({ line, part: own });
      }
  }
  const sums = new Map<Behaviour, Worked>();
  for (const behaviour of ["fixed", "stepped", "variable"] as const) {
    const parts = groups[behaviour].map(({ part }) => part);
    if (parts.length > 0)
      sums.set(behaviour, put("cost_by_behaviour", sum(`Cost, ${behaviour}`, parts, { unit: whole.money }), behaviour));
  }
  for (const share of volumesShown) {
    const of = `${share * 100}%`;
    const label = `Cost at ${of} of the planned starters`;
    const scale = given("Share of the planned starters", share);
    const { variable, fixed } = { variable: sums.get("variable"), fixed: sums.get("fixed") };
    const total = sum(
      label,
      [
        ...(fixed === undefined ? [] : [fixed]),
        ...groups.stepped.map(({ line, part }) => stepped(line.input, part, share, input.volumes)),
        ...(variable === undefined
          ? []
          : [product(variable.label, [variable, scale], { unit: whole.money, aspect: `at ${of}` })]),
      ],
      { unit: whole.money },
    );
    put("cost_at_volume", total, of);
    const number = product("Participants who start", [starters, scale], { unit: starters.unit, aspect: `at ${of}` });
    put(
      "cost_per_starter_at_volume",
      quotient(`Cost per starter at ${of} of the planned starters`, total, number, {
        unit: unit([input.currency, 1], [input.volumes.unit === "" ? "participant" : input.volumes.unit, -1]),
      }),
      of,
    );
  }
}

/** A stepped line at a share of the planned starters: as planned where its steps cannot be counted. */
function stepped(input: CostInput, part: Worked, share: number, volumes: Volumes): Worked {
  const steps = stepsOf(input, volumes);
  if (steps === undefined || share === 1) return part;
  const needed = stepsNeeded(steps, share);
  const { most } = steps.capacity;
  return product(
    part.label,
    [
      part,
      apply("Steps needed, of those planned", [], () => needed / steps.planned, {
        unit: unit(),
        note: `${needed} needed for ${Number((steps.starters * share).toPrecision(12))} starters at ${most.value} each; ${steps.planned} planned`,
      }),
    ],
    { unit: part.unit, aspect: `at ${share * 100}%` },
  );
}
