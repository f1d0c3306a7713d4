/** What was worked out for each cost line, kept for as long as everything it rests on is the same: a keystroke works out the line it touched. */
import type { CostInput, CostResult } from "../../costing/costs.ts";
import type { KnownResults } from "../../costing/run.ts";
import type { CostLine } from "../../schema/kinds/intervention.ts";
import { Attached } from "../../syntax/attached.ts";
import type { CostFrameReading, ReadLine } from "./costs.ts";
import { readCostLine } from "./costs.ts";
import type { FoundUnitCost } from "./prices.ts";
import { sameFacts } from "./same-facts.ts";
import type { AssessProblem, LineAssessment } from "./types.ts";

/** Owned by a session: what each line said when it was last read. */
export type LineMemory = Attached<CostLine, RememberedLine>;

export const createLineMemory = (): LineMemory => new Attached("line");

interface RememberedLine {
  readonly facts: LineFacts;
  readonly at: number;
  readonly read: ReadLine;
  readonly problems: readonly AssessProblem[];
  /** Unit costs that were looked up, and what was found. */
  readonly looked: ReadonlyMap<string, FoundUnitCost["entry"] | undefined>;
}

/** What the reading of every line of a spec rests on besides the line. Held by its lines, so that it goes when they go. */
export interface LineFacts {
  readonly of: readonly unknown[];
  results: LineResults | undefined;
}

/** What the figures of every line rest on besides its reading, and the figures. */
export interface LineResults {
  readonly of: readonly unknown[];
  readonly whole: KnownResults;
  readonly single: KnownResults;
  readonly assessments: Attached<
    CostResult,
    { readonly line: LineAssessment; readonly problems: readonly AssessProblem[] }
  >;
}

/** The last result of each line, and which results it is among. */
type Last = Attached<CostInput, { readonly among: object; readonly result: CostResult }>;
const whole: Last = new Attached("result");
const single: Last = new Attached("result for one");

/** Results that count as long as nobody asks for others of the same lines. */
function among(last: Last): KnownResults {
  const own = {};
  return {
    get(line) {
      const known = last.get(line);
      return known?.among === own ? known.result : undefined;
    },
    set: (line, result) => last.set(line, { among: own, result }),
  };
}

/** The facts that the lines were last read with when they still say the same; else these. */
export function factsOf(memory: LineMemory | undefined, lines: readonly CostLine[], of: readonly unknown[]): LineFacts {
  for (const line of lines) {
    const held = memory?.get(line)?.facts;
    if (held === undefined) continue;
    if (sameFacts(held.of, of)) return held;
    break;
  }
  return { of, results: undefined };
}

/** The results that were last worked out from these facts, when the rest is as it was; else none yet. */
export function resultsOf(facts: LineFacts, of: readonly unknown[]): LineResults {
  if (facts.results === undefined || !sameFacts(facts.results.of, of))
    facts.results = { of, whole: among(whole), single: among(single), assessments: new Attached("line assessment") };
  return facts.results;
}

/** Reads a line, or remembers it. What it looks up is asked again either way, so that a caller who records learns of it. */
export function rememberedLine(
  memory: LineMemory,
  facts: LineFacts,
  line: CostLine,
  at: number,
  frame: CostFrameReading,
  problems: AssessProblem[],
): ReadLine {
  const known = memory.get(line);
  if (known !== undefined && known.facts === facts && sameName(known, line, at) && stillFound(known.looked, frame)) {
    problems.push(...known.problems);
    return known.read;
  }
  const looked = new Map<string, FoundUnitCost["entry"] | undefined>();
  const found: AssessProblem[] = [];
  const unitCost = (id: string): FoundUnitCost | undefined => {
    const one = frame.unitCost(id);
    looked.set(id, one?.entry);
    return one;
  };
  const read = readCostLine(line, at, { ...frame, unitCost }, found);
  memory.set(line, { facts, at, read, problems: found, looked });
  problems.push(...found);
  return read;
}

/** A line without an item is called by its number. */
const sameName = (known: RememberedLine, line: CostLine, at: number): boolean =>
  line.item?.value !== undefined || known.at === at;

function stillFound(looked: RememberedLine["looked"], frame: CostFrameReading): boolean {
  if (looked.size === 0) return true;
  let same = true;
  for (const [id, entry] of looked) if (frame.unitCost(id)?.entry !== entry) same = false;
  return same;
}
