import type { Snapshot } from "../../analysis/types.ts";
import type { Finding } from "../../rules/types.ts";
import type { FilePath } from "../../workspace/types.ts";
import { counted, cut, mostRows, type OverviewRow } from "./types.ts";

/** Findings that say something is missing rather than wrong, under what people call them. */
const groups: readonly { readonly key: string; readonly label: string; readonly codes: readonly string[] }[] = [
  {
    key: "evidence",
    label: "Claims without evidence",
    codes: ["evidence/claim-without-evidence", "policy/no-evidence"],
  },
  {
    key: "transfer",
    label: "Evidence from elsewhere?",
    codes: ["evidence/other-country", "evidence/other-ages", "evidence/transfer-not-checked"],
  },
  { key: "costs", label: "Lines not costed", codes: ["costing/not-costed"] },
  {
    key: "benefits",
    label: "Benefits not quantified",
    codes: ["policy/no-quantified-outcome-and-benefit"],
  },
  { key: "comparators", label: "Comparators not costed", codes: ["costing/no-comparator", "policy/no-comparator"] },
  { key: "numbers", label: "Participants not known", codes: ["costing/no-starts"] },
  {
    key: "studies",
    label: "Studies hardly described",
    codes: ["evidence/study-without-design", "evidence/study-without-sample", "evidence/study-without-result"],
  },
  { key: "facts", label: "Studies with facts missing", codes: ["evidence/facts-missing"] },
  {
    key: "plans",
    label: "Evaluations left open",
    codes: ["evaluation/plan-incomplete", "reporting/report-incomplete", "reporting/no-report"],
  },
  {
    key: "theories",
    label: "Theories of change broken",
    codes: ["evaluation/theory-broken-chain", "evaluation/theory-outcome-uncaused"],
  },
];

const codes: ReadonlySet<string> = new Set(groups.flatMap((group) => group.codes));

/** The gaps of one file. A project is asked file by file, so that the server answers others in between. */
export const gapsOf = (snapshot: Snapshot, path: FilePath): readonly Finding[] =>
  snapshot.findings(path).filter(({ code, suppressed }) => suppressed === undefined && codes.has(code));

/** Groups of gaps with their numbers; a group without any is not shown. */
export const gapGroups = (gaps: readonly Finding[]): readonly OverviewRow[] =>
  groups.flatMap(({ key, label, codes: own }) => {
    const count = gaps.filter(({ code }) => own.includes(code)).length;
    return count === 0
      ? []
      : [
          {
            key: `gaps:${key}`,
            label,
            description: String(count),
            spoken: `${label}: ${counted(count, "place", "places")}`,
            icon: "gaps" as const,
            expandable: true,
          },
        ];
  });

/** The places of one group of gaps. */
export function gapRows(snapshot: Snapshot, gaps: readonly Finding[], key: string): readonly OverviewRow[] {
  const own = groups.find((group) => `gaps:${group.key}` === key)?.codes ?? [];
  const found = gaps.filter(({ code }) => own.includes(code));
  const rows = found.slice(0, mostRows).map(({ message, path, span }): OverviewRow => {
    const file = path.slice(path.lastIndexOf("/") + 1).split(".")[0];
    const line = (snapshot.parsed(path)?.positionAt(span.start).line ?? 0) + 1;
    return {
      key: `gap:${path}:${span.start}`,
      label: `${file}, line ${line}`,
      title: message,
      description: message,
      spoken: `${message} In ${file}, line ${line}`,
      icon: "gap",
      at: { path, span },
      expandable: false,
    };
  });
  return cut(rows, found.length, key);
}
