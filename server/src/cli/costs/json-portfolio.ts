import type { CostedPortfolio } from "../commands/cost.ts";
import { partiesJson, type Writer } from "./json-writer.ts";

/** A portfolio for programs: its members at its starts and years, its shared costs once, and the figures over them. */
export function portfolioJson({ spec, assessment, path, project }: CostedPortfolio, writer: Writer) {
  const { reading } = spec;
  const { priceYear } = assessment;
  return {
    path: project.show(path),
    kind: spec.kind,
    id: spec.id ?? null,
    title: reading?.title?.value ?? null,
    area: reading?.area?.value ?? null,
    from: reading?.from?.value?.label ?? null,
    period: reading?.period?.text ?? null,
    price_year: priceYear ?? null,
    figures: writer.figures(assessment.figures),
    members: assessment.members.map((member) => ({
      intervention: member.intervention,
      at: writer.place(member.at),
      strand: member.strand ?? null,
      first_year: member.firstYear,
      years: member.years ?? null,
      perspective: member.assessment?.perspective ?? null,
      price_year: member.assessment?.priceYear ?? null,
      own_cost: writer.amount("member_own_cost", member.own, priceYear),
      shares: member.shares.map(({ id, share, amount }) => ({
        shared_cost: id,
        share,
        amount: writer.amount("member_share", amount, priceYear),
      })),
      cost: writer.amount("member_cost", member.cost, priceYear),
      figures: member.assessment === undefined ? null : writer.figures(member.assessment.figures),
    })),
    shared: assessment.shared.map((shared) => ({
      id: shared.id,
      item: shared.item,
      at: writer.place(shared.at),
      payers: partiesJson(shared.payers),
      total: writer.amount("shared_total", shared.total, priceYear),
      allocated: shared.allocated,
      unallocated: writer.amount("shared_unallocated", shared.unallocated, priceYear),
    })),
    problems: assessment.problems.map(({ reason, at }) => ({ reason, at: writer.place(at) })),
  };
}
