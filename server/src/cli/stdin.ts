import { readFileSync } from "node:fs";
import { decode } from "../workspace/decode.ts";
import { kindOfName } from "../workspace/names.ts";
import { exitCodes, UsageError } from "./exit-codes.ts";
import { whyNoText } from "./no-text.ts";

/** The text on standard input, standing in for a file. Without a name, its head key says what it is. */
export function readStdin(name: string | undefined): { readonly file: string; readonly text: string } {
  const content = decode(readFileSync(0));
  if (content.kind === "problem")
    throw new UsageError(`Standard input cannot be read: ${whyNoText(content.problem)}.`, exitCodes.unreadable);
  if (name !== undefined && kindOfName(name) === undefined)
    throw new UsageError(
      `"${name}" is not a name that a spec can have. Give one such as --stdin-filename interventions/mst.intervention.yaml.`,
    );
  return { file: name ?? `standard-input.${suffixOf(content.text)}.yaml`, text: content.text };
}

const heads = /^(intervention|outcome|study|unit_costs|area|portfolio):/m;

const suffixOf = (text: string): string => heads.exec(text)?.[1]?.replace("_", "-") ?? "intervention";
