import { rules } from "../rules/index.ts";
import type { At } from "./at.ts";
import { code, escapeMarkdown } from "./escape.ts";

/** Help on the key at a place: what it is, what it expects, an example, the standard behind it, and the words it takes. */
export function keyHelp(here: At): string | undefined {
  const { key, entry, meaning } = here;
  if (entry === undefined) return undefined;
  const name = `**${escapeMarkdown(entry.key.text)}**`;
  if (key === undefined) {
    const doc = ruleHelp(here) ?? meaning;
    return doc === undefined || doc === "" ? undefined : `${name}\n\n${escapeMarkdown(sentence(doc))}`;
  }
  const lines = [`${name}${key.required ? " (required)" : ""}`, "", key.doc];
  if (key.expects !== undefined) lines.push("", `Expects ${key.expects}.`);
  const scalar = key.shape.scalar;
  if (scalar?.kind === "word")
    lines.push(
      "",
      ...Object.entries(scalar.words).map(([word, doc]) => `- ${code(word)}${doc === "" ? "" : ` ${doc}`}`),
    );
  if (key.example !== undefined) lines.push("", "```yaml", ...exampleLines(entry.key.text, key.example), "```");
  if (key.standard !== undefined) lines.push("", `*${escapeMarkdown(key.standard)}*`);
  return lines.join("\n");
}

/** In the settings a key may be the code of a finding. */
function ruleHelp({ spec, path }: At): string | undefined {
  if (spec.kind !== "settings" || path.at(-2) !== "rules") return undefined;
  return rules.find(({ code: own }) => own === path.at(-1))?.page.what;
}

const sentence = (doc: string): string =>
  `${doc.charAt(0).toUpperCase()}${doc.slice(1)}${/[.!?]$/.test(doc) ? "" : "."}`;

const exampleLines = (name: string, example: string): readonly string[] =>
  example.includes("\n") ? [`${name}:`, ...example.split("\n").map((line) => `  ${line}`)] : [`${name}: ${example}`];
