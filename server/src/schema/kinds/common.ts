/** Parts that several kinds of document share. */
import {
  define,
  doi,
  either,
  flag,
  key,
  list,
  map,
  object,
  oneOrMany,
  text,
  textOr,
  url,
  value,
  word,
} from "../shape.ts";

export const source = either(
  text,
  object({
    title: key(text, "Title of the publication. A title with a colon needs quotes round it.", {
      example: '"Better Courts: the financial impact of the London Family Drug and Alcohol Court"',
    }),
    authors: key(text, "Authors as printed, or the body that published it.", {
      example: "Fonagy P, Butler S, Cottrell D",
    }),
    year: key(value("date"), "Year of publication.", { example: "2018" }),
    url: key(url, "Web address of the publication.", { example: "https://doi.org/10.1186/1471-2458-11-803" }),
    doi: key(doi, "Digital object identifier, without the web address.", { example: "10.1186/1471-2458-11-803" }),
    where: key(text, "Journal, table, page or entry: where in the publication the figure stands.", {
      example: "Table 6",
    }),
    as_of: key(value("date"), "When the source was read, for pages that change.", { example: "2017-12-02" }),
    seen: key(
      word({ source: "Read in the publication itself.", quoted: "Read as quoted by somebody else." }),
      "Whether the figure was read in the source or as quoted elsewhere.",
      { example: "source" },
    ),
    licence: key(text, "Licence of the source, when data are copied from it.", { example: "CC BY 4.0" }),
  }),
);

export const sourceKey = key(
  source,
  "Where the figures come from: one line, or title, authors, year and address. Every figure below inherits it unless it gives its own.",
  {
    example: "title: Better Courts\nauthors: Reeder N, Whitehead S\nyear: 2016",
    standard: "CHEERS 2022, item 22",
  },
);

export const notesKey = key(text, "Anything a reviewer should know that no other key holds.", {
  example: "Costs exclude supervision.",
});
export const titleKey = key(text, "Full title, as people know it.", { example: "Multisystemic Therapy" });

export const payers = {
  "local-authority": "Council, children's services above all.",
  schools: "Schools and colleges.",
  nhs: "National Health Service and public health.",
  "criminal-justice": "Police, courts, probation, prisons, youth justice, legal aid.",
  dfe: "Department for Education and its bodies (Cafcass was one).",
  mhclg: "Ministry of Housing, Communities and Local Government.",
  dwp: "Department for Work and Pensions.",
  treasury: "HM Treasury: taxes and National Insurance.",
  "public-sector": "The public sector, which part not said.",
  taxpayers: "Taxpayers, as WSIPP prints them.",
  charity: "Charities and foundations.",
  volunteers: "Volunteers' own time.",
  families: "Families and children taking part.",
  participants: "The people taking part.",
  employers: "Employers.",
  society: "Society as a whole.",
  others: "Everyone else.",
} as const;

export const party = word({ ...payers, unknown: "Not known." });
/** One payer, a list with an unknown split, or shares. */
export const parties = either(oneOrMany(party), map(value("share"), "a payer and its share", { words: payers }));

export const strand = word({
  universal: "For every child or family in the place.",
  "contact-and-referral": "Early help at the point of contact and referral.",
  "edge-of-care": "For children at the edge of care.",
  "looked-after": "For children in care and care leavers.",
  common: "Serves several strands.",
});

export const needLevel = word({
  universal: "Everyone, whatever their need.",
  "targeted-selective": "Groups at higher risk.",
  "targeted-indicated": "Children or families with signs of the problem.",
  specialist: "Children with complex or acute needs.",
});

/** Kinds of place in which children and families are met. Evidence from one is compared with delivery in another. */
export const deliveredIn = oneOrMany(
  word({
    home: "Where the family lives, kinship and foster homes included.",
    school: "Schools and colleges.",
    "early-years": "Nurseries, childminders, children's centres and family hubs.",
    clinic: "Clinics, surgeries and hospitals.",
    community: "Community centres, youth clubs, places of worship, the street.",
    residential: "Children's homes and residential schools.",
    custody: "Secure homes, training centres and young offender institutions.",
    court: "Courts and panels.",
    office: "The offices of the service.",
    online: "By telephone, video or an app.",
  }),
);

export const benefitKind = word({
  fiscal: "Money saved or earned by the public sector.",
  economic: "Earnings and output, to people and firms.",
  social: "Wider value to people: health, safety, wellbeing.",
});

