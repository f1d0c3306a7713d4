import { expect, test } from "vitest";
import { type AnyNode, type ParsedFile, parse } from "../../server/src/syntax/index.ts";
import { SPECS } from "./corpus.ts";
import { dumpFile, nodesBelow } from "./dump.ts";

function at(file: ParsedFile, offset: number): string[] {
  return (file.pathAt(offset)?.nodes ?? []).map((node) => {
    const { start, end } = file.spanOf(node);
    return `${node.kind} ${file.text.slice(start, end)}`;
  });
}

test("lines end at a line feed, at both together, and at a lone carriage return", () => {
  const file = parse("a: 1\r\nb: £2\rc: 🙂x\n");
  expect(file.positionAt(6)).toEqual({ line: 1, character: 0 });
  expect(file.positionAt(12)).toEqual({ line: 2, character: 0 });
  expect(file.positionAt(17)).toEqual({ line: 2, character: 5 });
  expect(file.offsetAt({ line: 2, character: 5 })).toBe(17);
  expect(file.offsetAt({ line: 0, character: 99 })).toBe(4);
  expect(file.offsetAt({ line: 99, character: 0 })).toBe(file.text.length);
  expect(file.positionAt(9999)).toEqual({ line: 3, character: 0 });
});

test("the line ending is the one that most lines have", () => {
  expect(parse("a: 1\nb: 2\n").eol).toBe("\n");
  expect(parse("a: 1\r\nb: 2\r\nc: 3\n").eol).toBe("\r\n");
  expect(parse("").eol).toBe("\n");
});

test("the path leads from the root to the word under the caret, its end included", () => {
  const file = parse("costs:\n  lines:\n    - item: Therapists\n      n:\n");
  expect(at(file, 26)).toEqual([
    "mapping costs:\n  lines:\n    - item: Therapists\n      n:",
    "entry costs:\n  lines:\n    - item: Therapists\n      n:",
    "mapping lines:\n    - item: Therapists\n      n:",
    "entry lines:\n    - item: Therapists\n      n:",
    "sequence - item: Therapists\n      n:",
    "mapping item: Therapists\n      n:",
    "entry item: Therapists",
    "scalar item",
  ]);
  expect(at(file, file.text.indexOf("pists")).at(-1)).toBe("scalar Therapists");
  expect(at(file, file.text.indexOf("pists") + 5).at(-1)).toBe("scalar Therapists");
  expect(at(file, file.text.indexOf("n:") + 2).slice(-2)).toEqual(["entry n:", "scalar "]);
  expect(at(file, file.text.length)).toEqual([]);
});

test("every document holds its own stretch of the file", () => {
  const file = parse("a: 1\n--- # two\nb: 2\n...\n# end\n");
  expect(file.documents.map(({ root }) => root?.kind)).toEqual(["mapping", "mapping"]);
  expect(file.pathAt(2)?.document.index).toBe(0);
  expect(file.pathAt(16)?.document.index).toBe(1);
  expect(parse("# nothing but a note\n").documents.map(({ root }) => root)).toEqual([undefined]);
  expect(parse("---\n---\na: 1\n").documents.map(({ root }) => root?.kind)).toEqual([undefined, "mapping"]);
});

test("comments are found outside scalars, and only there", () => {
  const text = "# top\na: x#y # side\nb: '# no'\nc: | # head\n  # text\n# own\nd: [1, # in\n  2]\ne: a#b\n";
  const found = parse(text).comments.map(({ text, ownLine }) => `${ownLine ? "own" : "side"} ${text}`);
  expect(found).toEqual(["own # top", "side # side", "side # head", "own # own", "side # in"]);
});

test("a byte order mark is not text", () => {
  const file = parse("\uFEFFa: 1\n");
  const root = file.documents[0]?.root;
  expect(root && file.spanOf(root)).toEqual({ start: 1, end: 5 });
  expect(file.positionAt(1)).toEqual({ line: 0, character: 1 });
});

test("an empty value stands right after its colon or dash, and collections end at their last sign", () => {
  const file = parse("a:   # note\nb:\n  - x\n  -\n\n# end\nc: |\n  text\n\n\nd: {x: 1 }  # z\n");
  const ends = [...nodesBelow(file.documents[0]?.root)].map((node) => {
    const { start, end } = file.spanOf(node);
    return [node.kind, file.text.slice(start, end)];
  });
  expect(ends).toContainEqual(["entry", "a:"]);
  expect(ends).toContainEqual(["sequence", "- x\n  -"]);
  expect(ends).toContainEqual(["scalar", "|\n  text"]);
  expect(ends).toContainEqual(["mapping", "{x: 1 }"]);
});

const list = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, n) => `    - item: Line ${n}\n      quantity: ${n} FTE\n      unit_cost: £38/hour\n`,
  );
const spec = (items: readonly string[]): string =>
  `intervention: x\ncosts:\n  price_year: 2023-24\n  lines:\n${items.join("")}outcomes:\n  - outcome: y\n---\nstudy: z\n`;

function itemsOf(file: ParsedFile): readonly AnyNode[] {
  for (const node of nodesBelow(file.documents[0]?.root)) if (node.kind === "sequence") return node.items;
  return [];
}

test("an edit in one item keeps every other item, entry and document as it is", () => {
  const items = list(50);
  const before = parse(spec(items));
  items[20] = (items[20] as string).replace("FTE", "FTE x");
  const after = parse(spec(items), before);
  const kept = itemsOf(after).filter((node, index) => node === itemsOf(before)[index]);
  expect(kept).toHaveLength(49);
  expect(after.documents[1]).toBe(before.documents[1]);
  const entries = (file: ParsedFile) =>
    [...nodesBelow(file.documents[0]?.root)].filter((node) => node.kind === "entry");
  const same = new Set(entries(before));
  const changed = entries(after).filter((node) => !same.has(node));
  // The way down to the item, and the item's own entries.
  expect(changed.map(({ key }) => key.text)).toEqual(["costs", "lines", "item", "quantity", "unit_cost"]);
  expect(changed[0]?.key).toBe(entries(before).find(({ key }) => key.text === "costs")?.key);
});

test("items that move keep their nodes, and equal items stay distinct", () => {
  const items = list(40);
  const before = parse(spec(items));
  const moved = [
    ...items.slice(5, 9),
    ...items.slice(0, 5),
    "    - item: New\n",
    ...items.slice(9),
    items[3] as string,
  ];
  const after = parse(spec(moved), before);
  const old = new Set(itemsOf(before));
  expect(itemsOf(after).filter((node) => old.has(node))).toHaveLength(40);
  expect(new Set(itemsOf(after))).toHaveLength(42);
});

test("the same text gives the same file, and an edit that is undone gives the same trees", () => {
  for (const { text } of SPECS) {
    const before = parse(text);
    expect(parse(text, before)).toBe(before);
    const undone = parse(text, parse(`${text}x: "`, before));
    expect(dumpFile(undone)).toEqual(dumpFile(before));
  }
});

test("the place of another file is a bug", () => {
  const root = parse("a: 1\n").documents[0]?.root;
  expect(() => root && parse("a: 1\n").spanOf(root)).toThrow("another file");
});
