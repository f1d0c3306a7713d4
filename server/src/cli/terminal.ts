import { stripVTControlCharacters } from "node:util";
import colours from "picocolors";
import { exitCodes } from "./exit-codes.ts";
import { writeProblem } from "./write-problem.ts";

export type Colours = ReturnType<typeof colours.createColors>;

/** No colours, whatever is asked: for files. */
export const plain: Colours = colours.createColors(false);

/** Where the command line writes. Tests hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colours: Colours;
  /** Columns of the terminal, or a readable width when there is none. */
  readonly width: number;
  /** True when somebody watches: progress is then worth showing. */
  readonly watched: boolean;
}

/** Colours as asked: `--color`, `--no-color`, FORCE_COLOR, NO_COLOR, else only when a terminal is there. */
function wantsColour(asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked;
  if (process.env.NO_COLOR) return false;
  const forced = process.env.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return process.stdout.isTTY === true && process.env.TERM !== "dumb";
}

/** The real terminal. A reader that goes away (`| head`) is no fault: what is left is not written, the exit code still holds. */
export function openTerminal(colour: boolean | undefined): Terminal {
  const write = (stream: NodeJS.WriteStream) => {
    let gone = false;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (!gone && error.code !== "EPIPE") {
        process.exitCode = exitCodes.unreadable;
        if (stream === process.stdout)
          process.stderr.write(`wellspent: could not write to standard output: ${writeProblem(error)}\n`);
      }
      gone = true;
    });
    return (text: string): void => {
      if (!gone) stream.write(text);
    };
  };
  return {
    out: write(process.stdout),
    err: write(process.stderr),
    colours: colours.createColors(wantsColour(colour)),
    // A terminal that does not say how wide it is says 0.
    width: process.stdout.columns || 120,
    watched: process.stderr.isTTY === true && !process.env.CI,
  };
}

/**
 * Text of a spec made harmless for a terminal: control characters (which could move the cursor or recolour what follows) and
 * characters that turn the direction of writing are shown by name, and nothing can pass for a workflow command of a CI log.
 */
export function harmless(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\p{Cc}/gu, (each) => {
      const code = each.charCodeAt(0);
      return each === "\t" || each === "\n"
        ? " "
        : code < 0x20
          ? String.fromCharCode(controlPictures + code)
          : named(each);
    })
    .replace(directional, named)
    .replace(/^(\s*)(::|##\[)/, "$1\u200b$2");
}

const controlPictures = 0x2400;
const directional = /[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const named = (each: string): string => `<U+${each.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`;
