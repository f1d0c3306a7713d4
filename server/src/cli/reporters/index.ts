import { UsageError } from "../exit-codes.ts";
import type { CheckReporter } from "./types.ts";

/** The formats of `check`; each is loaded when it is asked for. */
export const checkFormats: Readonly<Record<string, () => Promise<CheckReporter>>> = {
  text: async () => (await import("./text.ts")).textReporter,
  json: async () => (await import("./json.ts")).jsonReporter,
  sarif: async () => (await import("./sarif.ts")).sarifReporter,
  github: async () => (await import("./github.ts")).githubReporter,
  gitlab: async () => (await import("./gitlab.ts")).gitlabReporter,
  junit: async () => (await import("./junit.ts")).junitReporter,
};

/** One `--format name` or `--format name=file`. */
export interface Output {
  readonly format: string;
  /** Undefined: standard output. */
  readonly file: string | undefined;
}

/** Reads the values of `--format`. At most one goes to standard output, and no two to one file. */
export function outputsOf(asked: readonly string[], formats: readonly string[]): Output[] {
  const outputs = asked.map((each): Output => {
    const at = each.indexOf("=");
    const format = at === -1 ? each : each.slice(0, at);
    const file = at === -1 ? undefined : each.slice(at + 1);
    if (!formats.includes(format))
      throw new UsageError(`There is no format "${format}". The formats are ${formats.join(", ")}.`);
    if (file === "") throw new UsageError(`"--format ${each}" names no file after "=".`);
    return { format, file };
  });
  const targets = outputs.map((each) => each.file ?? "");
  const twice = targets.find((each, at) => targets.indexOf(each) !== at);
  if (twice === "")
    throw new UsageError(
      "Only one format can go to the terminal; send the others to files, as in --format text --format sarif=findings.sarif.",
    );
  if (twice !== undefined) throw new UsageError(`Two formats would be written to ${twice}.`);
  return outputs;
}
