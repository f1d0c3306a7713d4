import { type Nearest, nearest } from "./names.ts";

/** What people write, and what the format calls it, best first. Each is offered only where the format's word may stand. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  cost: ["amount", "cost"],
  price: ["unit_cost", "amount", "value"],
  total: ["amount", "stated"],
  rate: ["unit_cost", "without"],
  units: ["quantity"],
  volume: ["quantity", "starts"],
  hours: ["quantity"],
  year: ["price_year", "source"],
  prices: ["price_year"],
  base_year: ["price_year"],
  name: ["title", "item"],
  label: ["item", "title"],
  line: ["item"],
  description: ["who", "notes", "item"],
  comment: ["notes"],
  comments: ["notes"],
  note: ["notes"],
  reference: ["source", "evidence"],
  references: ["evidence", "source"],
  citation: ["source"],
  studies: ["evidence"],
  study: ["evidence"],
  payer: ["who_pays"],
  paid_by: ["who_pays"],
  funder: ["who_pays"],
  funded_by: ["who_pays"],
  agency: ["who_pays", "gains"],
  gainer: ["gains"],
  beneficiary: ["gains"],
  duration: ["lasts", "period", "time_in_service"],
  life: ["lasts"],
  lifetime: ["lasts"],
  length: ["period", "lasts", "time_in_service"],
  delay: ["lag"],
  dropoff: ["drop_off"],
  decay: ["drop_off"],
  baseline: ["without"],
  control_rate: ["without"],
  counterfactual: ["without", "comparator"],
  effect_size: ["effect", "expected_effect"],
  estimate: ["effect"],
  mean_difference: ["effect", "change"],
  difference: ["effect", "change"],
  difference_in_means: ["effect", "change"],
  p_value: ["p"],
  pvalue: ["p"],
  treatment: ["with"],
  treated: ["with"],
  experimental: ["with"],
  intervention: ["with"],
  intervention_group: ["with"],
  control: ["without", "comparator"],
  control_group: ["without", "control"],
  comparison: ["without", "comparator", "control"],
  comparison_group: ["without", "control"],
  timepoint: ["at"],
  time_point: ["at"],
  time: ["at", "timing"],
  measured_at: ["at"],
  instrument: ["measure", "measures"],
  scale: ["measure", "measures"],
  direction: ["better"],
  favours: ["better"],
  polarity: ["better"],
  age: ["ages"],
  age_range: ["ages"],
  age_group: ["ages"],
  randomized: ["randomised"],
  attrition: ["retained"],
  dropout: ["retained"],
  country_of_study: ["country"],
  location: ["setting", "area"],
  published: ["source"],
  authors: ["source"],
  author: ["source"],
  doi: ["source"],
  result: ["effect", "results"],
  participants: ["starts"],
  starters: ["starts"],
  completers: ["completes"],
  completion: ["completes"],
  families: ["starts"],
  children: ["starts"],
  target: ["eligible", "who"],
  referred: ["offered"],
  sample: ["participants"],
  sample_size: ["participants", "sample"],
  n: ["participants", "sample"],
  discount_rate: ["discounting"],
  bcr: ["benefit_cost_ratio"],
  roi: ["benefit_cost_ratio"],
  return_on_investment: ["benefit_cost_ratio"],
  sroi: ["benefit_cost_ratio"],
  social_return: ["benefit_cost_ratio"],
  social_return_on_investment: ["benefit_cost_ratio"],
  npv: ["net_present_value"],
  savings: ["gross_benefit"],
  gross_saving: ["gross_benefit"],
  gross_savings: ["gross_benefit"],
  total_benefit: ["gross_benefit"],
  total_benefits: ["gross_benefit"],
  net_saving: ["net_benefit"],
  net_savings: ["net_benefit"],
  benefits_minus_costs: ["net_benefit"],
  icer: ["cost_per_outcome"],
  total_cost: ["cost"],
};

const WORDS: Readonly<Record<string, readonly string[]>> = {
  planned: ["proposed"],
  active: ["running"],
  live: ["running"],
  current: ["running"],
  pilot: ["piloting"],
  ended: ["stopped"],
  closed: ["stopped"],
  council: ["local-authority"],
  la: ["local-authority"],
  "local authority": ["local-authority"],
  "children's services": ["local-authority"],
  health: ["nhs"],
  icb: ["nhs"],
  school: ["schools"],
  education: ["schools", "dfe"],
  police: ["criminal-justice"],
  courts: ["criminal-justice"],
  cjs: ["criminal-justice"],
  justice: ["criminal-justice"],
  "youth-justice": ["criminal-justice"],
  moj: ["criminal-justice"],
  "home-office": ["criminal-justice"],
  voluntary: ["charity"],
  "voluntary-sector": ["charity"],
  vcs: ["charity"],
  vcse: ["charity"],
  "third-sector": ["charity"],
  parents: ["families"],
  exchequer: ["treasury"],
  hmt: ["treasury"],
  public: ["public-sector"],
  societal: ["society"],
  selective: ["targeted-selective"],
  indicated: ["targeted-indicated"],
  "early help": ["contact-and-referral"],
  "early-help": ["contact-and-referral"],
  "in-care": ["looked-after"],
  "randomised controlled trial": ["rct"],
  randomised: ["rct"],
  randomized: ["rct"],
  cluster: ["cluster-rct"],
  "cluster randomised": ["cluster-rct"],
  did: ["difference-in-differences"],
  rdd: ["regression-discontinuity"],
  its: ["interrupted-time-series"],
  psm: ["matched"],
  "pre-post": ["before-after"],
  "usual care": ["usual-services"],
  "usual-care": ["usual-services"],
  "treatment as usual": ["usual-services"],
  "services as usual": ["usual-services"],
  "business as usual": ["usual-services"],
  tau: ["usual-services"],
  bau: ["usual-services"],
  waitlist: ["waiting-list"],
  "wait list": ["waiting-list"],
  people: ["staff"],
  salaries: ["staff"],
  rent: ["premises"],
  pounds: ["GBP"],
  sterling: ["GBP"],
  dollars: ["USD"],
  eef: ["eef-padlocks"],
  hmrc: ["treasury"],
  euros: ["EUR"],
};

function known(
  table: Readonly<Record<string, readonly string[]>>,
  written: string,
  allowed: readonly string[],
): Nearest | undefined {
  const plain = written.trim().toLowerCase();
  const listed = Object.hasOwn(table, plain) ? table[plain] : undefined;
  const name = listed?.find((each) => allowed.includes(each));
  return name === undefined ? undefined : { name, certain: false };
}

/** The key that is most likely meant by one that may not stand here: a slip of the hand, or the field's other word for it. */
export const nearestKeyName = (written: string, allowed: readonly string[]): Nearest | undefined => {
  const slip = nearest(written, allowed);
  return slip?.certain === true ? slip : (known(KEYS, written, allowed) ?? slip);
};

/** The word that is most likely meant by one outside the list. */
export const nearestWord = (written: string, allowed: readonly string[]): Nearest | undefined => {
  const slip = nearest(written, allowed);
  return slip?.certain === true ? slip : (known(WORDS, written, allowed) ?? slip);
};

/** Whether the key is another word for one that may stand here, so that it is not taken for a key of another place. */
export const isOtherWordFor = (written: string, allowed: readonly string[]): boolean =>
  known(KEYS, written, allowed) !== undefined;

/**
 * The key that something written in place of a key plainly means: one slip of the hand away, the field's other word for it, or the key
 * itself on a line without a colon (`evidence [fonagy-2018]`). Undefined where it is anybody's guess.
 */
export function meantKey(written: string, allowed: readonly string[]): string | undefined {
  const line = /^([A-Za-z_]+)[^A-Za-z_]/.exec(written.slice(0, 80))?.[1];
  if (line !== undefined && allowed.includes(line)) return line;
  const name = line ?? written;
  const near = nearestKeyName(name, allowed);
  return near !== undefined && (near.certain || isOtherWordFor(name, allowed)) ? near.name : undefined;
}
