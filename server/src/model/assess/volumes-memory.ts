import type { Intervention } from "../../schema/kinds/intervention.ts";
import { Attached } from "../../syntax/attached.ts";
import { sameFacts } from "./same-facts.ts";
import type { AssessProblem } from "./types.ts";
import { type ReadVolumes, readVolumes, type VolumeOverrides } from "./volumes.ts";

interface Remembered {
  /** What the volumes rest on besides the population. */
  readonly of: readonly unknown[];
  readonly read: ReadVolumes;
  readonly problems: readonly AssessProblem[];
}

const last = new Attached<NonNullable<Intervention["population"]>, Remembered>("volumes");

/** The volumes of a spec that is edited: read again where what they rest on was typed in, and elsewhere the very same, so that nothing is compared. */
export function rememberedVolumes(
  spec: Intervention,
  area: Parameters<typeof readVolumes>[1],
  problems: AssessProblem[],
  overrides: VolumeOverrides,
): ReadVolumes {
  const { population } = spec;
  if (population === undefined) return readVolumes(spec, area, problems, overrides);
  const of = [spec.delivery, spec.costs?.period, area, overrides.starts, overrides.period, overrides.area];
  let known = last.get(population);
  if (known === undefined || !sameFacts(known.of, of)) {
    const found: AssessProblem[] = [];
    known = { of, read: readVolumes(spec, area, found, overrides), problems: found };
    last.set(population, known);
  }
  problems.push(...known.problems);
  return known.read;
}
