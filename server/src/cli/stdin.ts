import { readFileSync } from "node:fs";
import { decode } from "../workspace/decode.ts";
import { kindOfName } from "../workspace/names.ts";
import { exitCodes, UsageError } from "./exit-codes.ts";
import { whyNoText } from "./no-text.ts";

/** As commander hands them over. */
export interface StdinOptions {
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

/** Text that stands in for a file. */
interface StandIn {
  readonly file: string;
  readonly text: string;
}

/** Whether a command is to work on standard input. */
export const asksStdin = (paths: readonly string[], { stdin }: StdinOptions): boolean =>
  stdin === true || paths.includes("-");

/** What stands on standard input, where it is asked about; undefined where files are. It is worked on alone. */
export function standIn(
  paths: readonly string[],
  options: StdinOptions,
  done: "checked" | "costed",
): StandIn | undefined {
  if (!asksStdin(paths, options)) return undefined;
  if (paths.some((path) => path !== "-"))
    throw new UsageError(`Standard input is ${done} alone: name no other files beside it.`);
  return readStdin(options.stdinFilename);
}

/** The text on standard input, standing in for a file. Without a name, its head key says what it is. */
function readStdin(name: string | undefined): StandIn {
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
