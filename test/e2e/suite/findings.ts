import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languages, type TextDocument, workspace } from "vscode";
import { codeOf, until } from "./support.ts";

type Found = ReadonlyMap<string, readonly string[]>;

/** What the editor shows: codes by file. */
const shown = (): Found =>
  new Map(
    languages
      .getDiagnostics()
      .map(([uri, findings]): [string, string[]] => [
        workspace.asRelativePath(uri),
        findings
          .filter(({ source }) => source === "wellspent")
          .map(codeOf)
          .sort(),
      ])
      .filter(([, codes]) => codes.length > 0),
  );

/** What the command line found in the files as they lie on disk (`expected.ts`). */
const onDisk = (): Found =>
  new Map(Object.entries(JSON.parse(readFileSync(join(process.env.E2E_OUT ?? "", "expected.json"), "utf8"))));

/** Waits until the findings of every file are those of the files on disk, `but` for one that is being written. */
export async function findingsAsOnDisk(what: string, but?: TextDocument): Promise<void> {
  const expected = onDisk();
  const skipped = but === undefined ? undefined : workspace.asRelativePath(but.uri);
  const differing = (): string[] => {
    const now = shown();
    const files = new Set([...expected.keys(), ...now.keys()]);
    return [...files]
      .filter((file) => file !== skipped && String(now.get(file)) !== String(expected.get(file)))
      .map((file) => `${file} shows ${now.get(file) ?? "nothing"}, not ${expected.get(file) ?? "nothing"}`);
  };
  try {
    await until(() => differing().length === 0, what);
  } catch (reason) {
    throw new Error(`${what}: ${differing().join("; ")}`, { cause: reason });
  }
}
