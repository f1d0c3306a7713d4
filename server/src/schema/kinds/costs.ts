/** What an intervention costs: the ingredients method, one resource a line. */
import type { TypeOf } from "../shape.ts";
import { either, flag, key, list, map, object, text, value, valueOrRef, word } from "../shape.ts";
import { basis, confidence, notesKey, parties, sourceKey } from "./common.ts";

export const participantWords = {
  starters: "Everyone who starts.",
  completers: "Those who complete.",
  offered: "Everyone offered a place.",
  eligible: "Everyone eligible.",
  unknown: "Not known.",
} as const;

/** Sorts of capital project with bounds of their own for optimism bias (schemas/data/optimism-bias). */
const projectTypes = {
  "standard-buildings": "Buildings of a usual design: offices, ordinary schools.",
  "non-standard-buildings": "Buildings with special needs of space or design: hospitals, prisons, secure homes.",
  "standard-civil-engineering": "Roads and utilities of a usual design.",
  "non-standard-civil-engineering": "Civil engineering of an unusual design or place.",
  "equipment-development": "Equipment, software and information systems.",
  outsourcing: "A service bought from outside; its running cost is raised.",
} as const;

const optimismBias = object({
  category: key(
    either(
      word(projectTypes),
      map(value("share"), "a sort of project and its share of the capital", { words: projectTypes }),
    ),
    "Sort of project; for a combined project, each sort with its share of the capital.",
    { required: true, example: "standard-buildings", standard: "Mott MacDonald 2002, table 2" },
  ),
  managed: key(
    value("share"),
    "Share of the bias that risk management has taken away: 0% at the first business case, more as risks are dealt with. Left out, none.",
    { example: "40%", standard: "Mott MacDonald 2002, section 4" },
  ),
  source: sourceKey,
  notes: notesKey,
});

export const amountBySite = map(value("money"), "a site and its amount");

const costLine = object({
  item: key(text, "What is paid for.", { required: true, example: "Therapists", standard: "CHEERS 2022, item 14" }),
  id: key(text, "A short name, for referring to the line.", { example: "therapists" }),
  timing: key(
    word({
      recurring: "Runs while the service runs.",
      "start-up": "Once, to begin.",
      prerequisite: "Once, needed before it can begin.",
    }),
    "When it is paid. Left out, it is recurring.",
    { example: "start-up", standard: "EEF cost evaluation guidance" },
  ),
  resource: key(
    word({
      staff: "People's time.",
      premises: "Rooms and buildings.",
      equipment: "Things that last.",
      materials: "Things used up.",
      training: "Training and supervision.",
      licence: "Licences and fees.",
      travel: "Travel.",
      volunteers: "Volunteers' time.",
      contract: "A service bought whole.",
      overhead: "Management and overheads.",
      participants: "Participants' own costs.",
      other: "Anything else.",
    }),
    "What sort of resource it is.",
    { example: "staff" },
  ),
  who_pays: key(parties, "Who pays: one payer, several, or their shares. Left out, the payer of the unit cost.", {
    example: "local-authority",
  }),
  quantity: key(value("quantity"), "How much is used: a number with units, or a product or sum of them.", {
    example: "1.5 hours/visit x 12 visits/family",
    expects: "whatever the unit cost is per, left over per participant, per year or per counted unit",
  }),
  unit_cost: key(
    valueOrRef("money", "unit-cost"),
    "The price of one unit: an amount, or `library/entry` of a unit-cost library.",
    { example: "£38/hour", expects: "money for one unit of the quantity" },
  ),
  amount: key(
    either(value("money"), amountBySite),
    "The amount itself, when it is not worked out from a quantity and a unit cost; by site where sites differ.",
    { example: "£46,000", expects: "money: once, per year, per participant, or per unit counted in `delivery`" },
  ),
  per_site: key(flag, "Whether the amount is paid once at each of the `sites`.", { example: "true" }),
  of: key(
    value("share-or-count", participantWords),
    "Which participants the line applies to, when not all who start.",
    { example: "40% of starters" },
  ),
  lasts: key(value("duration"), "How long the thing bought lasts before it is bought again.", { example: "3 years" }),
  residual: key(value("money"), "What it is worth when its life ends. Left out, nothing.", { example: "£1,000" }),
  on_costs: key(
    value("share"),
    "Employer's National Insurance, pension and the like, as a share of the salary: turns a salary into what the post costs.",
    { example: "28%", standard: "Levin and McEwan, ingredients method" },
  ),
  overhead: key(value("share"), "Overhead added on this line, after on-costs.", { example: "10%" }),
  additional: key(
    flag,
    "`false` for what is paid anyway, such as staff already in post: counted in the economic cost, not in the budget cost.",
    { example: "false" },
  ),
  spend_line: key(
    text,
    "The line of the section 251 return on which it is accounted, `s251/code`: then a portfolio's cost stands beside what the area spends on that line.",
    { example: "s251/3.4.4" },
  ),
  averaged: key(
    text,
    "Says that the amount is a published average that already includes start-up, and over what time: nothing more is spread.",
    {
      example: "over 3 years",
    },
  ),
  stated: key(value("money"), "What the publication prints as this line's total; checked, never used.", {
    example: "£209,200/year",
  }),
  price_year: key(value("price-year"), "Year of this line's prices, when not that of the costs.", {
    example: "2023-24",
  }),
  basis: key(basis, "How the figure was come by: printed, derived, inferred or assumed.", { example: "derived" }),
  confidence: key(confidence, "Grade of the data, 1 (best) to 6; raises the cost by its correction for optimism.", {
    example: "3",
    standard: "GMCA cost-benefit guidance 2014",
  }),
  working_year: key(
    value("working-year", []),
    "Weeks and hours a full-time post on this line works in a year, when not those of the settings.",
    { example: "44 weeks x 37 hours/week" },
  ),
  paid: key(
    word({
      cash: "Somebody pays money for it.",
      "in-kind":
        "Given free: volunteers' time, donated rooms. Priced at what it would cost to buy; in the economic cost, never in the budget cost.",
    }),
    "Whether money is paid. Left out, it is, but for volunteers' time.",
    { example: "in-kind", standard: "Levin and McEwan, ingredients method; Green Book 2022, 6.3" },
  ),
  capacity: key(
    value("count"),
    "The most participants that the line can serve as written, or each post or course of it: beyond that, another is needed. Its cost then goes up in steps.",
    {
      example: "15 families/FTE/year",
      expects: "participants, per year or in all; per FTE or per unit counted in `delivery`",
    },
  ),
  optimism_bias: key(
    optimismBias,
    "Raises the capital by what such projects overrun by, less what risk management has taken away.",
    {
      example: "category: standard-buildings\nmanaged: 40%",
      standard: "Green Book supplementary guidance: optimism bias",
    },
  ),
  source: sourceKey,
  notes: notesKey,
});

