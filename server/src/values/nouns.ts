import { distance } from "fastest-levenshtein";

/** Plurals that no rule gives. Keys are plural, values singular, both lower case. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["children", "child"],
  ["grandchildren", "grandchild"],
  ["people", "person"],
  ["men", "man"],
  ["women", "woman"],
  ["mice", "mouse"],
  ["lives", "life"],
  ["halves", "half"],
  ["criteria", "criterion"],
  ["phenomena", "phenomenon"],
  ["analyses", "analysis"],
  ["crises", "crisis"],
  ["diagnoses", "diagnosis"],
  ["bases", "basis"],
  ["theses", "thesis"],
  ["curricula", "curriculum"],
  ["movies", "movie"],
  ["calories", "calorie"],
  ["cookies", "cookie"],
  ["ties", "tie"],
  ["creches", "creche"],
  ["crèches", "crèche"],
  ["headaches", "headache"],
  ["axes", "axis"],
  ["quizzes", "quiz"],
  ["buses", "bus"],
  ["viruses", "virus"],
  ["campuses", "campus"],
  ["bonuses", "bonus"],
  ["censuses", "census"],
  ["statuses", "status"],
]);

/** Words that end in `s` and are singular already, or have no other form. */
const UNCHANGED: ReadonlySet<string> = new Set([
  "series",
  "species",
  "means",
  "headquarters",
  "staff",
  "data",
  "news",
  "asbos",
  "bus",
  "virus",
  "campus",
  "bonus",
  "census",
  "status",
  "gas",
  "lens",
  "analysis",
  "crisis",
  "diagnosis",
  "basis",
  "thesis",
  "premises",
]);

function singularWord(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (UNCHANGED.has(word) || word.length < 3 || !word.endsWith("s")) return word;
  if (/(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** The noun in the singular, lower case, words joined by hyphens: `Families` gives `family`, `home visits` gives `home-visit`. */
export function singular(noun: string): string {
  if (USUAL_PLURALS.has(noun)) return noun;
  const words = noun.toLowerCase().split(/[\s-]+/);
  const last = words.pop() ?? "";
  return [...words, singularWord(last)].join("-");
}

/** Nouns that nearly every spec holds, in both numbers: looked up, for a long spec asks for them at each of its lines. */
const USUAL = [
  "child",
  "family",
  "parent",
  "carer",
  "pupil",
  "person",
  "participant",
  "case",
  "school",
  "group",
  "course",
  "class",
  "team",
  "worker",
  "session",
  "visit",
  "meeting",
  "place",
  "site",
  "event",
  "incident",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "year",
  "cluster",
  "unit",
  "point",
];

const PLURALS: ReadonlyMap<string, string> = new Map([...IRREGULAR].map(([many, one]) => [one, many]));

function pluralWord(word: string): string {
  const irregular = PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  if (UNCHANGED.has(word)) return word;
  const many =
    word.length > 2 && /[^aeiou]y$/.test(word)
      ? `${word.slice(0, -1)}ies`
      : `${word}${/(ss|sh|ch|x|zz)$/.test(word) ? "es" : "s"}`;
  // A word that would not come back (`ous`, `ax`: axes are of an axis) stands as it is: reading it again must give the same noun.
  return singularWord(many) === word ? many : word;
}

/** The noun in the plural: `home-visit` gives `home-visits`. `singular` undoes it. */
export function plural(noun: string): string {
  return USUAL_PLURALS.get(noun) ?? pluralOf(noun);
}

function pluralOf(noun: string): string {
  const words = noun.split("-");
  const last = words.pop() ?? "";
  return [...words, pluralWord(last)].join("-");
}

const USUAL_PLURALS: ReadonlyMap<string, string> = new Map(USUAL.map((noun) => [noun, pluralOf(noun)]));

/**
 * The known noun that `noun` is most likely a slip for, or undefined. Near means at most one slip in a word of up to
 * five letters, two in a longer one; of equals the first in `known` wins. A noun that is itself known has no other.
 */
export function nearestNoun(noun: string, known: Iterable<string>): string | undefined {
  const wanted = singular(noun);
  const most = wanted.length > 5 ? 2 : 1;
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of known) {
    if (candidate === wanted) return undefined;
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const apart = distance(wanted, candidate);
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  // `huor` for `hour`: two neighbours exchanged are two edits but one slip.
  if (best !== undefined || most === 2) return best;
  for (const candidate of known) if (isSwap(wanted, candidate)) return candidate;
  return undefined;
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const differ: number[] = [];
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) differ.push(i);
  const [first, second] = differ;
  if (differ.length !== 2 || first === undefined || second !== first + 1) return false;
  return a[first] === b[second] && a[second] === b[first];
}
