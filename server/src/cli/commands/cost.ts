import type { AssessedArea, AssessedPortfolio, AssessedSpec } from "../../analysis/index.ts";
import type { SimulatedSpec } from "../../analysis/simulated.ts";
import type { SimulatedPortfolio } from "../../analysis/simulated-portfolio.ts";
import type { Perspective } from "../../costing/parties.ts";
import { asOfDate, dateText } from "../as-of.ts";
import { chosenByUser } from "../choose.ts";
import type { CostOutput } from "../costs/json.ts";
import { exitCodes, UsageError } from "../exit-codes.ts";
import { deliverAll, type OutputStyle, tellNotices } from "../output.ts";
import { openProgress } from "../progress.ts";
import { outputsOf } from "../reporters/index.ts";
import { type StdinOptions, standIn } from "../stdin.ts";
import { openTerminal } from "../terminal.ts";
import { type Home, visitFiles } from "../visit.ts";
import { readChanges, variedSpecs, type WhatIf } from "../what-if.ts";
import { nothingToCheck } from "./nothing.ts";

/** As commander hands them over. */
export interface CostOptions extends StdinOptions {
  readonly format: readonly string[];
  readonly only: readonly string[];
  readonly whatIf?: readonly string[];
  /** Names with commas between them. */
  readonly perspective?: string;
  readonly derivation?: boolean;
  readonly simulate?: boolean;
  readonly draws?: number;
  readonly seed?: number;
  readonly asOf?: string;
  readonly color?: boolean;
}

export type CostedSpec = AssessedSpec &
  Home & {
    readonly simulated?: SimulatedSpec | undefined;
    /** To be counted as these would count it, side by side. */
    readonly perspectives?: readonly Perspective[] | undefined;
    /** The same with something changed (`--what-if`). */
    readonly whatIf?: WhatIf<AssessedSpec>;
  };
export type CostedPortfolio = AssessedPortfolio &
  Home & {
    readonly simulated?: SimulatedPortfolio | undefined;
    readonly perspectives?: readonly Perspective[] | undefined;
    readonly whatIf?: WhatIf<AssessedPortfolio, SimulatedPortfolio>;
  };
export type Costed = CostedSpec | CostedPortfolio;
/** A place: it has spend and budgets, and no cost of its own to vary or to simulate. */
export type CostedArea = AssessedArea & Home;

const formats = ["table", "json", "markdown", "csv"];

/** `wellspent cost`: returns the exit code. */
export async function cost(paths: readonly string[], options: CostOptions): Promise<number> {
  const outputs = outputsOf(options.format, formats);
  const asOf = asOfDate(options.asOf);
  const terminal = openTerminal(options.color);
  const changes = readChanges(options.whatIf ?? []);
  const perspectives = perspectivesOf(options.perspective);
  const costed: Costed[] = [];
  const places: CostedArea[] = [];
  const stdin = standIn(paths, options, "costed");
  const { files, notices } = await visitFiles(paths, { asOf, terminal, stdin }, (home) => {
    const { snapshot, path } = home;
    const found = [...snapshot.assessments(path), ...snapshot.portfolios(path)];
    for (const each of found) costed.push({ ...each, ...home });
    for (const each of snapshot.areas(path)) places.push({ ...each, ...home });
  });
  const all = chosenByUser([...costed, ...places], options.only, ({ spec }) => spec.id);
  const asked = all.filter((each): each is Costed => !isArea(each));
  const areas = changes.length === 0 ? all.filter(isArea) : [];
  const chosen = changes.length === 0 ? asked : variedSpecs(asked, changes, notices);
  const seen = perspectives === undefined ? chosen : chosen.map((each) => ({ ...each, perspectives }));
  const wanted = isSimulated(options) ? await simulatedSpecs(seen, options, terminal) : seen;
  const result = {
    specs: wanted.filter(isIntervention),
    portfolios: wanted.filter(isPortfolio),
    areas,
    notices,
    asOf: dateText(asOf),
    derivation: options.derivation === true,
  };
  const delivered = await deliverAll(outputs, terminal, (format, style) =>
    drawn(format, result, [...wanted, ...areas], style),
  );
  tellNotices(notices, terminal);
  if (!delivered || notices.some((notice) => notice.incomplete)) return exitCodes.unreadable;
  if (wanted.length + areas.length > 0) return exitCodes.clean;
  const nothing = stdin === undefined ? "None of these files holds anything" : "Standard input holds nothing";
  terminal.err(files === 0 ? nothingToCheck(paths) : `${nothing} that has a cost.\n`);
  return exitCodes.nothing;
}

