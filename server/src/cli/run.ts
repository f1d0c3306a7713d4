import { exitCodes, UsageError } from "./exit-codes.ts";
import { program } from "./program.ts";
import { writeProblem } from "./write-problem.ts";

/** Runs the command line. The one place where a fault is caught: a short notice, and the exit code says what sort it was. */
export async function run(args: readonly string[]): Promise<void> {
  const finish = (exitCode: number): void => {
    process.exitCode ??= exitCode;
  };
  const fail = (error: unknown): void => {
    process.exitCode = report(error);
  };
  process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
    // A reader that goes away (`--help | head`) is no fault, whoever was writing.
    if (error.code !== "EPIPE") fail(error.syscall === "write" ? unwritten(error) : error);
    process.exit();
  });
  try {
    await program(finish).parseAsync(args, { from: "user" });
  } catch (error) {
    if (!isCommander(error)) fail(error);
  }
}

/** A disk that is full is no fault of ours either. */
const unwritten = (error: unknown): UsageError =>
  new UsageError(`could not write to standard output: ${writeProblem(error)}`, exitCodes.unreadable);

/** Commander has said what was wrong, and how it ended. */
const isCommander = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("commander.");

function report(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`wellspent: ${error.message}\n`);
    return error.exitCode;
  }
  const shown = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `wellspent: a fault in Wellspent itself: ${shown.split("\n")[0]}\n` +
      "Please report it. With WELLSPENT_DEBUG=1 the details are shown.\n",
  );
  if (process.env.WELLSPENT_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : shown}\n`);
  return exitCodes.internal;
}
