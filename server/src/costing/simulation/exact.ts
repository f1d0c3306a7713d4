/**
 * Exponential and logarithm from additions, products and exact powers of two alone: engines may differ in the last digit of their own,
 * and the same seed has to give the same draws on every machine. Right to about one unit in the last place.
 */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const bytes = new DataView(new ArrayBuffer(8));

/** 2^k, k whole and within the normal numbers. */
function powerOfTwo(k: number): number {
  bytes.setUint32(0, (k + 1023) << 20);
  bytes.setUint32(4, 0);
  return bytes.getFloat64(0);
}

/** e^x; 0 and infinity beyond what a number holds. */
export function exp(x: number): number {
  if (!(x > -708)) return Number.isNaN(x) ? x : 0;
  if (x > 709) return Number.POSITIVE_INFINITY;
  const k = Math.round(x / Math.LN2);
  const r = x - k * ln2High - k * ln2Low;
  // Taylor about 0, |r| <= ln(2)/2: the first term left out is below 2^-53.
  let sum = 1;
  for (let n = 14; n > 0; n--) sum = 1 + (sum * r) / n;
  return sum * powerOfTwo(k - 1) * 2;
}

/** ln x for x above 0; NaN otherwise. */
export function ln(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  bytes.setFloat64(0, x);
  const raw = (bytes.getUint32(0) >>> 20) - 1023;
  // Too small to be normal: brought up first.
  if (raw === -1023) return ln(x * 18014398509481984) - 54 * (ln2High + ln2Low);
  const scaled = x / powerOfTwo(raw);
  const [k, m] = scaled > Math.SQRT2 ? [raw + 1, scaled / 2] : [raw, scaled];
  // ln m = 2 artanh s, |s| < 0.172.
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let n = 23; n > 0; n -= 2) sum = 1 / n + square * sum;
  return k * ln2High + (2 * s * sum + k * ln2Low);
}