export const basis = word({
  published: "Printed by the source.",
  derived: "Worked out from printed figures.",
  inferred: "Concluded from other figures; the source does not say it.",
  assumed: "Our assumption.",
});

/** 1 best to 6 worst, the grades of the GMCA model. */
export const confidence = value("number");

export const reportedBy = word({
  child: "The child.",
  parent: "A parent or carer.",
  teacher: "A teacher.",
  practitioner: "A practitioner.",
  observer: "A trained observer.",
  administrative: "Official records.",
  test: "A test of performance.",
});

export const measures = list(
  object({
    measure: key(define("measure"), "Short name of the measure, lower-case-with-hyphens.", {
      required: true,
      example: "ecbi-intensity",
    }),
    title: titleKey,
    range: key(value("score-range"), "Lowest and highest possible score.", { example: "36 to 252" }),
    cut_off: key(value("number"), "Score at or above which the problem is in the clinical range.", { example: "127" }),
    sd: key(
      value("number"),
      "Standard deviation in the population, in the measure's points; turns a standardised difference into points.",
      { example: "29.1" },
    ),
    reported_by: key(
      reportedBy,
      "Who reports it. Evidence standards ask for at least one measure that does not rest on those taking part.",
      { example: "parent" },
    ),
    validated: key(flag, "Whether the measure is standardised and validated.", { example: "true" }),
    independent: key(flag, "Whether it is independent of those taking part and of the provider.", { example: "false" }),
    source: sourceKey,
  }),
);

/** Standards under which Wellspent works out an indicative rating. */
export const evidenceStandards = {
  eif: "EIF Guidebook, now Foundations.",
  maryland: "Maryland Scientific Methods Scale.",
  nesta: "Nesta Standards of Evidence.",
  "eef-padlocks": "EEF padlocks.",
  grade: "GRADE certainty.",
} as const;

/** Checklists that an evaluation plan can be held against. */
export const checklists = {
  children: "What a council is asked of a plan for children: voice, rights, equalities, harms, who decides.",
  magenta: "Magenta Book 2020.",
  spirit: "SPIRIT 2025, for randomised trials.",
  tidier: "TIDieR, the intervention itself.",
  cheers: "CHEERS 2022, where cost is set against effect.",
  eef: "EEF protocol and statistical analysis plan.",
} as const;

export const ratings = list(
  object({
    standard: key(
      word({
        ...evidenceStandards,
        "project-oracle": "Project Oracle.",
        wwcsc: "What Works for Children's Social Care evidence store.",
      }),
      "The evidence standard whose panel gave the rating.",
      { required: true, example: "eif" },
    ),
    rating: key(text, "The rating as printed, plus signs included.", { example: "4+" }),
    cost: key(text, "The cost rating as printed, such as 1 to 5.", { example: "5" }),
    months: key(text, "Months of progress as printed.", { example: "3" }),
    as_of: key(value("date"), "When the panel gave it.", { example: "2018-02" }),
    mixed: key(flag, "Whether the panel marks its findings as mixed (EIF prints an asterisk).", { example: "true" }),
    source: sourceKey,
    notes: notesKey,
  }),
);

export const distributions = {
  normal: "Bell-shaped; its two sides fitted to the ends of the interval.",
  "log-normal": "Bell-shaped on the scale of ratios: never below zero, longer above than below.",
  beta: "Between 0 and 1: for shares and chances.",
  triangular: "Rises from the lower end to the value and falls to the upper end.",
  uniform: "Any value between the ends is as likely as any other.",
  fixed: "Held at its value.",
} as const;

const uncertainty = object({
  draws: key(value("number", []), "How many times every uncertain input is drawn. Left out: 10,000.", {
    example: "10000",
    standard: "CHEERS 2022, item 20",
  }),
  seed: key(
    value("number", []),
    "Where the random numbers begin: the same seed gives the same figures on every machine.",
    {
      example: "1",
    },
  ),
  level: key(value("share", []), "Level of the intervals shown. Left out: 95%.", { example: "95%" }),
  distributions: key(
    map(
      word(distributions),
      "the path of a value, as in a scenario: keys joined by dots, items of a list by their name",
    ),
    "The distribution that an uncertain value is drawn from, instead of the usual one.",
    { example: "outcomes.child-enters-care.effect: log-normal" },
  ),
});

