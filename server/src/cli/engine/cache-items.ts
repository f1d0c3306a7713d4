import type { FileSummary } from "../../analysis/index.ts";
import type { Definition, Use } from "../../model/spec.ts";
import type { Finding } from "../../rules/types.ts";
import type { FilePath } from "../../workspace/types.ts";

/** How one summary and one finding are written down. `put` gives a string its number, `text` the string of a number. */
type EncodedSummary = readonly [
  definitions: readonly (readonly [
    key: number,
    title: string | 0,
    start: number,
    end: number,
    document: number,
    meaning: Definition["meaning"],
  ])[],
  users: readonly (readonly [kind: string, id: string | 0])[],
  /** Of each: its key, where it starts and ends, its user. */
  uses: readonly number[],
  settings: NonNullable<FileSummary["settings"]> | 0,
];

export function encodeSummary(summary: FileSummary, put: (key: string) => number): EncodedSummary {
  const users = new Map<string, number>();
  const by: [string, string | 0][] = [];
  const uses = summary.uses.flatMap((use) => {
    const name = `${use.by.kind} ${use.by.id ?? ""}`;
    if (!users.has(name)) {
      users.set(name, by.length);
      by.push([use.by.kind, use.by.id ?? 0]);
    }
    return [put(`${use.kind} ${use.id}`), use.span.start, use.span.end, users.get(name) as number];
  });
  return [
    summary.definitions.map((each) => [
      put(`${each.kind} ${each.id}`),
      each.title ?? 0,
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

export function decodeSummary(
  [definitions, users, uses, settings]: EncodedSummary,
  path: FilePath,
  key: (at: number) => string,
): FileSummary {
  const by = users.map(([kind, id]) => ({ kind, id: id === 0 ? undefined : id }) as Use["by"]);
  const decoded: Use[] = [];
  for (let at = 0; at < uses.length; at += 4) {
    const [name, start, end, user] = uses.slice(at, at + 4) as [number, number, number, number];
    decoded.push({ ...named<Use["kind"]>(key(name)), path, span: { start, end }, by: by[user] as Use["by"] });
  }
  return {
    path,
    definitions: definitions.map(([name, title, start, end, document, meaning]) => ({
      ...named<Definition["kind"]>(key(name)),
      ...(title === 0 ? {} : { title }),
      path,
      span: { start, end },
      document,
      meaning,
    })),
    uses: decoded,
    ...(settings === 0 ? {} : { settings }),
  };
}

/** What a key of the index names: `outcome child-enters-care`. */
function named<K extends string>(key: string): { readonly kind: K; readonly id: string } {
  const space = key.indexOf(" ");
  return { kind: key.slice(0, space) as K, id: key.slice(space + 1) };
}

type Rest = Pick<Finding, "fixes" | "unnecessary" | "suppressed">;
export type EncodedFinding = readonly [
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

export function encodeFinding(
  finding: Finding,
  own: FilePath,
  put: (text: string | undefined) => number,
): EncodedFinding {
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

export function decodeFinding(encoded: EncodedFinding, path: FilePath, text: (at: number) => string): Finding {
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
