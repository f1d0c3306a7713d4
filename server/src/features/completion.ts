import type { Snapshot } from "../analysis/types.ts";
import { rules } from "../rules/index.ts";
import { kinds } from "../schema/kinds/index.ts";
import { describe } from "../schema/lookup.ts";
import type { FilePath } from "../workspace/types.ts";
import { aliasCompletions } from "./completion-aliases.ts";
import { commentCompletions } from "./completion-comments.ts";
import type { Completion, CompletionHelp } from "./completion-item.ts";
import { keyCompletions } from "./completion-keys.ts";
import { completionPlace } from "./completion-place.ts";
import { valueCompletions } from "./completion-values.ts";
import { code, escapeMarkdown } from "./escape.ts";
import { summaryOf } from "./id-summary.ts";

/** What may be written at an offset, best first, each label once. */
export function completions(snapshot: Snapshot, path: FilePath, offset: number): readonly Completion[] {
  const aliases = aliasCompletions(snapshot, path, offset);
  if (aliases !== undefined) return aliases;
  const place = completionPlace(snapshot, path, offset);
  if (place === undefined) return [];
  const found =
    place.form === "comment"
      ? commentCompletions(snapshot, path, place)
      : place.form === "key"
        ? keyCompletions(snapshot, path, place)
        : valueCompletions(snapshot, path, place);
  const seen = new Set<string>();
  return found.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** The long help of a completion as Markdown; asked for when it is looked at. */
export function completionHelp(snapshot: Snapshot, help: CompletionHelp): string | undefined {
  switch (help.of) {
    case "id": {
      const [definition] = snapshot.index.definitions(help.kind, help.id);
      return definition === undefined ? undefined : summaryOf(definition);
    }
    case "rule": {
      const page = rules.find((rule) => rule.code === help.code)?.page;
      return page === undefined ? undefined : [page.what, page.why, page.fix].map(escapeMarkdown).join("\n\n");
    }
    case "kind":
      return escapeMarkdown(kinds[help.kind].doc);
    case "key": {
      const key = describe(help.kind, help.path);
      if (key === undefined) return undefined;
      const lines = [escapeMarkdown(key.doc)];
      if (key.expects !== undefined) lines.push("", `Expects ${escapeMarkdown(key.expects)}.`);
      const words = Object.entries(key.words).filter(([, doc]) => doc !== "");
      if (words.length > 0) lines.push("", ...words.map(([word, doc]) => `- ${code(word)} ${escapeMarkdown(doc)}`));
      if (key.example !== undefined) {
        const example = key.example.includes("\n") ? `\n  ${key.example.replace(/\n/g, "\n  ")}` : ` ${key.example}`;
        lines.push("", "```yaml", `${key.name}:${example}`, "```");
      }
      if (key.standard !== undefined) lines.push("", `*${escapeMarkdown(key.standard)}*`);
      return lines.join("\n");
    }
  }
}