/** The corrections that can be left out of a figure, one by one. */
export const correctionWords = {
  "optimism-bias": "Costs not raised and benefits not lowered for optimism.",
  attribution: "All of the change taken as due to the intervention.",
  deadweight: "Nothing taken off an impact for what would have happened anyway.",
  discounting: "Later years count as much as the first.",
  "drop-off": "Effects last whole until they end.",
} as const;

const confidenceGrade = object({
  grade: key(value("number", []), "The grade, 1 (best) to 6.", { required: true, example: "3" }),
  costs: key(value("share", []), "By how much costs of this grade are raised.", { example: "10%" }),
  benefits: key(value("share", []), "By how much benefits of this grade are lowered.", { example: "10%" }),
});

export const appraisal = object({
  price_year: key(value("price-year", []), "Year in whose prices every figure is shown.", {
    example: "2024-25",
    standard: "Green Book 2022, chapter 5; CHEERS 2022, item 15",
  }),
  discounting: key(
    textOr("share", {
      "green-book-standard": "3.5% falling to 1% (HM Treasury Green Book).",
      "green-book-health": "1.5% falling (Green Book, health effects).",
      "green-book-2026-sensitivity": "3.0% falling: the 2026 sensitivity test without pure time preference.",
    }),
    "Schedule of discount rates, by name, or one rate such as 3.5%.",
    { example: "green-book-standard", standard: "Green Book 2022, annex A6; CHEERS 2022, item 10" },
  ),
  flows: key(
    word({ "start-of-year": "Flows count at the start of their year.", "mid-year": "Flows count half a year later." }),
    "When in a year money is taken to flow.",
    { example: "start-of-year" },
  ),
  costs: key(
    word({
      economic: "Every resource at its opportunity cost, paid anyway or not.",
      budget: "Only what has to be paid in addition.",
    }),
    "Which view of cost leads.",
    { example: "economic" },
  ),
  capital: key(
    word({
      annualise: "Charged as an annuity over its life.",
      spread: "Divided over its life without interest.",
      expense: "Counted whole when bought.",
    }),
    "How things that last are charged to each participant.",
    { example: "annualise" },
  ),
  perspective: key(
    word({
      "local-authority": "The council only.",
      "public-sector": "All of the public sector.",
      society: "Everyone.",
    }),
    "Whose costs and benefits count.",
    { example: "public-sector", standard: "CHEERS 2022, item 8" },
  ),
  working_year: key(value("working-year", []), "Weeks and hours that one full-time post works in a year.", {
    example: "42 weeks x 37 hours/week",
  }),
  deflator: key(
    word({
      "hmt-2026-03": "HM Treasury GDP deflators, March 2026.",
      "hmt-2026-06": "HM Treasury GDP deflators, June 2026.",
      "hmt-2025-12-calendar":
        "HM Treasury GDP deflators, December 2025, calendar years: moves no price of a financial year.",
      "hmt-2017-11": "HM Treasury GDP deflators, November 2017, for prices of 1955-56 to 1963-64 among themselves.",
    }),
    "Edition of the GDP deflator that moves prices between years.",
    { example: "hmt-2026-03" },
  ),
  horizon: key(value("duration", ["lifetime", "unknown"]), "Last year in which any effect or benefit runs.", {
    example: "10 years",
  }),
  threshold: key(value("threshold"), "What one unit of outcome is worth paying for; gives the net monetary benefit.", {
    example: "£100/point",
  }),
  leave_out: key(
    list(word(correctionWords)),
    "Corrections that figures are worked out without, to see what each does. Every figure then says so.",
    { example: "[optimism-bias]", standard: "Green Book 2022, 5.42" },
  ),
  confidence_grades: key(
    list(confidenceGrade),
    "Your own corrections for optimism by grade of confidence, instead of the shipped table, which nobody could check against its source. A grade that is not listed has none.",
    {
      example: "- grade: 3\n  costs: 10%\n  benefits: 10%",
      standard: "GMCA cost-benefit guidance 2014, chapters 6 and 7",
    },
  ),
  uncertainty: key(uncertainty, "How uncertain values are drawn when figures are simulated.", {
    example: "draws: 10000\nseed: 1",
    standard: "Green Book 2022, annex A5; CHEERS 2022, item 20",
  }),
  flows_from: key(value("financial-year", []), "Financial year of delivery year 0.", { example: "2026-27" }),
});
