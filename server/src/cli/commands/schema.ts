import { readFileSync } from "node:fs";
import { exitCodes, UsageError } from "../exit-codes.ts";
import { packagedFile } from "../packaged.ts";

const names: Readonly<Record<string, string>> = {
  intervention: "a *.intervention.yaml document",
  outcome: "an *.outcome.yaml document",
  study: "a *.study.yaml document",
  "unit-costs": "a *.unit-costs.yaml document",
  area: "an *.area.yaml document",
  portfolio: "a *.portfolio.yaml document",
  settings: "wellspent.yaml",
  "check-output": "what `wellspent check --format json` prints",
  "cost-output": "what `wellspent cost --format json` prints",
  "evidence-output": "what `wellspent evidence --format json` prints",
  "diff-output": "what `wellspent diff --format json` prints",
};

/** `wellspent schema`: prints a JSON Schema, or the list of them. Returns the exit code. */
export function schema(name: string | undefined): number {
  if (name === undefined) {
    const width = Math.max(...Object.keys(names).map((each) => each.length));
    for (const [each, what] of Object.entries(names)) process.stdout.write(`${each.padEnd(width)}  ${what}\n`);
    return exitCodes.clean;
  }
  if (!Object.hasOwn(names, name))
    throw new UsageError(`There is no schema "${name}". There are ${Object.keys(names).join(", ")}.`);
  const file = packagedFile(`schemas/${name}.schema.json`);
  if (file === undefined)
    throw new UsageError(`The schema "${name}" is not part of this installation.`, exitCodes.unreadable);
  process.stdout.write(readFileSync(file, "utf8"));
  return exitCodes.clean;
}
