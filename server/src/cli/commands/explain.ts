import { distance } from "fastest-levenshtein";
import { rules } from "../../rules/index.ts";
import { pageSections } from "../../rules/page.ts";
import type { Rule } from "../../rules/types.ts";
import { exitCodes, UsageError } from "../exit-codes.ts";
import { openTerminal, type Terminal } from "../terminal.ts";

/** `wellspent explain`: the page of one finding, of a group, or the list of all. Returns the exit code. */
export function explain(code: string | undefined, options: { readonly color?: boolean }): number {
  const terminal = openTerminal(options.color);
  const all: readonly Rule[] = [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  if (code === undefined) {
    list(all, terminal);
    return exitCodes.clean;
  }
  const found = all.find((each) => each.code === code);
  if (found !== undefined) {
    page(found, terminal);
    return exitCodes.clean;
  }
  const group = all.filter((each) => each.code.startsWith(`${code.replace(/\/\*?$/, "")}/`));
  if (group.length > 0) {
    list(group, terminal);
    return exitCodes.clean;
  }
  const ending = all.filter((each) => each.code.endsWith(`/${code}`) || each.code.startsWith(code));
  const near = ending[0] ?? nearest(code, all);
  throw new UsageError(
    `There is no finding "${code}".${near === undefined ? "" : ` Did you mean ${near.code}?`} \`wellspent explain\` lists them all.`,
  );
}

function nearest(code: string, all: readonly Rule[]): Rule | undefined {
  const sorted = all
    .map((rule) => ({ rule, far: distance(code, rule.code) }))
    .sort((a, b) => a.far - b.far || (a.rule.code < b.rule.code ? -1 : 1));
  const first = sorted[0];
  return first !== undefined && first.far <= Math.max(3, code.length / 3) ? first.rule : undefined;
}

function list(all: readonly Rule[], { out, colours }: Terminal): void {
  const width = Math.max(...all.map((each) => each.code.length));
  let group = "";
  for (const { code, severity, page: text } of all) {
    const own = code.slice(0, code.indexOf("/"));
    if (group !== "" && own !== group) out("\n");
    group = own;
    out(`${code.padEnd(width)}  ${colours.dim(severity.padEnd(11))}  ${text.title}\n`);
  }
}

function page(rule: Rule, { out, colours, width }: Terminal): void {
  const room = Math.min(width, 100);
  out(`${colours.bold(rule.page.title)}\n${colours.dim(`${rule.code} · ${rule.severity}`)}\n`);
  for (const { heading, body, verbatim } of pageSections(rule)) {
    const text = verbatim ? body : wrap(body, room - 2);
    out(`\n${colours.bold(heading)}\n${text.replace(/^(?=.)/gm, "  ")}\n`);
  }
}

/** Breaks paragraphs at spaces; lines that are indented (examples) stay as they are. */
function wrap(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => (/^\s/.test(line) ? line : breakLine(line, width)))
    .join("\n");
}

function breakLine(line: string, width: number): string {
  const rows: string[] = [];
  let row = "";
  for (const word of line.split(" ")) {
    if (row !== "" && row.length + 1 + word.length > width) {
      rows.push(row);
      row = word;
    } else row = row === "" ? word : `${row} ${word}`;
  }
  return [...rows, row].join("\n");
}
