import type { KindDescription, TypeOf } from "../shape.ts";
import { define, either, key, list, map, object, ref, text, value, word } from "../shape.ts";
import { benefitLine, outcomeClaim } from "./claims.ts";
import { appraisal, deliveredIn, needLevel, notesKey, ratings, sourceKey, strand, titleKey } from "./common.ts";
import { costs } from "./costs.ts";
import { evaluation } from "./evaluation.ts";
import { statedKey } from "./stated.ts";
import { theoryOfChange } from "./theory-of-change.ts";

export type { BenefitLine, OutcomeClaim } from "./claims.ts";
export type { CostLine } from "./costs.ts";

const population = object({
  who: key(text, "Whom it is for, in a sentence.", {
    example: "Young people aged 11 to 17 at risk of care, and their families",
    standard: "CHEERS 2022, item 5",
  }),
  unit: key(text, "What is counted as one participant, in the singular. Costs `per` this unit are multiplied by it.", {
    required: true,
    example: "family",
  }),
  ages: key(value("ages"), "Ages served.", { example: "11 to 17 years" }),
  needs: key(list(ref("need")), "Needs it answers, as named in the area.", {
    example: "[family-conflict, antisocial-behaviour]",
  }),
  area: key(ref("area"), "The place it serves.", { example: "example-council" }),
  eligible: key(
    value("count", {
      "all of area": "A universal service: everyone of these `ages` in the `area`.",
      unknown: "Not known.",
    }),
    "How many could be served. For a universal service, `all of area`.",
    {
      example: "240 families/year",
    },
  ),
  offered: key(value("count"), "How many are offered a place: a yearly number, a total, or a number per course.", {
    example: "13 families/course",
  }),
  starts: key(
    value("count"),
    "How many start. With `/year` a yearly flow; without, the total for the whole period; `/course` is multiplied by the courses in `delivery`.",
    { example: "60 families/year", expects: "participants, per year or in total" },
  ),
  completes: key(value("share-or-count"), "How many complete: a share of starters, or a count like `starts`.", {
    example: "85%",
  }),
  has: key(
    value("quantity"),
    "How many of what an outcome counts come with one participant, where the two differ: without it, pounds per child and pounds per family never meet.",
    { example: "1.5 children/family" },
  ),
  time_in_service: key(
    value("duration"),
    "How long one participant is served; turns `£/family/week` into `£/family`.",
    { example: "20 weeks" },
  ),
  notes: notesKey,
});

