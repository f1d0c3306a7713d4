import type { Figure } from "../costing/figure.ts";
import { NOT_KNOWN_WHO } from "../costing/parties.ts";
import type { Assessment } from "../model/assess/types.ts";
import type { Row, Section } from "./page.ts";
import { left, right } from "./sections.ts";
import { missingText, shown } from "./words.ts";

/** Who pays, who gains, and what each is left with, undiscounted; undefined without benefits to set against costs. */
export function agencySection(assessment: Assessment): Section | undefined {
  const nets = [...assessment.figures.values()].filter(({ id }) => id === "net_by_party");
  if (nets.length === 0) return undefined;
  const of = (id: string, party: string): Figure | undefined => assessment.figures.get(`${id}/${party}`);
  const rows = nets
    .map((net) => ({ party: net.of ?? "", net }))
    .sort((a, b) => Number(a.party === NOT_KNOWN_WHO) - Number(b.party === NOT_KNOWN_WHO))
    .map(({ party, net }): Row => {
      const [pays, gains] = [of("cost_by_payer", party), of("benefit_by_gainer", party)];
      return { cells: [party, text(pays), text(gains), shown(net), missingText(net)] };
    });
  const totals = ["cost_total", "gross_benefit", "net_benefit"].map((id) => assessment.figures.get(id));
  const net = totals.at(-1);
  return {
    title: "Who pays and who gains, over the period, undiscounted",
    columns: [left("party"), right("pays"), right("gains"), right("net"), left("")],
    rows: [...rows, { cells: ["Total", ...totals.map(text), net === undefined ? "" : missingText(net)], total: true }],
    notes: assessment.figures.has("comparator_cost")
      ? ["Net counts what the comparator would have cost as spared."]
      : [],
  };
}

const text = (figure: Figure | undefined): string => (figure === undefined ? "" : shown(figure));
