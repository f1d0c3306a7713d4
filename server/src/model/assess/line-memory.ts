/**
 * What was worked out for each cost line, benefit and claim, kept for as long as everything it rests on is the same: a keystroke works out
 * the one that it touched.
 */
import type { CostResult } from "../../costing/costs.ts";
import type { Known, KnownResults } from "../../costing/run.ts";
import type { BenefitLine, CostLine, OutcomeClaim } from "../../schema/kinds/intervention.ts";
import { Attached } from "../../syntax/attached.ts";
import type { CostFrameReading } from "./costs.ts";
import type { FoundUnitCost } from "./prices.ts";
import { sameFacts } from "./same-facts.ts";
import type { AssessProblem, LineAssessment } from "./types.ts";

/** A line, a benefit or a claim as it is written. */
type Item = CostLine | BenefitLine | OutcomeClaim;

/** Owned by a session: what each of them said when it was last read. */
export type LineMemory = Attached<Item, RememberedItem>;

export const createLineMemory = (): LineMemory => new Attached("line");

interface RememberedItem {
  readonly facts: LineFacts;
  readonly besides: readonly unknown[];
  readonly read: unknown;
  readonly problems: readonly AssessProblem[];
  /** Unit costs that were looked up, and what was found. */
  readonly looked: ReadonlyMap<string, FoundUnitCost["entry"] | undefined>;
}

/** What the reading of every item of a spec rests on besides the item. Held by its items, so that it goes when they go. */
export interface LineFacts {
  readonly of: readonly unknown[];
  results: LineResults | undefined;
}

/** What the figures of every item rest on besides its reading, and the figures. */
export interface LineResults {
  readonly of: readonly unknown[];
  readonly whole: KnownResults;
  readonly single: KnownResults;
  readonly assessments: Attached<
    CostResult,
    { readonly line: LineAssessment; readonly problems: readonly AssessProblem[] }
  >;
}

/** The last result of each input, and which results it is among. */
type Last<Result> = Attached<object, { readonly among: object; readonly result: Result }>;
type Lasts = { readonly [Of in keyof KnownResults]: KnownResults[Of] extends Known<never, infer R> ? Last<R> : never };

const lasts = (whose: string): Lasts => ({
  lines: new Attached(`line's result ${whose}`),
  benefits: new Attached(`benefit's result ${whose}`),
  claims: new Attached(`claim's result ${whose}`),
});
const ofWhole = lasts("for all");
const ofOne = lasts("for one");

/** Results that count as long as nobody asks for others of the same inputs. */
function among({ lines, benefits, claims }: Lasts): KnownResults {
  const own = {};
  const of = <Input extends object, Result>(last: Last<Result>): Known<Input, Result> => ({
    get(input) {
      const known = last.get(input);
      return known?.among === own ? known.result : undefined;
    },
    set: (input, result) => last.set(input, { among: own, result }),
  });
  return { lines: of(lines), benefits: of(benefits), claims: of(claims) };
}

/** The facts that some items were last read with when they still say the same; else these. */
export function factsOf(memory: LineMemory | undefined, items: readonly Item[], of: readonly unknown[]): LineFacts {
  for (const item of items) {
    const held = memory?.get(item)?.facts;
    if (held === undefined) continue;
    if (sameFacts(held.of, of)) return held;
    break;
  }
  return { of, results: undefined };
}

/** The results that were last worked out from these facts, when the rest is as it was; else none yet. */
export function resultsOf(facts: LineFacts, of: readonly unknown[]): LineResults {
  if (facts.results === undefined || !sameFacts(facts.results.of, of))
    facts.results = { of, whole: among(ofWhole), single: among(ofOne), assessments: new Attached("line assessment") };
  return facts.results;
}

/**
 * Reads an item, or remembers it. `besides`: what its reading rests on besides the facts and itself, the same value for as long as it says
 * the same. What it looks up is asked again either way, so that a caller who records learns of it.
 */
export function remembered<Read>(
  memory: LineMemory | undefined,
  facts: LineFacts,
  item: Item,
  besides: readonly unknown[],
  frame: CostFrameReading,
  problems: AssessProblem[],
  read: (frame: CostFrameReading, problems: AssessProblem[]) => Read,
): Read {
  if (memory === undefined) return read(frame, problems);
  const known = memory.get(item);
  if (known !== undefined && known.facts === facts && sameItems(known.besides, besides) && stillFound(known, frame)) {
    problems.push(...known.problems);
    return known.read as Read;
  }
  const looked = new Map<string, FoundUnitCost["entry"] | undefined>();
  const found: AssessProblem[] = [];
  const unitCost = (id: string): FoundUnitCost | undefined => {
    const one = frame.unitCost(id);
    looked.set(id, one?.entry);
    return one;
  };
  const made = read({ ...frame, unitCost }, found);
  memory.set(item, { facts, besides, read: made, problems: found, looked });
  problems.push(...found);
  return made;
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at]);

function stillFound({ looked }: RememberedItem, frame: CostFrameReading): boolean {
  if (looked.size === 0) return true;
  let same = true;
  for (const [id, entry] of looked) if (frame.unitCost(id)?.entry !== entry) same = false;
  return same;
}
