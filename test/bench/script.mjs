// The bare floor that a team would write itself: `yaml` and `ajv` in thirty lines, structure only, one core.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parseAllDocuments } from "yaml";

const [, , folder, schemas] = process.argv;
const heads = {
  intervention: "intervention",
  outcome: "outcome",
  study: "study",
  unit_costs: "unit-costs",
  area: "area",
  portfolio: "portfolio",
};
const ajv = new Ajv({ allErrors: true, strict: false });
const validators = new Map();
const validatorFor = (kind) => {
  if (!validators.has(kind))
    validators.set(kind, ajv.compile(JSON.parse(readFileSync(join(schemas, `${kind}.schema.json`), "utf8"))));
  return validators.get(kind);
};
let errors = 0;
let files = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith(".yaml")) continue;
  files++;
  for (const document of parseAllDocuments(readFileSync(join(entry.parentPath, entry.name), "utf8"), { merge: true })) {
    errors += document.errors.length;
    const value = document.toJS({ maxAliasCount: -1 });
    const kind = heads[Object.keys(value ?? {})[0]] ?? "settings";
    const validate = validatorFor(kind);
    if (!validate(value)) errors += validate.errors.length;
  }
}
console.log(`${files} files, ${errors} errors`);
