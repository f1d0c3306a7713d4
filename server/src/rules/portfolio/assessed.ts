import { assessPortfolio, type PortfolioAssessment, referenceData } from "../../model/assess/index.ts";
import type { DefinedReading, DefinitionReader } from "../../model/defined.ts";
import type { DocumentContext } from "../types.ts";

/** The figures of a portfolio, with every intervention at the portfolio's starts and years; undefined for other kinds. */
export function assessedPortfolio({ spec, settings, index, read }: DocumentContext): PortfolioAssessment | undefined {
  if (spec.kind !== "portfolio" || spec.reading === undefined) return undefined;
  const find = <K extends Parameters<DefinitionReader>[0]>(kind: K, id: string): DefinedReading<K> | undefined => {
    const [definition] = index.definitions(kind, id);
    return definition === undefined ? undefined : read(kind, definition);
  };
  return assessPortfolio(spec.reading, {
    appraisal: settings.appraisal,
    costBand: settings.standards.costBand,
    data: referenceData,
    unitCost: (id) => {
      const entry = find("unit-cost", id);
      return entry === undefined ? undefined : { entry, library: undefined };
    },
    outcome: (id) => find("outcome", id),
    area: (id) => find("area", id),
    intervention: (id) => find("intervention", id),
  });
}