export const costs = object({
  currency: key(
    word({ GBP: "Pounds sterling.", USD: "US dollars.", EUR: "Euros." }),
    "Currency of the costs and benefits. Left out, pounds.",
    { example: "USD" },
  ),
  price_year: key(
    value("price-year"),
    "Year of the prices below. Without it an amount cannot be compared with any other.",
    { example: "2023-24", standard: "CHEERS 2022, item 15" },
  ),
  period: key(value("duration"), "How many years the service is delivered, taking new starts each year.", {
    example: "3 years",
  }),
  from: key(value("financial-year"), "Financial year of delivery year 0.", { example: "2026-27" }),
  horizon: key(value("duration", ["lifetime", "unknown"]), "Last year in which any effect or benefit runs.", {
    example: "10 years",
    standard: "CHEERS 2022, item 9",
  }),
  perspective: key(
    word({
      "local-authority": "The council only.",
      "public-sector": "All of the public sector.",
      society: "Everyone.",
    }),
    "Whose costs and benefits count.",
    { example: "public-sector", standard: "CHEERS 2022, item 8" },
  ),
  comparator: key(
    object({
      title: key(text, "What happens otherwise.", { example: "Usual services" }),
      cost: key(
        value("money", {
          none: "Nothing is displaced.",
          unknown: "Not known: the incremental cost is then not known either.",
          "already deducted": "The cost lines are already net of it.",
          "in benefits": "Its saving is one of the benefit lines.",
        }),
        "What the comparator costs for the same participants: an amount with its unit, or one of the words below.",
        { example: "£1,900/family" },
      ),
      who_pays: key(parties, "Who would pay for it: one payer, several, or their shares.", {
        example: "local-authority",
      }),
      source: sourceKey,
    }),
    "What the intervention is compared with, and what that costs.",
    {
      example: "title: Usual services\ncost: £1,900/family",
      standard: "CHEERS 2022, item 7; Green Book 2022, chapter 4",
    },
  ),
  lines: key(list(costLine), "The cost line by line: every resource with its quantity and price, whoever pays.", {
    example: "- item: Therapists\n  quantity: 4 FTE\n  unit_cost: £52,300/FTE/year",
    standard: "Levin and McEwan, ingredients method",
  }),
  source: sourceKey,
  notes: notesKey,
});

export type CostLine = TypeOf<typeof costLine>;
