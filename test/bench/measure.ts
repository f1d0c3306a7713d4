import { spawn } from "node:child_process";

/** Wall time of a whole process in milliseconds, from spawn to exit. Throws when the exit code is not one of those expected. */
export function timeProcess(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly expect?: readonly number[] } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(command, args, { cwd: options.cwd, stdio: ["ignore", "ignore", "pipe"] });
    let errors = "";
    child.stderr.on("data", (part: Buffer) => {
      errors += part.toString();
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      const took = performance.now() - from;
      if ((options.expect ?? [0]).includes(code ?? -1)) resolve(took);
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}: ${errors.slice(0, 2000)}`));
    });
  });
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Of the sorted values, the one at a share of the way up. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Runs two measurements in turn, so that a noisy moment hits both, and gives the median of each. */
export async function paired(
  runs: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<{ readonly ours: number; readonly theirs: number }> {
  const a: number[] = [];
  const b: number[] = [];
  for (let run = 0; run < runs; run++) {
    a.push(await ours());
    b.push(await theirs());
  }
  return { ours: median(a), theirs: median(b) };
}
