import type { CostPage, Section } from "./page.ts";

/** Pages as Markdown for a pull request: nothing of a spec can become a link, an image, HTML, a mention or a heading. */
export function markdownPages(pages: readonly CostPage[]): string {
  return pages.length === 0 ? "" : `${pages.map(markdownPage).join("\n\n")}\n`;
}

function markdownPage(page: CostPage): string {
  const out = [
    `## ${escaped(page.title)}`,
    "",
    [page.id, page.path]
      .filter((each) => each !== "")
      .map(code)
      .concat(page.facts.map(escaped))
      .join(" · "),
  ];
  if (page.headlines.length > 0) {
    out.push("", "| | | |", "| :-- | --: | :-- |");
    for (const { label, figure, note } of page.headlines)
      out.push(`| **${escaped(label)}** | ${escaped(figure)} | ${escaped(note)} |`);
  }
  for (const section of page.sections) out.push("", ...markdownSection(section));
  for (const note of page.notes) out.push("", `> ${escaped(note)}`);
  return out.join("\n");
}

function markdownSection(section: Section): string[] {
  return [
    section.open === true ? "<details open>" : "<details>",
    `<summary>${escaped(section.title)}</summary>`,
    // Of an empty table the notes say why.
    ...(section.rows.length === 0
      ? []
      : [
          "",
          `| ${section.columns.map((column) => escaped(column.title)).join(" | ")} |`,
          `| ${section.columns.map((column) => (column.align === "right" ? "--:" : ":--")).join(" | ")} |`,
        ]),
    ...section.rows.map((row) => {
      const cells = row.cells.map(escaped);
      const shown = row.total ? cells.map(wrapped("**")) : row.faded ? cells.map(wrapped("_")) : cells;
      return `| ${shown.join(" | ")} |`;
    }),
    ...section.notes.flatMap((note) => ["", escaped(note)]),
    "",
    "</details>",
  ];
}

const wrapped = (mark: string) => (cell: string) => (cell === "" ? cell : `${mark}${cell}${mark}`);

/** Plain text in Markdown: punctuation that means something is escaped, mentions and addresses are broken, and lines stay one. */
export function escaped(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[\\`*_[\]{}()#+!|~]/g, "\\$&")
    .replace(/@(?=[\w])/g, "@\u200b")
    .replace(/\b(https?|ftp|mailto):/gi, "$1\u200b:")
    .replace(/\bwww\./gi, "www\u200b.")
    .replace(/^(\s*)([-=])(?=\s|[-=]|$)/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** Text as code, with as many backticks as it takes. */
function code(text: string): string {
  const clean = text.replace(/\p{Cc}+/gu, " ").replaceAll("|", "\\|");
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${clean}${fence}` : `${fence} ${clean} ${fence}`;
}
