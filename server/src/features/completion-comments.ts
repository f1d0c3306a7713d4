import type { Snapshot } from "../analysis/types.ts";
import { rules } from "../rules/index.ts";
import { directiveWords } from "../rules/suppression/read.ts";
import type { FilePath } from "../workspace/types.ts";
import type { Completion } from "./completion-item.ts";
import type { CommentPlace } from "./completion-place-types.ts";

const meanings: Readonly<Record<string, string>> = {
  "wellspent-disable-line": "hide a finding of this line",
  "wellspent-disable-next-line": "hide a finding of the next line",
  "wellspent-disable": "from here to wellspent-enable",
  "wellspent-disable-file": "in the whole file",
  "wellspent-enable": "end of wellspent-disable",
};

/** Suppression comments: the word, then the codes, those of findings that it would cover first. */
export function commentCompletions(snapshot: Snapshot, path: FilePath, place: CommentPlace): readonly Completion[] {
  if (/^#+\s*[\w-]*$/.test(place.text))
    return directiveWords
      .filter((word) => place.ownLine || word === "wellspent-disable-line")
      .map((word) => ({
        label: word,
        sort: "code",
        detail: meanings[word] ?? "",
        replace: place.replace,
        snippet: [/^#+$/.test(place.typed) ? `# ${word}` : word],
      }));
  const written = /^#+\s*(wellspent-(?:disable|enable)[\w-]*)\s+(.*)$/.exec(place.text);
  const word = written?.[1];
  if (word === undefined || !directiveWords.includes(word) || /\s--/.test(` ${written?.[2] ?? ""}`)) return [];
  const near = new Set(findingsNear(snapshot, path, place, word));
  const codes = [...near, ...rules.map((rule) => rule.code).filter((code) => !near.has(code))];
  const titles = new Map<string, string>(rules.map((rule) => [rule.code, rule.page.title]));
  return codes.map((code) => ({
    label: code,
    sort: "code",
    detail: near.has(code) ? `found here: ${titles.get(code) ?? ""}` : (titles.get(code) ?? ""),
    help: { of: "rule", code },
    replace: place.replace,
    snippet: word === "wellspent-enable" ? [code] : [`${code} -- `, { text: "" }],
  }));
}

function findingsNear(snapshot: Snapshot, path: FilePath, place: CommentPlace, word: string): readonly string[] {
  const parsed = snapshot.parsed(path);
  if (parsed === undefined) return [];
  const wanted = word === "wellspent-disable-line" ? place.line : place.line + 1;
  const whole = word === "wellspent-disable" || word === "wellspent-disable-file";
  return snapshot
    .findings(path)
    .filter((finding) => {
      const { line } = parsed.positionAt(finding.span.start);
      return whole ? line >= place.line || word === "wellspent-disable-file" : line === wanted;
    })
    .map((finding) => finding.code)
    .filter((code) => !code.startsWith("suppression/"));
}
