import { counted, grouped } from "../numbers.ts";
import type { CheckResult, Counts } from "../result.ts";
import type { Colours } from "../terminal.ts";

/** `12 errors, 3 warnings in 41 files, 1.2 s`. */
export function summaryLine(
  counts: Counts,
  result: Pick<CheckResult, "elapsed" | "notices">,
  colours: Colours,
): string {
  const parts: string[] = [];
  if (counts.error > 0) parts.push(colours.red(counted(counts.error, "error")));
  if (counts.warning > 0) parts.push(colours.yellow(counted(counts.warning, "warning")));
  if (counts.information > 0) parts.push(colours.cyan(`${grouped(counts.information)} for information`));
  const found = parts.length === 0 ? colours.green("no findings") : parts.join(", ");
  const suppressed = counts.suppressed === 0 ? "" : `, ${counted(counts.suppressed, "suppressed finding")} not shown`;
  const unread = result.notices.filter((notice) => notice.incomplete).length;
  const incomplete = unread === 0 ? "" : colours.yellow(`; not complete: ${counted(unread, "file")} could not be read`);
  return `${found} in ${counted(counts.files, "file")}${suppressed}${incomplete}, ${seconds(result.elapsed)}`;
}

const seconds = (milliseconds: number): string =>
  milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
