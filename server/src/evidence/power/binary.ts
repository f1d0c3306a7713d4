/** Yes/no outcomes: differences in chances as standardised differences, and back. */

/** Standard deviation of a yes/no outcome over both arms. */
const spread = (without: number, withIt: number, treated: number): number => {
  const mean = treated * withIt + (1 - treated) * without;
  return Math.sqrt(mean * (1 - mean));
};

/** The difference in chances over the standard deviation of both arms together: what the sums for a mean then hold for. */
export const standardised = (without: number, withIt: number, treated: number): number =>
  (withIt - without) / spread(without, withIt, treated);

/**
 * The chance with the intervention that lies so many standard deviations from the chance without it, on the side that `sign` says. Undefined
 * where no chance does: the effect would have to pass 0 or 1.
 */
export function chanceAt(without: number, effect: number, sign: 1 | -1, treated: number): number | undefined {
  const target = Math.abs(effect);
  const away = (withIt: number): number => Math.abs(standardised(without, withIt, treated));
  let [near, far] = [without, sign === 1 ? 1 - 1e-9 : 1e-9];
  if (!(without > 0 && without < 1) || away(far) < target) return undefined;
  for (let step = 0; step < 80; step++) {
    const middle = (near + far) / 2;
    if (away(middle) < target) near = middle;
    else far = middle;
  }
  return far;
}

/** ln(OR) = d pi / sqrt 3 (Cochrane Handbook, 10.6): where what happens without it is not known. */
export const fromLogOdds = (logOdds: number): number => (logOdds * Math.sqrt(3)) / Math.PI;
export const toLogOdds = (d: number): number => (d * Math.PI) / Math.sqrt(3);
