import type { At } from "./at.ts";
import { code, escapeMarkdown } from "./escape.ts";

/** Help on the key at a place: what it is, what it expects, an example, the standard behind it, and the words it takes. */
export function keyHelp(here: At): string | undefined {
  const { key, entry } = here;
  if (key === undefined || entry === undefined) return undefined;
  const lines = [`**${escapeMarkdown(entry.key.text)}**${key.required ? " (required)" : ""}`, "", key.doc];
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

const exampleLines = (name: string, example: string): readonly string[] =>
  example.includes("\n") ? [`${name}:`, ...example.split("\n").map((line) => `  ${line}`)] : [`${name}: ${example}`];
