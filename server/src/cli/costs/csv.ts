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
  /** Of an intervention: proposed, running. */
  readonly status: string;
  /** Whose money is counted: the spec's own, or one that `--perspective` asks for. */
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
  /** Of that interval, in percent. */
  readonly interval_level: number | undefined;
  readonly shown: string;
  readonly basis: string;
}

const columns: readonly (keyof CsvRow)[] = [
  "path",
  "kind",
  "id",
  "title",
  "status",
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
  "interval_level",
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
    status: spec.kind === "intervention" ? (spec.reading?.status?.value ?? "") : "",
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
  const asked = "perspectives" in costed ? (costed.perspectives ?? []) : [];
  const readings = "under" in assessment ? asked.filter((each) => assessment.under(each) !== assessment.figures) : [];
  return [
    ...[...assessment.figures.values()].map((figure) => rowOf(of, figure, intervalOf(simulated, figure))),
    ...readings.flatMap((perspective) =>
      "under" in assessment
        ? [...assessment.under(perspective).values()].map((figure) => rowOf({ ...of, perspective }, figure))
        : [],
    ),
    ...[...(whatIf?.assessment.figures.values() ?? [])].map((figure) =>
      rowOf(varied, figure, intervalOf(varying, figure)),
    ),
  ];
}

/** The interval of a simulated figure; an end without a number is left empty. */
function intervalOf(simulated: Simulated | undefined, { id, of }: Figure): Interval | undefined {
  const found = simulated?.simulation.figures.get(figureKey(id, of));
  if (simulated === undefined || found === undefined) return undefined;
  return { low: finite(found.low), high: finite(found.high), level: simulated.simulation.settings.level };
}

interface Interval {
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly level: number;
}

const finite = (value: number | undefined): number | undefined => (Number.isFinite(value) ? value : undefined);

const rowOf = (
  of: Pick<CsvRow, "path" | "kind" | "id" | "title" | "status" | "perspective" | "what_if">,
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
  interval_level: interval?.level,
  shown: shown(figure),
  basis: figure.basis,
});
