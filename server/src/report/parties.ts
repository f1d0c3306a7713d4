import type { Figure } from "../costing/figure.ts";
import type { FigureId } from "../costing/figures.ts";
import type { Assessment } from "../model/assess/types.ts";
import type { Bar, BarRow } from "./charts/types.ts";
import type { ReportSection } from "./types.ts";
import { missingText, shown } from "./words.ts";

/** Who pays and who gains, side by side: the two are seldom the same, and whoever pays wants to know. */
export function partiesSection(assessment: Assessment): ReportSection | undefined {
  const pays = byParty(assessment, "cost_by_payer");
  const gains = byParty(assessment, "benefit_by_gainer");
  const nets = byParty(assessment, "net_by_party");
  const parties = [...new Set([...pays.keys(), ...gains.keys(), ...nets.keys()])].sort(last("not known"));
  if (parties.length === 0) return undefined;
  const rows = parties.map((party): BarRow => {
    const bars = [bar("cost", pays.get(party)), bar("benefit", gains.get(party))].filter((each) => each !== undefined);
    return { label: partyName(party), bars };
  });
  const drawn = rows.filter(({ bars }) => bars.length > 0);
  return {
    id: "parties",
    title: "Who pays and who gains",
    paragraphs: [],
    charts:
      drawn.length === 0
        ? []
        : [
            {
              kind: "bars",
              id: "parties",
              title: "Paid (orange) and gained (blue) by each party, over the period, undiscounted",
              description: parties
                .map((party) => `${partyName(party)} pays ${say(pays.get(party))} and gains ${say(gains.get(party))}`)
                .join("; "),
              rows: drawn,
            },
          ],
    tables: [
      {
        caption:
          drawn.length === 0 ? "Paid and gained by each party, over the period, undiscounted" : "The same in figures",
        columns: [
          { title: "Party", align: "left" },
          { title: "Pays", align: "right" },
          { title: "Gains", align: "right" },
          ...(nets.size === 0 ? [] : [{ title: "Net", align: "right" as const }]),
          { title: "To note", align: "left" },
        ],
        rows: parties.map((party) => {
          const figures = [pays.get(party), gains.get(party), nets.get(party)].filter((each) => each !== undefined);
          return {
            cells: [
              partyName(party),
              say(pays.get(party), ""),
              say(gains.get(party), ""),
              ...(nets.size === 0 ? [] : [say(nets.get(party), "")]),
              [...new Set(figures.map(missingText))].filter((each) => each !== "").join("; "),
            ],
          };
        }),
      },
    ],
  };
}

const byParty = ({ figures }: Assessment, id: FigureId): ReadonlyMap<string, Figure> =>
  new Map([...figures.values()].filter((each) => each.id === id).map((each) => [each.of ?? "", each]));

const bar = (series: Bar["series"], figure: Figure | undefined): Bar | undefined =>
  figure?.value === undefined ? undefined : { series, value: figure.value, shown: shown(figure) };

const say = (figure: Figure | undefined, absent = "nothing"): string => (figure === undefined ? absent : shown(figure));

const abbreviations: Readonly<Record<string, string>> = { nhs: "NHS", dfe: "DfE", mhclg: "MHCLG", dwp: "DWP" };

/** Parties as people write them: `local-authority` is the local authority. */
export const partyName = (party: string): string => {
  if (party === "not known") return "Not known who";
  const words = party.replace(/-/g, " ").replace(/\w+/g, (word) => abbreviations[word] ?? word);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

const last =
  (party: string) =>
  (a: string, b: string): number =>
    Number(a === party) - Number(b === party);
