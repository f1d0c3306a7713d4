/** Options that several commands share, and how their values are read. */
import { InvalidArgumentError, Option } from "commander";

export const severities = ["error", "warning", "information"];

export const collect = (value: string, before: readonly string[]): string[] => [...before, value];

export function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError("It has to be a whole number above zero.");
  return number;
}

export function drawsCount(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 100 || number > 1_000_000)
    throw new InvalidArgumentError("It has to be a whole number from 100 to 1,000,000.");
  return number;
}

export function seedNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0 || text.trim() === "")
    throw new InvalidArgumentError("It has to be a whole number, 0 or above.");
  return number;
}

export const stdin = (done: "check" | "cost") => new Option("--stdin", `${done} the text on standard input`);
export const stdinFilename = () => new Option("--stdin-filename <path>", "the file that standard input stands for");
export const asOf = () => new Option("--as-of <date>", "the day to judge by, year-month-day (default: today)");
export const colour = () => new Option("--color", "colours, even when nobody watches");
export const noColour = () => new Option("--no-color", "no colours (NO_COLOR and FORCE_COLOR are obeyed too)");
