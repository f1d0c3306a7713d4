import { expect, test, vi } from "vitest";
import { createSession } from "../../server/src/analysis/session.ts";
import { starterFiles } from "../../server/src/features/starter.ts";
import { readClient } from "../../server/src/lsp/capabilities.ts";
import { diagnosticsOf } from "../../server/src/lsp/diagnostics.ts";
import { Rehearsal } from "../../server/src/lsp/rehearsal.ts";
import { rehearsedKeys } from "../../server/src/lsp/rehearsed-keys.ts";
import type { Seen } from "../../server/src/lsp/session.ts";

const root = "file:///project";
const spec = "interventions/incredible-years.intervention.yaml";

/** A document of a project whose files are all read. */
function seen(files: Readonly<Record<string, string>>, path: string): Seen {
  const session = createSession({ asOf: { kind: "date", year: 2026, month: 11, day: 22 } });
  for (const [each, text] of Object.entries(files)) session.setFile(each, text, each === path);
  session.setComplete(true);
  return {
    root,
    snapshot: session.snapshot(),
    client: readClient({}),
    path,
    uriOf: (each) => `${root}/${each}`,
    pathOf: (uri) => uri.slice(root.length + 1),
    versionOf: () => null,
    offsetAt: () => 0,
  };
}

function some(keys: Iterator<number, void>, count: number): number[] {
  const sizes: number[] = [];
  for (let each = keys.next(); !each.done && sizes.length < count; each = keys.next()) sizes.push(each.value);
  return sizes;
}

test("goes through whole and broken text, with all that the document refers to, and leaves the project as it was", () => {
  const document = seen(starterFiles, spec);
  const before = diagnosticsOf(document, spec);
  const sizes = some(rehearsedKeys(document), 300);
  expect(sizes).toHaveLength(300);
  // Words added to a title say nothing new: what the spec names is there, and clean.
  expect(Math.min(...sizes)).toBe(JSON.stringify(before).length);
  expect(new Set(sizes).size).toBeGreaterThan(20);
  expect(document.snapshot.text(spec)).toBe(starterFiles[spec]);
  expect(diagnosticsOf(document, spec)).toEqual(before);
});

const aliases = Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`);
test.each([
  ["an empty document", "", 0],
  ["nothing to type into", "- [\n", 0],
  ["a line of a million characters", `title: ${"x".repeat(1e6)}\n`, 5],
  ["aliases of aliases", `intervention: x\na0: &a0 [x]\n${aliases.join("\n")}\n`, 5],
  ["Windows line ends", (starterFiles[spec] ?? "").replaceAll("\n", "\r\n"), 5],
])("survives %s", (_, text, keys) => {
  expect(some(rehearsedKeys(seen({ "a.intervention.yaml": text }, "a.intervention.yaml")), 5)).toHaveLength(keys);
});

test("asks for a document when something was heard and then nothing more, again only when it hears again, and ends by itself", async () => {
  const answers = [undefined, seen(starterFiles, spec)];
  const asked = vi.fn(async () => answers.shift());
  const failed = vi.fn();
  const rehearsal = new Rehearsal(asked, failed);
  rehearsal.heard();
  await expect.poll(() => asked).toHaveBeenCalledTimes(1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked).toHaveBeenCalledTimes(1);
  rehearsal.heard();
  await expect.poll(() => asked).toHaveBeenCalledTimes(2);
  expect(failed).not.toHaveBeenCalled();
  rehearsal.stop();
});

test("a fault of its own is told of once, and it stays away", async () => {
  const asked = vi.fn(() => Promise.reject(new Error("a fault")));
  const failed = vi.fn();
  const rehearsal = new Rehearsal(asked, failed);
  rehearsal.heard();
  await expect.poll(() => failed).toHaveBeenCalledTimes(1);
  rehearsal.heard();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(asked).toHaveBeenCalledTimes(1);
});
