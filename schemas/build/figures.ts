import { readFileSync } from "node:fs";
import { FIGURES, type FigureDescription } from "../../server/src/costing/figures.ts";

const file = new URL("../cost-output.schema.json", import.meta.url);

/** Where the definition of figures stands in the schema, the rest of which is written by hand. */
const block = /\n {4}"figures": \{\n {6}"type": "object",[\s\S]*?\n {4}\},\n/;

/** The schema of what `cost` prints, with every id of a figure said in it: title, unit, formula and source. */
export function costOutput(): string {
  return readFileSync(file, "utf8").replace(block, () => `\n    "figures": ${indented(definition())},\n`);
}

function definition() {
  const all = Object.entries(FIGURES) as readonly (readonly [string, FigureDescription])[];
  const one = (entries: typeof all, name: (id: string) => string) =>
    Object.fromEntries(entries.map(([id, figure]) => [name(id), described(figure)]));
  return {
    type: "object",
    description: "By id, or `id/of` where there are several: `cost_total`, `cost_by_payer/nhs`.",
    properties: one(
      all.filter(([, { of }]) => of === undefined),
      (id) => id,
    ),
    patternProperties: one(
      all.filter(([, { of }]) => of !== undefined),
      (id) => `^${id}(/.+)?$`,
    ),
    additionalProperties: { $ref: "#/definitions/figure" },
  };
}

const described = ({ title, unit, formula, source, of }: FigureDescription) => ({
  description: `${title}${of === undefined ? "" : `, for each ${of}`} (${unit}). ${formula}${source === undefined ? "" : ` ${source}.`}`,
  $ref: "#/definitions/figure",
});

/** Set two steps in, as it stands in the file. */
const indented = (value: object): string => JSON.stringify(value, undefined, 2).replace(/\n/g, "\n    ");
