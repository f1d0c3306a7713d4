import type { KindDescription, TypeOf } from "../shape.ts";
import { define, key, list, object, ref, text, value } from "../shape.ts";
import { notesKey, sourceKey, titleKey } from "./common.ts";

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
  share: key(value("share"), "Share of the population that has it.", { example: "4%" }),
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
                source: sourceKey,
              }),
            ),
            "Its needs, as named in the area.",
            { example: "- need: family-conflict\n  number: 120 families" },
          ),
          budget: key(value("money"), "Budget devolved to it.", { example: "£150,000/year" }),
          notes: notesKey,
        }),
      ),
      "Parts of the area to which work and budgets are devolved.",
      { example: "- cluster: north\n  title: North" },
    ),
    spend: key(list(spend), "Spend by line of the section 251 return.", {
      example: "- line: s251/3.0.1\n  year: 2013-14\n  gross: £694,316,982",
    }),
    comparators: key(list(text), "Places it is fairly compared with.", { example: "[statistical neighbour A]" }),
    deprivation: key(value("number"), "Deprivation score (IDACI average).", { example: "0.21" }),
    source: sourceKey,
    notes: notesKey,
  }),
} satisfies KindDescription<unknown>;
export type Area = TypeOf<typeof area.shape>;
