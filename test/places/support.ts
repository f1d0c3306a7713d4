import type { AssessedArea, AssessedPortfolio, Snapshot } from "../../server/src/analysis/types.ts";
import type { AreaAssessment, PortfolioAssessment } from "../../server/src/model/assess/index.ts";
import { snapshotOf } from "../report/support.ts";
import { council } from "./council.ts";

export interface Council {
  readonly snapshot: Snapshot;
  readonly portfolio: PortfolioAssessment;
  readonly area: AreaAssessment;
  readonly assessedPortfolio: AssessedPortfolio;
  readonly assessedArea: AssessedArea;
}

export const portfolioFile = "early-help.portfolio.yaml";
export const areaFile = "place.area.yaml";

/** The made-up council, with files put in place of its own. */
export function councilWith(changes: Readonly<Record<string, string>> = {}): Council {
  const snapshot = snapshotOf({ ...council, ...changes });
  const [assessedPortfolio] = snapshot.portfolios(portfolioFile);
  const [assessedArea] = snapshot.areas(areaFile);
  if (assessedPortfolio === undefined || assessedArea === undefined) throw new Error("the council cannot be read");
  return {
    snapshot,
    portfolio: assessedPortfolio.assessment,
    area: assessedArea.assessment,
    assessedPortfolio,
    assessedArea,
  };
}

/** A file of the council with a part replaced; the part must be there. */
export function edited(file: string, from: string, to: string): Readonly<Record<string, string>> {
  const text = council[file] ?? "";
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return { [file]: text.replace(from, to) };
}

/** The values of a group of figures by what they are of. */
export const groupOf = (
  figures: PortfolioAssessment["figures"],
  id: string,
  before = "",
): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(
    [...figures.values()]
      .filter((figure) => figure.id === id && (figure.of ?? "").startsWith(before))
      .map(({ of = "", value }) => [of.slice(before.length), value]),
  );
