import type { Rule } from "./types.ts";

/** One part of a rule's page: prose, or lines to be shown as they are. */
export interface PageSection {
  readonly heading: string;
  readonly body: string;
  readonly verbatim: boolean;
}

/** The page of a finding, for every surface that shows one: terminal, hover, web page. Nothing is wrapped or coloured here. */
export function pageSections(rule: Rule): readonly PageSection[] {
  const { what, why, fix, standard, example } = rule.page;
  const prose = (heading: string, body: string): PageSection => ({ heading, body, verbatim: false });
  const lines = (heading: string, body: string): PageSection => ({ heading, body: body.trimEnd(), verbatim: true });
  const { invalid, valid } = example;
  return [
    prose("What is wrong", what),
    prose("Why it matters", why),
    prose("What to do", fix),
    ...(standard === undefined ? [] : [prose("Standard", standard)]),
    ...(typeof invalid === "string" && isShort(invalid)
      ? [lines("Gives this finding", shown(invalid)), lines("Put right", valid)]
      : []),
    lines("To keep one from view", `# wellspent-disable-next-line ${rule.code} -- the reason`),
    lines(
      "To change its severity in wellspent.yaml",
      `rules:\n  ${rule.code}: ${rule.severity === "information" ? "off" : "information"}`,
    ),
  ];
}

/** The page as plain text, for files and tests. */
export function explain(rule: Rule): string {
  const head = `${rule.page.title}\n${rule.code} (${rule.severity})`;
  const parts = pageSections(rule).map(
    ({ heading, body, verbatim }) => `${heading}\n${verbatim ? body.replace(/^(?=.)/gm, "  ") : `  ${body}`}`,
  );
  return `${[head, ...parts].join("\n\n")}\n`;
}

/** Examples made by a program (a thousand brackets) say nothing to a reader. */
const isShort = (text: string): boolean => text.split("\n").every((line) => line.length <= 120);

/** Tabs and invisible signs made visible. */
const shown = (text: string): string =>
  text
    .replace(/\t/g, "→ ")
    .replace(/[^\P{Cc}\n]/gu, (sign) => `<U+${sign.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}>`);
