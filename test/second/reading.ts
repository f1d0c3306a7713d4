/**
 * A second, plain reading of the values that `generate.ts` writes: one number and the powers of its units. Written from FORMAT.md
 * ("Values") alone, on purpose without a line of the product.
 */
export type Amount = { n: number; units: Record<string, number> };
export type Doc = Record<string, unknown>;

/** FORMAT, Values: a week is 7 days, a year 365.25 days or 12 months. */
export const YEARS: Record<string, number> = {
  year: 1,
  month: 1 / 12,
  fortnight: 14 / 365.25,
  week: 7 / 365.25,
  day: 1 / 365.25,
};

const PLURALS: Record<string, string> = {
  families: "family",
  children: "child",
  people: "person",
  bodies: "body",
};
export const singular = (word: string): string => PLURALS[word] ?? (/[^s]s$/.test(word) ? word.slice(0, -1) : word);

const SIZES: Record<string, number> = { k: 1e3, m: 1e6, bn: 1e9 };

export function plain(text: string): number {
  const found = /^(-?)£?([\d,]+(?:\.\d+)?)(k|m|bn)?(%)?$/.exec(text.trim());
  if (!found) throw new Error(`not a number: ${text}`);
  const size = Number(found[2]?.replaceAll(",", "")) * (SIZES[found[3] ?? ""] ?? 1);
  return (found[1] ? -1 : 1) * (found[4] ? size / 100 : size);
}

function raise(units: Record<string, number>, unit: string, power: number): void {
  units[unit] = (units[unit] ?? 0) + power;
  if (units[unit] === 0) delete units[unit];
}

/** The middle of a range, the estimate of an interval; `44/108`, `35% ± 5%`, `820 per 10,000 children`. */
function central(text: string): string | Amount {
  const counts = /^(\d+)\/(\d+)$/.exec(text);
  if (counts) return { n: Number(counts[1]) / Number(counts[2]), units: {} };
  const per = /^(\d+) per ([\d,]+) [a-z]+$/.exec(text);
  if (per) return { n: plain(per[1] ?? "") / plain(per[2] ?? ""), units: {} };
  const range = /^(\S+) to ([^/ ]+)(.*)$/.exec(text);
  if (!range) return text;
  return `£${(plain(range[1] ?? "") + plain(range[2] ?? "")) / 2}${range[3]}`;
}

/** `£4,560/family/week`, `1.5 hours/visit`, `4 FTE`, `2`. Times are turned into years. */
export function one(text: string): Amount {
  const middle = central(
    text
      .replace(/^about /, "")
      .replace(/ \(95% CI .*\)$| ± .*$/, "")
      .trim(),
  );
  if (typeof middle !== "string") return middle;
  const [head = "", ...below] = middle.split(/\s*\/\s*|\s+per\s+/);
  const [size = "", ...words] = head.split(/\s+/);
  const amount: Amount = { n: plain(size), units: {} };
  if (size.includes("£")) raise(amount.units, "£", 1);
  const turn = (word: string, power: number): void => {
    const unit = singular(word);
    const years = YEARS[unit];
    if (years !== undefined) amount.n *= years ** power;
    raise(amount.units, years === undefined ? unit : "year", power);
  };
  if (words.length > 0) turn(words.join(" "), 1);
  for (const word of below) turn(word, -1);
  return amount;
}

export function times(a: Amount, b: Amount): Amount {
  const units = { ...a.units };
  for (const [unit, power] of Object.entries(b.units)) raise(units, unit, power);
  return { n: a.n * b.n, units };
}

/** A sum of products: `2 x 0.25 hours/child + 3 x 0.5 hours/group`, each part with units of its own. */
export function sum(text: string): Amount[] {
  return text.split(" + ").map((part) => part.split(" x ").map(one).reduce(times));
}

/** FORMAT, What a line costs: posts and hours meet only through the working year. */
export function meetThroughWorkingYear(amount: Amount, hoursAYear: number): Amount {
  const posts = amount.units.FTE ?? 0;
  const hours = amount.units.hour ?? 0;
  if (posts === 0 || posts !== -hours) return amount;
  return times(amount, { n: hoursAYear ** posts, units: { FTE: -posts, hour: posts, year: -posts } });
}

export const share = (written: unknown, otherwise: number): number =>
  written === undefined ? otherwise : plain(String(written));

/** A length of time in years, counted in months where it is written in months or years, so that whole years stay whole. */
export function years(written: unknown): number {
  let months = 0;
  let rest = 0;
  for (const [, size, word] of String(written).matchAll(/([\d.]+)\s+([a-z]+)/g)) {
    const unit = singular(word ?? "");
    if (unit === "year") months += Number(size) * 12;
    else if (unit === "month") months += Number(size);
    else rest += Number(size) * (YEARS[unit] ?? Number.NaN);
  }
  return months / 12 + rest;
}

/** `42 weeks x 37 hours/week`: hours of one post in a year. */
export function hoursAYear(written: unknown): number {
  const found = /^([\d.]+) weeks x ([\d.]+) hours\/week$/.exec(String(written));
  if (!found) throw new Error(`not a working year: ${written}`);
  return Number(found[1]) * Number(found[2]);
}

export const NOT_KNOWN = "not known";

/** One party, or parties with their shares. FORMAT, Split payers: what is missing to 100% is not known, one group by that name. */
export function parties(written: unknown): Record<string, number> {
  if (typeof written === "string") return { [written]: 1 };
  const shares: Record<string, number> = {};
  let rest = 1;
  for (const [party, part] of Object.entries((written ?? {}) as Doc)) {
    shares[party] = share(part, 0);
    rest -= shares[party];
  }
  return rest > 1e-9 ? { ...shares, [NOT_KNOWN]: rest } : shares;
}
