import type { Form } from "../../values/types.ts";
import type { KindDescription, TypeOf } from "../shape.ts";
import { define, either, key, list, map, object, ref, text, value, word } from "../shape.ts";
import { basis, notesKey, sourceKey, titleKey } from "./common.ts";

const people = object({
  who: key(text, "Who is counted.", { required: true, example: "children" }),
  ages: key(value("ages"), "Their ages.", { example: "0 to 4 years" }),
  number: key(value("count"), "How many.", { example: "18,400" }),
  year: key(value("date"), "In which year.", { example: "2024" }),
  source: sourceKey,
  notes: notesKey,
});

const need = object({
  need: key(define("need"), "Short name of the need, lower-case-with-hyphens.", {
    required: true,
    example: "family-conflict",
  }),
  title: titleKey,
  number: key(value("count"), "How many have it.", { example: "620 families" }),
  share: key(value("share"), "Share of the population that has it: the prevalence.", { example: "4%" }),
  ages: key(
    value("ages"),
    "Ages of those the share is of, as in the population; left out where the population has one entry.",
    {
      example: "5 to 10 years",
    },
  ),
  year: key(value("date"), "In which year.", { example: "2024" }),
  source: sourceKey,
  notes: notesKey,
});

const spend = object({
  line: key(text, "The line of the section 251 return, `s251/code`.", { required: true, example: "s251/3.0.1" }),
  title: titleKey,
  year: key(value("financial-year"), "Financial year.", { example: "2013-14" }),
  gross: key(value("money"), "Gross spend.", { example: "£694,316,982" }),
  income: key(value("money"), "Income against it.", { example: "£61,923,303" }),
  net: key(value("money"), "Net spend as printed; checked against gross less income.", { example: "£632,393,679" }),
  source: sourceKey,
  notes: notesKey,
});

const perChild = object({
  amount: key(
    value("money"),
    "Spend per child as printed. Left out, it is worked out from the spend lines and the population.",
    {
      example: "£640/child",
    },
  ),
  line: key(
    text,
    "The spend line that is divided, by its net spend; left out, the budget line of all children's services, else the sum of the lines.",
    {
      example: "s251/5.0.2",
    },
  ),
  ages: key(value("ages"), "Ages of the children it is divided by, or was divided by where it is printed.", {
    example: "0 to 25 years",
  }),
  year: key(value("financial-year"), "Financial year of the spend.", { example: "2016-17" }),
  source: sourceKey,
  notes: notesKey,
});

/** A factor as one figure, or with its own year and source. */
const factor = <F extends Form>(form: F, example: string) =>
  either(
    value(form),
    object({
      amount: key(value(form), "The figure.", { example }),
      year: key(value("date"), "In which year.", { example: "2019" }),
      source: sourceKey,
    }),
  );

const factors = object({
  deprivation: key(factor("number", "0.21"), "Deprivation affecting children: the IDACI average score.", {
    example: "0.21",
  }),
  population_0_25: key(factor("count", "52,000 people"), "People aged 0 to 25.", { example: "52,000 people" }),
  disposable_income: key(factor("money", "£17,300/person"), "Gross disposable household income a head.", {
    example: "£17,300/person",
  }),
  unemployment: key(factor("share", "5.1%"), "Share of those of working age who are unemployed.", { example: "5.1%" }),
  crime: key(factor("rate", "82 per 1,000 people"), "Recorded crime for each thousand people.", {
    example: "82 per 1,000 people",
  }),
  year: key(value("date"), "In which year, for those that give none of their own.", { example: "2019" }),
  source: sourceKey,
  notes: notesKey,
});
const factorsKey = key(
  factors,
  "The five factors published as explaining about half of the variation in spend: shown beside the spend, never used to say what it should be.",
  {
    example: "deprivation: 0.21\nunemployment: 5.1%\nyear: 2019",
    standard: "Newton for the LGA, Making Sense (2018)",
  },
);

const comparator = either(
  text,
  object({
    place: key(text, "The place, by name.", { required: true, example: "Statistical neighbour A" }),
    area: key(ref("area"), "Its own file in this project: spend and factors are then read there.", {
      example: "neighbour-a",
    }),
    spend_per_child: key(perChild, "Its spend per child, with year and source.", {
      example: "amount: £640/child\nyear: 2016-17",
    }),
    factors: factorsKey,
    source: sourceKey,
    notes: notesKey,
  }),
);

