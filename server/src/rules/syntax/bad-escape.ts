import { syntaxRule } from "./issue.ts";

export const badEscape = syntaxRule("bad-escape", {
  severity: "error",
  page: {
    title: "Backslash that means nothing",
    what: "Inside double quotation marks a backslash begins a special sign, and the letter after it is none.",
    why: "The value cannot be read as it stands.",
    fix: "Write the backslash twice, or use single quotation marks, where a backslash is only a backslash.",
    example: {
      invalid: `study: start-2018
notes: "Files\\County\\2018"
`,
      valid: `study: start-2018
notes: 'Files\\County\\2018'
`,
    },
  },
  say({ chunk, start, detail }) {
    const { broken, meant } = backslashes(chunk.text, start);
    return {
      message: `${detail ?? "A backslash"} means nothing inside double quotation marks, where a backslash begins a special sign.`,
      help: "Write each backslash twice, or use single quotation marks.",
      fixes: [
        {
          title: "Write the backslash twice",
          certain: !meant,
          edits: broken.map((at) => ({ at: { chunk, start: at, end: at }, text: "\\" })),
        },
      ],
    };
  },
});

/** The backslashes of a line, from the first that means nothing; `meant` when one of them, or one before, does begin a special sign. */
function backslashes(text: string, from: number): { readonly broken: readonly number[]; readonly meant: boolean } {
  const lineStart = Math.max(text.lastIndexOf("\n", from), text.lastIndexOf("\r", from)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const broken: number[] = [];
  let meant = false;
  for (const match of line.matchAll(/\\(.?)/g)) {
    if (/^[0abtnvfre "/\\N_LPxuU]$/.test(match[1] ?? "")) meant = true;
    else broken.push(lineStart + match.index);
  }
  return { broken: broken.length === 0 ? [from] : broken, meant };
}
