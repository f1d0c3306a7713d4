/** Seeded draws from a distribution. One stream for each input, named by its key: adding an input leaves the draws of the others as they are. */
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { type Distribution, fromDeviation, normalAt } from "./distributions.ts";
import { exp, ln } from "./exact.ts";

type Stream = () => number;

/** Numbers between 0 and 1, both excluded, the same for the same seed and key on every machine. */
export function stream(seed: number, key: string): Stream {
  const generator = xoroshiro128plus(hash(`${seed}/${key}`));
  // The first numbers of neighbouring seeds are alike.
  for (let i = 0; i < 16; i++) generator.next();
  return () => {
    const high = generator.next() >>> 5;
    const low = generator.next() >>> 6;
    return (high * 67108864 + low + 0.5) / 9007199254740992;
  };
}

/** FNV-1a over the UTF-16 units, then mixed (the finaliser of MurmurHash3): a whole number of 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}

/** `count` draws. */
export function draw(of: Distribution, count: number, next: Stream): Float64Array {
  const draws = new Float64Array(count);
  switch (of.name) {
    case "normal":
    case "log-normal":
      for (let i = 0; i < count; i++) draws[i] = fromDeviation(of, normalAt(next()));
      return draws;
    case "triangular": {
      const { low, mode, high } = of;
      const turn = (mode - low) / (high - low);
      const below = (high - low) * (mode - low);
      const above = (high - low) * (high - mode);
      for (let i = 0; i < count; i++) {
        const u = next();
        draws[i] = u < turn ? low + Math.sqrt(u * below) : high - Math.sqrt((1 - u) * above);
      }
      return draws;
    }
    case "uniform":
      for (let i = 0; i < count; i++) draws[i] = of.low + next() * (of.high - of.low);
      return draws;
    case "beta":
      for (let i = 0; i < count; i++) draws[i] = beta(of.a, of.b, next);
      return draws;
  }
}

/** A beta draw, from two gamma draws; of two small shapes by their logarithms, for both may be too near to nothing to be told from it. */
function beta(a: number, b: number, next: Stream): number {
  if (a < 1 && b < 1) {
    const above = lnGamma(a, next);
    return 1 / (1 + exp(lnGamma(b, next) - above));
  }
  const above = gamma(a, next);
  return above / (above + gamma(b, next));
}

/** The logarithm of a gamma draw of a shape below 1. */
const lnGamma = (shape: number, next: Stream): number => ln(gamma(shape + 1, next)) + ln(next()) / shape;

/** A gamma draw of scale 1 (Marsaglia and Tsang 2000; below shape 1 by their boost). */
function gamma(shape: number, next: Stream): number {
  if (shape < 1) return gamma(shape + 1, next) * exp(ln(next()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalAt(next());
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = next();
    const square = z * z;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (ln(u) < square / 2 + d * (1 - v + ln(v))) return d * v;
  }
}
