/** Varying a spec from outside: the same value changes nothing, another value changes what a scenario with it would show, and nothing makes it throw. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSession, type Snapshot } from "../../server/src/analysis/index.ts";
import type { Figure } from "../../server/src/costing/figure.ts";
import { varySpec } from "../../server/src/model/variation.ts";
import { walk } from "../../server/src/model/walk.ts";
import { kinds } from "../../server/src/schema/kinds/index.ts";
import type { Shape } from "../../server/src/schema/shape.ts";

const root = fileURLToPath(new URL("../../examples/", import.meta.url));
const session = createSession({ asOf: { kind: "date", year: 2026, month: 6, day: 1 } });
for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }))
  if (/\.ya?ml$/.test(name)) session.setFile(name.replaceAll("\\", "/"), readFileSync(root + name, "utf8"));
session.setComplete(true);
const snapshot: Snapshot = session.snapshot();

const specs = snapshot.files.flatMap((path) =>
  snapshot.specs(path).flatMap((spec) => (spec.kind === "intervention" ? [{ path, spec, name: spec.id ?? path }] : [])),
);
const values = (figures: ReadonlyMap<string, Figure> | undefined) =>
  [...(figures ?? [])].map(([key, { value, complete }]) => [key, value, complete]);

/** Paths to every single value of a spec, as a person would write them, with the text that stands there. */
function pathsOf(spec: (typeof specs)[number]["spec"]): readonly (readonly [string, string])[] {
  const paths: [string, string][] = [];
  walk(kinds.intervention.shape as Shape<unknown>, spec.reading, {
    field: ({ field, path }) => {
      if (path[0] === "stated" || path[0] === "scenarios" || path.some((step) => String(step).includes("."))) return;
      paths.push([path.map((step) => (typeof step === "number" ? step + 1 : step)).join("."), field.text]);
    },
  });
  return paths;
}

describe("setting a value to itself changes no figure", () => {
  test.each(specs)("$name", ({ path, spec }) => {
    const before = values(snapshot.assess(path, spec)?.figures);
    const paths = pathsOf(spec).filter(([, text]) => text !== "" && !text.includes("\n"));
    expect(paths.length).toBeGreaterThan(5);
    // All at once: one that went astray would show.
    const varied = varySpec(
      spec,
      paths.map(([at, value]) => ({ path: at, value })),
    );
    if (!varied.ok) throw new Error(JSON.stringify(varied.problem));
    expect(values(snapshot.assess(path, varied.spec)?.figures)).toEqual(before);
  });
});

test("no path and no value makes it throw, and what is refused is said", () => {
  const known = specs.flatMap(({ spec }) => pathsOf(spec).map(([path]) => path));
  const piece = fc.oneof(
    fc.constantFrom("costs", "lines", "1", "population", "starts", "", ".", "*", "<<", "__proto__"),
    fc.string(),
  );
  const path = fc.oneof(
    fc.constantFrom(...known),
    fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(".")),
  );
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "",
      "unknown",
      "£1",
      "{",
      "[",
      "*a",
      "&a x",
      "!!int 3",
      "{a: {b: 1}}",
      "[1, [2]]",
      "'",
      "# x",
      "1e999",
      "-£5",
      "0",
    ),
  );
  fc.assert(
    fc.property(
      fc.nat({ max: specs.length - 1 }),
      fc.array(fc.record({ path, value }), { minLength: 1, maxLength: 3 }),
      (index, changes) => {
        const at = specs[index];
        if (at === undefined) return;
        const varied = varySpec(at.spec, changes);
        if (!varied.ok) {
          expect(changes.includes(varied.problem.change)).toBe(true);
          return;
        }
        const figures = snapshot.assess(at.path, varied.spec)?.figures;
        for (const { value: found } of figures?.values() ?? [])
          if (found !== undefined) expect(Number.isFinite(found)).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});
