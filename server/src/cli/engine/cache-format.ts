import type { FileSummary } from "../../analysis/index.ts";
import type { Definition, Use } from "../../model/spec.ts";
import type { Finding } from "../../rules/types.ts";
import type { FilePath } from "../../workspace/types.ts";
import type { CacheEntry } from "./cache.ts";

/**
 * How results are written down: sections of JSON, one to a line, in which every string is a number of one table. Sections are read
 * when somebody asks, because a run in which nothing changed needs neither the summaries nor what was asked of the index.
 * Everything is ASCII, which is quickest to take in.
 */
export function encode(entries: Iterable<CacheEntry>): string {
  const table = new Map<string, number>();
  const put = (text: string | undefined): number => {
    if (text === undefined) return -1;
    const known = table.get(text);
    if (known !== undefined) return known;
    table.set(text, table.size);
    return table.size - 1;
  };
  const files: unknown[] = [];
  const summaries: unknown[] = [];
  const findings: unknown[] = [];
  const asked: unknown[] = [];
  for (const { path, stamp, hash, summary, checked } of entries) {
    files.push([put(path), stamp, hash]);
    summaries.push(encodeSummary(summary, put));
    findings.push(checked === undefined ? 0 : checked.findings.map((each) => encodeFinding(each, path, put)));
    asked.push(checked === undefined ? 0 : checked.asked.map(put));
  }
  const sections = [[...table.keys()], files, findings, summaries, asked];
  return sections.map((section) => ascii(JSON.stringify(section))).join("\n");
}

const ascii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The entries of what `encode` wrote, without its sections read yet. Throws on what it did not write. */
export function decodeEntries(body: string): CacheEntry[] {
  const lines = body.split("\n");
  const section = <T>(at: number): (() => readonly T[]) => {
    let read: readonly T[] | undefined;
    return () => {
      read ??= JSON.parse(lines[at] as string) as readonly T[];
      return read;
    };
  };
  const strings = section<string>(0);
  const text = (at: number): string => strings()[at] as string;
  const findings = section<readonly EncodedFinding[] | 0>(2);
  const summaries = section<EncodedSummary>(3);
  const asked = section<readonly number[] | 0>(4);
  return section<readonly [number, string, string]>(1)().map(([path, stamp, hash], at) => {
    const own = text(path);
    let summary: FileSummary | undefined;
    let checked: CacheEntry["checked"] | "not yet" = "not yet";
    return {
      path: own,
      stamp,
      hash,
      get summary() {
        summary ??= decodeSummary(summaries()[at] as EncodedSummary, own, text);
        return summary;
      },
      get checked() {
        if (checked === "not yet") checked = decodeChecked(findings()[at] ?? 0, () => asked()[at] || [], own, text);
        return checked;
      },
    };
  });
}

function decodeChecked(
  findings: readonly EncodedFinding[] | 0,
  asked: () => readonly number[],
  path: FilePath,
  text: (at: number) => string,
): CacheEntry["checked"] {
  if (findings === 0) return undefined;
  return {
    findings: findings.map((each) => decodeFinding(each, path, text)),
    get asked() {
      return asked().map(text);
    },
  };
}

type EncodedSummary = readonly [
  definitions: readonly (readonly [
    kind: number,
    id: number,
    title: number,
    start: number,
    end: number,
    document: number,
    meaning: Definition["meaning"],
  ])[],
  users: readonly (readonly [kind: number, id: number])[],
  uses: readonly number[],
  settings: FileSummary["settings"] | 0,
];

function encodeSummary(summary: FileSummary, put: (text: string | undefined) => number): EncodedSummary {
  const users = new Map<string, number>();
  const by: [number, number][] = [];
  const uses = summary.uses.flatMap((use) => {
    const name = `${use.by.kind} ${use.by.id ?? ""}`;
    if (!users.has(name)) {
      users.set(name, by.length);
      by.push([put(use.by.kind), put(use.by.id)]);
    }
    return [put(use.kind), put(use.id), use.span.start, use.span.end, users.get(name) as number];
  });
  return [
    summary.definitions.map((each) => [
      put(each.kind),
      put(each.id),
      put(each.title),
      each.span.start,
      each.span.end,
      each.document,
      each.meaning,
    ]),
    by,
    uses,
    summary.settings ?? 0,
  ];
}

function decodeSummary(
  [definitions, users, uses, settings]: EncodedSummary,
  path: FilePath,
  text: (at: number) => string,
): FileSummary {
  const by = users.map(([kind, id]) => ({ kind: text(kind), id: id === -1 ? undefined : text(id) }) as Use["by"]);
  const decoded: Use[] = [];
  for (let at = 0; at < uses.length; at += 5) {
    const [kind, id, start, end, user] = uses.slice(at, at + 5) as [number, number, number, number, number];
    decoded.push({
      kind: text(kind) as Use["kind"],
      id: text(id),
      path,
      span: { start, end },
      by: by[user] as Use["by"],
    });
  }
  return {
    path,
    definitions: definitions.map(([kind, id, title, start, end, document, meaning]) => ({
      kind: text(kind) as Definition["kind"],
      id: text(id),
      ...(title === -1 ? {} : { title: text(title) }),
      path,
      span: { start, end },
      document,
      meaning,
    })),
    uses: decoded,
    ...(settings === 0 || settings === undefined ? {} : { settings }),
  };
}

type Rest = Pick<Finding, "fixes" | "unnecessary" | "suppressed">;
type EncodedFinding = readonly [
  code: number,
  severity: number,
  start: number,
  end: number,
  message: number,
  help: number,
  label: number,
  related: readonly (readonly [path: number, start: number, end: number, label: number])[] | 0,
  rest: Rest | 0,
];

function encodeFinding(finding: Finding, own: FilePath, put: (text: string | undefined) => number): EncodedFinding {
  const { fixes, unnecessary, suppressed, related } = finding;
  const rest: Rest = {
    fixes,
    ...(unnecessary === undefined ? {} : { unnecessary }),
    ...(suppressed === undefined ? {} : { suppressed }),
  };
  if (finding.path !== own) throw new Error(`a finding of ${finding.path} among those of ${own}`);
  return [
    put(finding.code),
    put(finding.severity),
    finding.span.start,
    finding.span.end,
    put(finding.message),
    put(finding.help),
    put(finding.label),
    related.length === 0
      ? 0
      : related.map((each) => [put(each.path), each.span.start, each.span.end, put(each.label)] as const),
    fixes.length === 0 && Object.keys(rest).length === 1 ? 0 : rest,
  ];
}

function decodeFinding(encoded: EncodedFinding, path: FilePath, text: (at: number) => string): Finding {
  const [code, severity, start, end, message, help, label, related, rest] = encoded;
  return {
    code: text(code) as Finding["code"],
    severity: text(severity) as Finding["severity"],
    path,
    span: { start, end },
    message: text(message),
    ...(help === -1 ? {} : { help: text(help) }),
    ...(label === -1 ? {} : { label: text(label) }),
    related: (related === 0 ? [] : related).map(([at, from, to, name]) => ({
      path: text(at),
      span: { start: from, end: to },
      label: text(name),
    })),
    ...(rest === 0 ? { fixes: [] } : rest),
  };
}
