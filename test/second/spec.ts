/** What the second implementation reads of a spec, as the YAML parser leaves it. */
type Written = string | number;
export type Parties = string | Record<string, string>;

export type Line = {
  item: string;
  timing?: "recurring" | "start-up" | "prerequisite";
  resource?: string;
  who_pays?: Parties;
  quantity?: string;
  unit_cost?: string;
  amount?: string;
  of?: string;
  lasts?: string;
  residual?: string;
  on_costs?: string;
  overhead?: string;
  additional?: boolean;
  paid?: "cash" | "in-kind";
  price_year?: string;
  confidence?: number;
  working_year?: string;
  capacity?: string;
  optimism_bias?: { category: string | Record<string, string>; managed?: string };
};

export type Claim = {
  outcome: string;
  measure?: string;
  affects: string;
  need?: string;
  engagement?: string;
  retention?: string;
  without?: string;
  with?: string;
  effect?: string;
  impact?: string;
  deadweight?: string;
  lag?: string;
  lasts?: string;
  drop_off?: string;
  attribution?: string;
  confidence?: number;
};

export type Given = {
  benefit: string;
  amount?: string;
  value?: string;
  kind?: string;
  gains?: Parties;
  by_year?: string[];
  lag?: string;
  lasts?: string;
  drop_off?: string;
  over?: string;
  valued?: "present-value" | "undiscounted" | "unknown";
  outcome?: string;
  includes?: string[];
  of?: string;
  attribution?: string;
  cashable?: string;
  confidence?: number;
  price_year?: string;
  transfer?: boolean;
};

export type Appraisal = {
  price_year?: string;
  discounting?: string;
  flows?: "start-of-year" | "mid-year";
  costs?: "economic" | "budget";
  capital?: "annualise" | "spread" | "expense";
  perspective?: string;
  working_year?: string;
  deflator?: string;
  horizon?: string;
  threshold?: string;
  leave_out?: string[];
  confidence_grades?: { grade: number; costs: string; benefits: string }[];
};

export type Intervention = {
  intervention: string;
  population: {
    unit: string;
    eligible?: string;
    offered?: string;
    starts: string;
    completes?: string;
    has?: string;
    time_in_service?: string;
  };
  delivery?: Record<string, string>;
  costs: {
    price_year: string;
    period: string;
    horizon?: string;
    perspective?: string;
    comparator?: { cost: string; who_pays?: Parties };
    lines: Line[];
  };
  outcomes?: Claim[];
  benefits?: Given[];
  appraisal?: Appraisal;
};

export type Value = {
  value: string;
  kind: string;
  gains: Parties;
  cashable?: string;
  confidence?: number;
  price_year?: string;
};

export type Outcome = {
  outcome: string;
  kind: "event" | "state" | "score" | "qaly";
  counts: string;
  title: string;
  better: "lower" | "higher";
  transfer?: boolean;
  values: Value[];
  measures?: { measure: string; sd?: Written }[];
};

export type Entry = {
  entry: string;
  value: string;
  price_year?: string;
  payer?: Parties;
  kind?: string;
  on_costs?: string;
  overhead?: string;
  working_year?: string;
  over?: string;
  valued?: "present-value" | "undiscounted";
  confidence?: number;
};

export type Library = { unit_costs: string; price_year?: string; entries: Entry[] };

export type Case = { spec: Intervention; outcomes: Outcome[]; library: Library };