const isArea = (each: Costed | CostedArea): each is CostedArea => "clusters" in each.assessment;
const isPortfolio = (each: Costed): each is CostedPortfolio => "members" in each.assessment;
const isIntervention = (each: Costed): each is CostedSpec => !isPortfolio(each);

const allPerspectives: readonly Perspective[] = ["local-authority", "public-sector", "society"];

/** `local-authority,society`; undefined when none is asked for. */
function perspectivesOf(asked: string | undefined): readonly Perspective[] | undefined {
  if (asked === undefined) return undefined;
  return asked.split(",").map((each) => {
    const found = allPerspectives.find((one) => one === each.trim());
    if (found === undefined)
      throw new UsageError(`There is no perspective "${each.trim()}". There are ${allPerspectives.join(", ")}.`);
    return found;
  });
}

/** What one format says. */
async function drawn(
  format: string,
  result: CostOutput,
  wanted: readonly (Costed | CostedArea)[],
  style: OutputStyle,
): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../costs/json.ts")).costJson(result);
    case "csv":
      // A spreadsheet knows by the mark that a file is UTF-8; a program at the end of a pipe does not want it.
      return `${style.toFile ? "\uFEFF" : ""}${(await import("../costs/csv.ts")).costCsv(wanted)}`;
    case "markdown":
      return (await import("../../report/markdown.ts")).markdownPages(await pagesOf(wanted));
    default:
      return (await import("../costs/table.ts")).drawPages(await pagesOf(wanted), style);
  }
}

const pagesOf = async (specs: readonly (Costed | CostedArea)[]) => {
  const { whatIfPage } = await import("../../report/what-if.ts");
  const { pageOf } = await import("../../report/pages.ts");
  const { portfolioPage } = await import("../../report/portfolio-page.ts");
  const { ratedBy } = await import("../../report/ratings.ts");
  const { withUncertainty } = await import("../../report/uncertainty.ts");
  const { withPerspectives } = await import("../../report/perspectives.ts");
  const { areaPage } = await import("../../report/places/area-page.ts");
  return specs.map((each) => {
    const path = each.project.show(each.path);
    if (isArea(each)) return areaPage(each.snapshot, each, path);
    const own = isPortfolio(each)
      ? portfolioPage(each, path, { rate: ratedBy(each.snapshot, each.path), simulated: each.simulated })
      : withUncertainty(pageOf(each, path), each.simulated);
    const page = withPerspectives(own, each.assessment, each.perspectives);
    return each.whatIf === undefined ? page : whatIfPage(page, each.whatIf.changes, each, each.whatIf);
  });
};

/** Draws or a seed ask for a simulation too. */
const isSimulated = ({ simulate, draws, seed }: CostOptions): boolean =>
  simulate === true || draws !== undefined || seed !== undefined;

/** Every intervention and every portfolio with its simulation, varied ones with another. */
async function simulatedSpecs(
  specs: readonly Costed[],
  { draws, seed }: CostOptions,
  terminal: ReturnType<typeof openTerminal>,
): Promise<readonly Costed[]> {
  const { simulated } = await import("../../analysis/simulated.ts");
  const { simulatedPortfolio } = await import("../../analysis/simulated-portfolio.ts");
  const over = { ...(draws === undefined ? {} : { draws }), ...(seed === undefined ? {} : { seed }) };
  const progress = openProgress(terminal);
  progress.begin("Simulating", specs.length);
  const done = specs.map((each) => {
    progress.step();
    if (isPortfolio(each)) {
      const { whatIf } = each;
      return {
        ...each,
        simulated: simulatedPortfolio(each.snapshot, each, over),
        ...(whatIf === undefined
          ? {}
          : { whatIf: { ...whatIf, simulated: simulatedPortfolio(each.snapshot, whatIf, over) } }),
      };
    }
    const { whatIf } = each;
    return {
      ...each,
      simulated: simulated(each.snapshot, each, over),
      ...(whatIf === undefined ? {} : { whatIf: { ...whatIf, simulated: simulated(each.snapshot, whatIf, over) } }),
    };
  });
  progress.end();
  return done;
}