export const intervention = {
  kind: "intervention",
  head: "intervention",
  suffix: "intervention",
  doc: "What is delivered, to whom, at what cost, claiming which outcomes, on what evidence, evaluated how.",
  shape: object({
    intervention: key(
      define("intervention"),
      "Id of the intervention, lower-case-with-hyphens; the first key of its document.",
      { required: true, example: "mst-edge-of-care" },
    ),
    title: titleKey,
    status: key(
      word({
        proposed: "An idea, not yet funded.",
        piloting: "Tried on a small scale.",
        running: "In normal service.",
        scaling: "Being extended.",
        stopping: "Being ended.",
        stopped: "Ended.",
      }),
      "How far it has come.",
      { example: "piloting" },
    ),
    strand: key(strand, "Where it stands in children's services.", { example: "edge-of-care" }),
    need_level: key(needLevel, "Level of need it serves.", { example: "targeted-indicated" }),
    area: key(ref("area"), "The place it serves.", { example: "example-council" }),
    country: key(text, "Country where it is delivered, when not that of the settings. Evidence is compared with it.", {
      example: "England",
    }),
    description: key(text, "What is done, how, where, by whom and how much.", {
      example: "Therapy at home, three sessions a week for four months",
      standard: "TIDieR 3 and 4",
    }),
    provider: key(text, "Who delivers it, with what background and training.", {
      example: "NHS trust team",
      standard: "TIDieR 5",
    }),
    developer: key(text, "Who devised it. Studies by the developer weigh less.", { example: "MST Services" }),
    materials: key(text, "Materials used in delivery or training, and where they can be had.", {
      example: "Parents' workbook, free from the provider",
      standard: "TIDieR 3",
    }),
    manual: key(text, "Manual and training with which others can deliver it, and where they can be had.", {
      example: "Manual of 2021; five-day course for leaders",
      standard: "TIDieR 3; Nesta level 5",
    }),
    mode: key(text, "How it reaches people: face to face, by telephone, online; one family at a time or in groups.", {
      example: "Face to face, groups of up to 12",
      standard: "TIDieR 6",
    }),
    tailoring: key(text, "What is fitted to each family, why, when and how.", {
      example: "The number of visits, by the family's plan",
      standard: "TIDieR 9",
    }),
    theory_of_change: key(
      either(text, theoryOfChange),
      "Why it should work: from what is done to what changes. In a sentence, or as steps and the links between them.",
      {
        example: "Parents who praise more and shout less see fewer behaviour problems within weeks",
        standard: "TIDieR 2; Magenta Book 2020, chapter 2",
      },
    ),
    setting: key(text, "Where it is delivered.", {
      example: "Families' homes",
      standard: "TIDieR 7; CHEERS 2022, item 6",
    }),
    delivered_in: key(
      deliveredIn,
      "Kind of place where it is delivered: one, or a list. Compared with where its evidence was gathered.",
      { example: "home", standard: "TIDieR 7" },
    ),
    dose: key(text, "How often, how long, how much.", {
      example: "Eight weekly groups of two hours",
      standard: "TIDieR 8",
    }),
    fidelity: key(text, "How faithful delivery is assured and measured.", {
      example: "Video supervision every fortnight",
      standard: "TIDieR 11",
    }),
    source: sourceKey,
    population: key(population, "Whom it serves and how many.", {
      example: "who: Families of a child at risk of care\nunit: family\nstarts: 60 families/year",
    }),
    delivery: key(
      map(
        either(value("count"), either(map(value("count"), "a site and its number"), list(text))),
        "a counted unit (`course`, `school`, `group`), or `sites`",
      ),
      "Numbers of the things a cost line may be `per`: courses, groups, schools; and the `sites`.",
      { example: "course: 15 courses" },
    ),
    costs: key(costs, "What it costs, line by line, in whose prices and over what period.", {
      example: "price_year: 2023-24\nperiod: 3 years",
      standard: "CHEERS 2022, items 7 to 15",
    }),
    outcomes: key(list(outcomeClaim), "The outcomes it claims to change, by how much, on what evidence.", {
      example:
        "- outcome: child-enters-care\n  without: 35%\n  effect: RR 0.72 (95% CI 0.55 to 0.94)\n  evidence: [start-2018]",
    }),
    benefits: key(
      list(benefitLine),
      "Benefits that an evaluation has already valued itself. A saving is a benefit, never a negative cost.",
      {
        example:
          "- benefit: Fewer children placed in care\n  amount: £17,220/case\n  kind: fiscal\n  gains: local-authority",
      },
    ),
    stated: statedKey,
    ratings: key(ratings, "Published ratings of evidence and cost.", { example: "- standard: eif\n  rating: 3" }),
    evaluation: key(evaluation, "How it is, or will be, evaluated.", {
      example: "design: cluster-rct\nprimary_outcome: child-enters-care",
    }),
    scenarios: key(
      list(
        object({
          scenario: key(text, "Name of the variation.", { required: true, example: "12 in a group" }),
          set: key(
            map(text, "a path, such as `population.starts`, and its value"),
            "What is different, as path and value.",
            { example: "population.starts: 12 families/course" },
          ),
          stated: statedKey,
          notes: notesKey,
        }),
      ),
      "Variations of the same intervention. They are alternatives: they never add up.",
      { example: "- scenario: 12 in a group\n  set:\n    population.starts: 12 families/course" },
    ),
    shares: key(
      map(value("share"), "a shared cost of the portfolio and the share carried"),
      "Shares of a portfolio's shared costs that this intervention carries.",
      { example: "manager: 60%" },
    ),
    appraisal: key(appraisal, "Appraisal settings for this document alone.", { example: "price_year: 2024-25" }),
    notes: notesKey,
  }),
} satisfies KindDescription<unknown>;

export type Intervention = TypeOf<typeof intervention.shape>;
