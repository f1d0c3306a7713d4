import type { Finding } from "../../rules/types.ts";
import type { CheckedFile } from "../result.ts";

export interface Shown {
  readonly file: CheckedFile;
  readonly finding: Finding;
}

/** Findings of one code, listed with their places instead of drawn one by one. */
export interface Gathered {
  readonly code: string;
  readonly findings: readonly Shown[];
}

/** So many findings are read one by one; nothing is listed among them. */
const fewFindings = 20;

/** Findings for information of one code that are drawn with their lines; where there are more, all are listed. */
const mostDrawn = 3;

/**
 * What is drawn and what is listed: errors and warnings are always drawn, each at its place; what is only worth knowing and is said
 * over and over is said once, with its places, the most frequent first.
 */
export function gather(shown: readonly Shown[]): {
  readonly drawn: readonly Shown[];
  readonly listed: readonly Gathered[];
} {
  if (shown.length <= fewFindings) return { drawn: shown, listed: [] };
  const byCode = new Map<string, Shown[]>();
  for (const each of shown) {
    if (each.finding.severity !== "information") continue;
    const known = byCode.get(each.finding.code);
    if (known) known.push(each);
    else byCode.set(each.finding.code, [each]);
  }
  const isListed = ({ finding }: Shown): boolean =>
    finding.severity === "information" && (byCode.get(finding.code)?.length ?? 0) > mostDrawn;
  return {
    drawn: shown.filter((each) => !isListed(each)),
    listed: [...byCode]
      .filter(([, findings]) => findings.length > mostDrawn)
      .map(([code, findings]) => ({ code, findings }))
      .sort((a, b) => b.findings.length - a.findings.length),
  };
}

/** The one value of all, if there is one. */
export function common<T>(values: readonly T[]): T | undefined {
  const [first] = values;
  return values.every((each) => each === first) ? first : undefined;
}
