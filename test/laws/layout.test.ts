/** How a spec is laid out changes no figure, to the last bit: lines, keys, files, quotes, indentation, comments, line ends. */
import { describe, expect, test } from "vitest";
import { type Document, isMap, isPair, isScalar, isSeq, parseAllDocuments, type Scalar, visit } from "yaml";
import { each, type Files, figuresOf, projects, verdictsOf } from "./projects.ts";

/** Reads a file as documents of text scalars, with comments, so that writing it again says the same. */
const documentsOf = (text: string): Document.Parsed[] => {
  const read = parseAllDocuments(text, { schema: "failsafe", keepSourceTokens: false });
  if (!Array.isArray(read)) throw new Error("an empty file");
  return read as Document.Parsed[];
};

const written = (documents: readonly Document.Parsed[], options: Parameters<Document["toString"]>[0]): string =>
  documents.map((document) => document.toString(options).replace(/^---\n/, "")).join("---\n");

const relaid =
  (change: (document: Document.Parsed) => void, options: Parameters<Document["toString"]>[0] = {}) =>
  (text: string): string => {
    const documents = documentsOf(text);
    for (const document of documents) change(document);
    return written(documents, { lineWidth: 0, ...options });
  };

/** Another order from a seed; the same every time. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const keyed = items.map((item, at) => ({ item, key: Math.imul((at + 1) * (seed * 2 + 1), 2654435761) >>> 0 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

const styled = (style: Scalar.Type) => (document: Document.Parsed) => {
  visit(document, {
    Scalar(key, node) {
      if (key !== "key" && typeof node.value === "string" && node.value !== "") node.type = style;
    },
  });
};

/** Keys in another order at every level, the head key first as the format asks. */
const keysShuffled = (seed: number) => (document: Document.Parsed) => {
  visit(document, {
    Map(_, node) {
      const [head, ...rest] = node.items;
      if (head === undefined) return;
      const isRoot = node === document.contents;
      node.items = isRoot ? [head, ...shuffled(rest, seed)] : shuffled(node.items, seed);
    },
  });
};

const lists = new Set(["lines", "benefits", "entries", "parts", "scenarios"]);

/** Items in another order in the lists whose order means nothing. */
const itemsShuffled = (seed: number) => (document: Document.Parsed) => {
  visit(document, {
    Pair(_, pair) {
      if (isPair(pair) && isScalar(pair.key) && lists.has(String(pair.key.value)) && isSeq(pair.value))
        pair.value.items = shuffled(pair.value.items, seed);
    },
  });
};

const flow = (document: Document.Parsed) => {
  visit(document, {
    Map(_, node) {
      // Amounts with commas need quotation marks in braces, and get them from whoever writes YAML; the head of a document stays a block.
      if (node !== document.contents && node.items.every(({ value }) => isScalar(value))) node.flow = true;
    },
  });
};

const noComments = (document: Document.Parsed) => {
  document.commentBefore = null;
  document.comment = null;
  visit(document, {
    Node(_, node) {
      node.commentBefore = null;
      node.comment = null;
      node.spaceBefore = false;
    },
  });
};

/** A comment of its own after every line that does not continue a scalar or hold one in quotation marks over several lines. */
const moreComments = (text: string): string =>
  documentsOf(text).some((document) => /[|>]-?$/m.test(document.toString()))
    ? text
    : text.replaceAll(/^(\s*)((?:- )?[a-z_]+:.*)$/gm, "$1# said again: £9,999 of nothing\n$1$2");

const suffixes: Readonly<Record<string, string>> = { unit_costs: "unit-costs" };

/** Every document in a file of its own. */
function split(files: Files): Files {
  const found: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/") + 1) : "";
    if (path.endsWith("wellspent.yaml")) found[path] = text;
    else
      for (const [at, document] of text.split(/^---\s*$/m).entries()) {
        const [, head = "", id = ""] = /^([a-z_]+): *(\S+)/m.exec(document) ?? [];
        found[`${folder}${id}-${at}.${suffixes[head] ?? head}.yaml`] = document;
      }
  }
  return found;
}

const changes: Readonly<Record<string, (files: Files) => Files>> = {
  "CRLF line ends": (files) => each(files, (text) => text.replaceAll("\n", "\r\n")),
  "a byte order mark": (files) => each(files, (text) => `\uFEFF${text}`),
  "spaces at line ends and empty lines": (files) => each(files, (text) => text.replaceAll("\n", "  \n\n")),
  "comments on lines of their own": (files) => each(files, moreComments),
  "no comments": (files) => each(files, relaid(noComments)),
  "written again as any formatter would": (files) =>
    each(
      files,
      relaid(() => {}, { lineWidth: 80 }),
    ),
  "four spaces, lists not indented": (files) =>
    each(
      files,
      relaid(() => {}, { indent: 4, indentSeq: false }),
    ),
  "every value in double quotation marks": (files) => each(files, relaid(styled("QUOTE_DOUBLE"))),
  "every value in single quotation marks": (files) => each(files, relaid(styled("QUOTE_SINGLE"))),
  "values in blocks of their own": (files) => each(files, relaid(styled("BLOCK_FOLDED"))),
  "small mappings in braces": (files) => each(files, relaid(flow)),
  "keys in another order": (files) => each(files, relaid(keysShuffled(7))),
  "keys in a third order": (files) => each(files, relaid(keysShuffled(23))),
  "lines in another order": (files) => each(files, relaid(itemsShuffled(5))),
  "lines in a third order": (files) => each(files, relaid(itemsShuffled(19))),
  "every document in a file of its own": split,
};

describe.each(Object.entries(projects))("%s", (_, files) => {
  const figures = figuresOf(files);
  const verdicts = verdictsOf(files);

  test("have figures", () => {
    expect(figures.size).toBeGreaterThan(40);
  });

  test.each(Object.entries(changes))("%s", (_name, change) => {
    const changed = change(files);
    expect(changed).not.toEqual(files);
    expect(figuresOf(changed)).toEqual(figures);
    expect(verdictsOf(changed)).toEqual(verdicts);
  });
});

test("the law can be broken: another amount gives other figures", () => {
  const files = projects["the made-up service"] ?? {};
  expect(figuresOf(each(files, (text) => text.replace("£2,400", "£2,401")))).not.toEqual(figuresOf(files));
  expect(isMap(documentsOf(Object.values(files)[0] ?? "")[0]?.contents)).toBe(true);
});
