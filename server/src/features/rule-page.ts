import { rules } from "../rules/index.ts";
import { pageSections } from "../rules/page.ts";

/** The page of a finding as Markdown; undefined for a code that there is not. */
export function rulePage(code: string): string | undefined {
  const rule = rules.find((each) => each.code === code);
  if (rule === undefined) return undefined;
  const parts = pageSections(rule).map(
    ({ heading, body, verbatim }) => `## ${heading}\n\n${verbatim ? `\`\`\`yaml\n${body}\n\`\`\`` : body}`,
  );
  return `${[`# ${rule.page.title}`, `\`${code}\` · ${rule.severity}`, ...parts].join("\n\n")}\n`;
}
