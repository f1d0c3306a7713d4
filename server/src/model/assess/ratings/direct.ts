/** Whether an intervention's studies are of people and places like those that it serves. */
import type { Verdict } from "../../../evidence/ratings/index.ts";
import type { Intervention } from "../../../schema/kinds/intervention.ts";
import type { Study } from "../../../schema/kinds/study.ts";
import { compareCountries, needApart, uncoveredAges } from "../evidence/index.ts";

/**
 * True when one study shares country and ages, false when every one is of another country, of other ages or of a far other level of need; not known where either side
 * does not say, or where the author says why evidence from elsewhere holds: that is for a reader to judge.
 */
export function directness(
  spec: Intervention,
  studies: readonly Study[],
  country: string | undefined,
  outcome: string | undefined,
): Verdict {
  const here = spec.country?.value ?? country;
  const served = spec.population?.ages?.value;
  if (studies.length === 0) return undefined;
  const each = studies.map((study): Verdict => {
    const there = study.country?.value;
    const place = here === undefined || there === undefined ? undefined : compareCountries(here, there) === "same";
    const ages = study.ages?.value;
    const age =
      served === undefined || ages === undefined ? undefined : uncoveredAges(served, [ages]).kind === "covered";
    const need = spec.need_level?.value;
    const level = study.need_level?.value;
    const far = need !== undefined && level !== undefined && needApart(need, [level]) > 1;
    return place === false || age === false || far ? false : place === true && age === true ? true : undefined;
  });
  if (each.includes(true)) return true;
  if (each.includes(undefined)) return undefined;
  const claims = (spec.outcomes?.items ?? []).filter(
    (claim) => outcome === undefined || claim.outcome?.value === outcome,
  );
  return claims.some(({ transfer }) => transfer?.value !== undefined) ? undefined : false;
}
