import type { CancellationToken, Location, Position, TextDocumentIdentifier } from "vscode-languageserver";
import { fixed } from "../report/charts/palette.ts";
import { chosenAt, reportAt } from "../report/choose.ts";
import { dayText } from "../report/day.ts";
import { reportFragment } from "../report/html/fragment.ts";
import { reportPage } from "../report/html/page.ts";
import { panelStyle } from "../report/html/style.ts";
import type { Target } from "../report/types.ts";
import { rangeOf } from "./convert.ts";
import type { Seen } from "./session.ts";

export interface ReportParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  /** Pixels across that the charts may take. */
  readonly width: number;
  /** Whether to draw every uncertain value too; what has been drawn already is shown either way. */
  readonly simulate?: boolean;
}

/** A report ready to be shown beside its spec: the editor adds nothing but its colours. */
export interface ReportAnswer {
  readonly id: string;
  readonly title: string;
  /** Where its spec begins. */
  readonly uri: string;
  readonly html: string;
  readonly style: string;
  /** What the links of the HTML lead to: `data-place` counts into this list. */
  readonly places: readonly Location[];
  /** The charts as images of their own, in fixed colours. */
  readonly charts: readonly { readonly id: string; readonly title: string; readonly svg: string }[];
}

/** Width in pixels at which charts of a file are drawn: that of its page. */
const pageWidth = 900;

/** The report of the intervention, portfolio or area at a place. Null where there is none. */
export async function report(
  seen: Seen | undefined,
  request: ReportParams,
  token: CancellationToken,
): Promise<ReportAnswer | null> {
  await simulateAt(seen, request, token);
  const found = find(seen, request, true);
  if (seen === undefined || found === undefined) return null;
  // The charting library is loaded with the first report, not with the server.
  const { draw } = await import("../report/charts/draw.ts");
  const charts = found.sections.flatMap((section) => section.charts).map((chart) => draw(chart, request.width));
  const places: Location[] = [];
  const html = reportFragment(found, charts, {
    actions: true,
    link(cell) {
      const place = cell.at === undefined ? undefined : locationOf(seen, cell.at);
      return place === undefined ? undefined : places.push(place) - 1;
    },
  });
  return {
    id: found.id,
    title: found.title,
    uri: request.textDocument.uri,
    html,
    style: panelStyle,
    places,
    charts: charts.map((chart) => ({ ...chart, svg: fixed(chart.svg) })),
  };
}

/** The same report as one HTML file. */
export async function reportFile(
  seen: Seen | undefined,
  request: ReportParams,
  token: CancellationToken,
): Promise<string | null> {
  await simulateAt(seen, request, token);
  const found = find(seen, request, false);
  if (seen === undefined || found === undefined) return null;
  const { draw } = await import("../report/charts/draw.ts");
  const charts = found.sections.flatMap((section) => section.charts).map((chart) => draw(chart, pageWidth));
  return reportPage(found, charts, { asOf: dayText(seen.snapshot.asOf) });
}

function find(seen: Seen | undefined, { position }: ReportParams, offer: boolean) {
  return seen === undefined ? undefined : reportAt(seen.snapshot, seen.path, seen.offsetAt(position), offer);
}

/** Milliseconds at a time: what is typed meanwhile is answered first. */
const slice = 8;

/** Draws the uncertain values of the intervention or the portfolio at a place, a little at a time, until nobody waits for them any more. */
async function simulateAt(
  seen: Seen | undefined,
  { position, simulate }: ReportParams,
  token: CancellationToken,
): Promise<void> {
  if (seen === undefined || simulate !== true) return;
  const { snapshot, path } = seen;
  const chosen = chosenAt(snapshot, path, seen.offsetAt(position));
  // What draws is loaded with the first simulation, not with the server.
  if (chosen?.kind === "intervention" && !snapshot.simulations.has(chosen.assessed.assessment)) {
    const { simulating } = await import("../analysis/simulated.ts");
    const made = await sliced(simulating(snapshot, chosen.assessed), token);
    if (made !== undefined) snapshot.simulations.set(chosen.assessed.assessment, made);
  }
  if (chosen?.kind === "portfolio" && !snapshot.portfolioSimulations.has(chosen.assessed.assessment)) {
    const { simulatingPortfolio } = await import("../analysis/simulated-portfolio.ts");
    const made = await sliced(simulatingPortfolio(snapshot, chosen.assessed), token);
    if (made !== undefined) snapshot.portfolioSimulations.set(chosen.assessed.assessment, made);
  }
}

/** Runs something long a slice at a time; undefined where nobody waits for it any more. */
async function sliced<T>(running: Generator<void, T>, token: CancellationToken): Promise<T | undefined> {
  for (let until = performance.now() + slice; ; ) {
    const { done, value } = running.next();
    if (done === true) return value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (token.isCancellationRequested) return undefined;
    until = performance.now() + slice;
  }
}

function locationOf(seen: Seen, target: Target): Location | undefined {
  const at = "path" in target ? target : seen.snapshot.locate(seen.path, target);
  const parsed = seen.snapshot.parsed(at.path);
  return parsed === undefined ? undefined : { uri: seen.uriOf(at.path), range: rangeOf(parsed, at.span) };
}