const devolved = object({
  budget: key(value("money"), "The budget that is shared out among the clusters.", {
    required: true,
    example: "£900,000/year",
  }),
  by: key(
    either(
      word({
        population: "In proportion to the population of each cluster.",
        need: "In proportion to those with the need in each cluster.",
        shares: "By the `share` that each cluster gives.",
      }),
      map(value("share"), "a base and its weight", {
        words: {
          population: "In proportion to the population of each cluster.",
          need: "In proportion to those with the need in each cluster.",
          shares: "By the `share` that each cluster gives.",
        },
      }),
    ),
    "What the budget is shared out by: population, need or given shares, or several with their weights.",
    { required: true, example: "population: 40%\nneed: 60%" },
  ),
  ages: key(value("ages"), "Ages of the population it is shared out by; left out where each cluster has one entry.", {
    example: "0 to 17 years",
  }),
  need: key(ref("need"), "The need it is shared out by.", { example: "family-conflict" }),
  source: sourceKey,
  notes: notesKey,
});

export const area = {
  kind: "area",
  head: "area",
  suffix: "area",
  doc: "A place: population, needs, clusters, spend lines, comparators.",
  shape: object({
    area: key(define("area"), "Id of the area, lower-case-with-hyphens; the first key of its document.", {
      required: true,
      example: "example-council",
    }),
    title: titleKey,
    basis: key(
      basis,
      "What its figures rest on. `assumed` for an illustrative place: it is said wherever they are shown.",
      {
        example: "published",
      },
    ),
    population: key(list(people), "Who lives there, by age.", {
      example: "- who: children\n  ages: 0 to 17 years\n  number: 18,400",
    }),
    needs: key(list(need), "The needs of those who live there.", {
      example: "- need: family-conflict\n  number: 620 families",
    }),
    clusters: key(
      list(
        object({
          cluster: key(define("cluster"), "Short name of the cluster, lower-case-with-hyphens.", {
            required: true,
            example: "north",
          }),
          title: titleKey,
          population: key(list(people), "Who lives in it.", { example: "- who: children\n  number: 4,100" }),
          needs: key(
            list(
              object({
                need: key(ref("need"), "A need named above.", { required: true, example: "family-conflict" }),
                number: key(value("count"), "How many have it there.", { example: "120 families" }),
                share: key(value("share"), "Share of the cluster's population that has it: the prevalence.", {
                  example: "5%",
                }),
                source: sourceKey,
              }),
            ),
            "Its needs, as named in the area.",
            { example: "- need: family-conflict\n  number: 120 families" },
          ),
          share: key(value("share"), "Its share of the devolved budget, where that is shared out by given shares.", {
            example: "40%",
          }),
          budget: key(
            value("money"),
            "Budget devolved to it, as decided; checked against the formula under `devolved`.",
            {
              example: "£150,000/year",
            },
          ),
          notes: notesKey,
        }),
      ),
      "Parts of the area to which work and budgets are devolved.",
      { example: "- cluster: north\n  title: North" },
    ),
    devolved: key(devolved, "The budget that is devolved to the clusters, and by what formula.", {
      example: "budget: £900,000/year\nby: population",
    }),
    spend: key(list(spend), "Spend by line of the section 251 return.", {
      example: "- line: s251/3.0.1\n  year: 2013-14\n  gross: £694,316,982",
    }),
    spend_per_child: key(perChild, "Spend on children's services for each child: which line, divided by whom.", {
      example: "line: s251/5.0.2\nages: 0 to 17 years",
    }),
    comparators: key(
      list(comparator),
      "Places it is fairly compared with: names, or their figures with year and source.",
      {
        example: "- place: Statistical neighbour A\n  spend_per_child:\n    amount: £640/child\n    year: 2016-17",
      },
    ),
    factors: factorsKey,
    deprivation: key(value("number"), "Deprivation score (IDACI average); the same as `deprivation` under `factors`.", {
      example: "0.21",
    }),
    source: sourceKey,
    notes: notesKey,
  }),
} satisfies KindDescription<unknown>;
export type Area = TypeOf<typeof area.shape>;
