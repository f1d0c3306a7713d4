import type { Diagnostic, Hover, InlayHint } from "vscode";

/** Asks until there is an answer (anything truthy); fails with `what` when there is none in time. */
export async function until<T>(
  ask: () => T | PromiseLike<T>,
  what: string,
  patienceMs = 120_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Asks what draws the editor, a browser or Electron, to do or tell something (see `control.ts`). */
export async function browser(action: string, query: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(`${process.env.E2E_CONTROL}/${action}?${new URLSearchParams(query)}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`${action}: ${text}`);
  return text;
}

/** What a person reads in hovers. */
export const hoverText = (hovers: readonly Hover[]): string =>
  hovers.flatMap(({ contents }) => contents.map((each) => (typeof each === "string" ? each : each.value))).join("\n");

export const labelOf = ({ label }: InlayHint): string =>
  typeof label === "string" ? label : label.map((part) => part.value).join("");

export const codeOf = ({ code }: Diagnostic): string => String(typeof code === "object" ? code.value : code);
