import papaparse from "papaparse";
import { type Figure, figureKey } from "../../costing/figure.ts";
import type { Simulated } from "../../report/uncertainty.ts";
import { missingText, shown } from "../../report/words.ts";
import { formatUnit } from "../../values/units.ts";
import type { Costed, CostedArea } from "../commands/cost.ts";

/** One line of the file. Numbers stay numbers, so that a spreadsheet can add them; what is not known is an empty cell, never a zero. */
interface CsvRow {
  readonly path: string;
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly perspective: string;
  /** Empty: as written. Else what was set: `costs.period=5 years`. */
  readonly what_if: string;
  readonly figure: string;
  readonly of: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly unit: string;
  readonly price_year: string;
  readonly complete: "yes" | "no";
  readonly missing: string;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** With --simulate: the ends of the interval that most draws fall in. */
  readonly interval_low: number | undefined;
  readonly interval_high: number | undefined;
  readonly shown: string;
  readonly basis: string;
}

const columns: readonly (keyof CsvRow)[] = [
  "path",
  "kind",
  "id",
  "title",
  "perspective",
  "what_if",
  "figure",
  "of",
  "label",
  "value",
  "unit",
  "price_year",
  "complete",
  "missing",
  "low",
  "high",
  "interval_low",
  "interval_high",
  "shown",
  "basis",
];

/** Text that a spreadsheet would take for a formula, whatever stands before it; wide forms of the signs too. */
const formula = /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Every figure of every spec, one a line, with the names of the columns first (RFC 4180, UTF-8). */
export function costCsv(specs: readonly (Costed | CostedArea)[]): string {
  const rows = specs.flatMap((each) => rowsOf(each));
  return `${papaparse.unparse({ fields: [...columns], data: rows.map((row) => columns.map((column) => row[column])) }, { escapeFormulae: formula, newline: "\r\n" })}\r\n`;
}

function rowsOf(costed: Costed | CostedArea): readonly CsvRow[] {
  const { spec, assessment, path, project } = costed;
  const title =
    "reading" in spec && spec.reading !== undefined && "title" in spec.reading ? spec.reading.title : undefined;
  const of = {
    path: project.show(path),
    kind: spec.kind,
    id: spec.id ?? "",
    title: title?.value ?? "",
    perspective: "perspective" in assessment ? assessment.perspective : "",
    what_if: "",
  };
  const whatIf = "whatIf" in costed ? costed.whatIf : undefined;
  const simulated = "simulated" in costed ? costed.simulated : undefined;
  const varying = whatIf !== undefined && "simulated" in whatIf ? whatIf.simulated : undefined;
  const varied = {
    ...of,
    what_if: whatIf?.changes.map(({ path, value }) => `${path}=${value}`).join("; ") ?? "",
  };
  return [
    ...[...assessment.figures.values()].map((figure) => rowOf(of, figure, intervalOf(simulated, figure))),
    ...[...(whatIf?.assessment.figures.values() ?? [])].map((figure) =>
      rowOf(varied, figure, intervalOf(varying, figure)),
    ),
  ];
}

/** The interval of a simulated figure; an end without a number is left empty. */
function intervalOf(simulated: Simulated | undefined, { id, of }: Figure): Interval | undefined {
  const found = simulated?.simulation.figures.get(figureKey(id, of));
  return found === undefined ? undefined : { low: finite(found.low), high: finite(found.high) };
}

interface Interval {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

const finite = (value: number | undefined): number | undefined => (Number.isFinite(value) ? value : undefined);

const rowOf = (
  of: Pick<CsvRow, "path" | "kind" | "id" | "title" | "perspective" | "what_if">,
  figure: Figure,
  interval?: Interval,
): CsvRow => ({
  ...of,
  figure: figure.id,
  of: figure.of ?? "",
  label: figure.title,
  value: figure.value,
  unit: formatUnit(figure.unit),
  price_year: figure.priceYear ?? "",
  complete: figure.complete ? "yes" : "no",
  missing: missingText(figure),
  low: figure.low,
  high: figure.high,
  interval_low: interval?.low,
  interval_high: interval?.high,
  shown: shown(figure),
  basis: figure.basis,
});
