import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";

const FOLDER = new URL("./fixtures/", import.meta.url);

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** The specs written out by hand from published cases. */
export const SPECS: readonly Sample[] = readdirSync(FOLDER)
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), "utf8") }));

const word = fc.constantFrom(
  "costs",
  "lines",
  "item",
  "quantity",
  "a",
  "b-c",
  "year",
  "2023-24",
  "£1,200/family",
  "12",
  "0.5",
  "true",
  "~",
  "null",
  "0x1F",
  "-",
  "é🙂",
);
const key = fc.constantFrom(
  "title",
  "costs",
  "lines",
  "a",
  "b",
  "c",
  "d",
  "e",
  "f",
  "who",
  "'q'",
  '"k k"',
  "<<",
  "key with space",
  "-x",
  "a:b",
  "1",
);
const comment = fc.constantFrom("", "", "", " # note", " # a: b", "  #- x");
const anchorName = fc.constantFrom("x", "y");
const plain = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => (words[0] === "-" ? "w" : "") + words.join(" "));
const quoted = fc.constantFrom(
  '"a: b"',
  '"# no"',
  "'it''s'",
  '"tab\\tand \\u00a3"',
  "''",
  '""',
  '"a\\\n {pad}b"',
  "'one\n {pad}two\n\n {pad}three: x'",
);
const flow = fc.constantFrom(
  "[]",
  "{}",
  "[a, b]",
  "{a: 1, b: [x, y]}",
  "[a, {b: c}, ]",
  "[a: 1, b]",
  "{a, b: , c: ''}",
  "[a,\n {pad}b: 2,\n {pad}# no\n {pad}'c']",
  "{a: 1,\n {pad}b: 2 }",
);
const multiline = fc.constantFrom(
  "one two\n {pad}three\n {pad}  four",
  "one\n\n {pad}two # end",
  "\n {pad}alone\n {pad}again",
);
const block = fc.constantFrom(
  "|\n {pad}text: not a key\n {pad}- not an item\n {pad}# not a comment\n",
  ">-\n {pad}folded\n {pad}more\n\n {pad}  deep\n {pad}end\n",
  "|+\n {pad}kept\n\n\n",
  "|2 # c\n {pad}    lead\n {pad} two\n",
  "|\n\n {pad}late\n",
  ">\n",
);

const PAD = /\{pad\}/g;

/** A value beside its key or dash, or on the lines below; `pad` is the indentation of the block that holds it. */
function value(depth: number, pad: string): fc.Arbitrary<string> {
  const beside = fc.oneof({ weight: 6, arbitrary: plain }, quoted, flow, multiline, fc.constant(""));
  const line = fc
    .tuple(beside, comment)
    .map(([text, note]) => ` ${text.replace(PAD, pad)}${text.includes("#") ? "" : note}\n`);
  const scalarBlock = block.map((text) => ` ${text.replace(PAD, `${pad} `)}`);
  const named = fc.tuple(anchorName, line).map(([name, text]) => ` &${name}${text}`);
  const alias = anchorName.map((name) => ` *${name}\n`);
  const leaf = fc.oneof({ weight: 8, arbitrary: line }, scalarBlock, named, alias);
  if (depth === 0) return leaf;
  const head = fc
    .tuple(fc.oneof({ weight: 5, arbitrary: fc.constant("") }, fc.constant(" &x"), fc.constant(" &y")), comment)
    .map(([a, c]) => `${a}${c}\n`);
  const deeper = fc.constantFrom(" ", "  ", "   ").map((more) => pad + more);
  const below = deeper.chain((inner) =>
    fc.tuple(head, fc.oneof(mapping(depth - 1, inner), sequence(depth - 1, inner))),
  );
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: below.map(([start, rest]) => start + rest) });
}

const between = fc.constantFrom("", "", "", "", "\n", "# own line\n", "   # odd\n\n");

function mapping(depth: number, pad: string): fc.Arbitrary<string> {
  const aligned = fc
    .tuple(key, comment, depth === 0 ? fc.constant("") : sequence(depth - 1, pad))
    .map(([name, note, items]) => `${pad}${name}:${note}\n${items}`);
  const entry = fc.tuple(key, value(depth, pad)).map(([name, text]) => `${pad}${name}:${text}`);
  const some = fc.tuple(between, fc.oneof({ weight: 6, arbitrary: entry }, aligned)).map((both) => both.join(""));
  if (depth === 0)
    return fc
      .array(
        fc.tuple(between, entry).map((both) => both.join("")),
        { minLength: 1, maxLength: 3 },
      )
      .map((entries) => entries.join(""));
  return fc.array(some, { minLength: 1, maxLength: depth > 1 ? 8 : 4 }).map((entries) => entries.join(""));
}

function sequence(depth: number, pad: string): fc.Arbitrary<string> {
  const inner = `${pad}  `;
  const compact = mapping(Math.max(depth - 1, 0), inner)
    .map((text) => text.replace(/^(?:\s*#[^\n]*\n|\s*\n)*/, ""))
    .map((text) => `${pad}- ${text.slice(inner.length)}`);
  const simple = value(depth, pad).map((text) => `${pad}-${text}`);
  const nested = fc.tuple(plain, plain).map(([one, two]) => `${pad}- - ${one}\n${inner}- ${two}\n`);
  const some = fc
    .tuple(between, fc.oneof({ weight: 3, arbitrary: compact }, { weight: 3, arbitrary: simple }, nested))
    .map((both) => both.join(""));
  return fc.array(some, { minLength: 1, maxLength: 6 }).map((items) => items.join(""));
}

const body = fc.oneof(
  { weight: 5, arbitrary: mapping(3, "") },
  sequence(2, ""),
  mapping(1, "  "),
  plain.map((text) => `${text}\n`),
  flow.map((text) => `${text.replace(PAD, "")}\n`),
);
const opening = fc.constantFrom(
  "---\n",
  "--- # doc\n",
  "# lead\n---\n",
  "...\n---\n",
  "...\n# gap\n---\n",
  "---   \n\n",
);

/** A file of one to three documents, in any of the line endings, with or without a byte order mark. */
export const fileText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(opening, body), { maxLength: 2 }),
    body,
    fc.constantFrom("\n", "\n", "\r\n", "\r"),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([more, first, eol, mark, cut]) => {
    const text = first + more.map((both) => both.join("")).join("");
    return (mark ? "\uFEFF" : "") + (cut ? text.trimEnd() : text).replace(/\n/g, eol);
  });

/** One item or entry, as the splitter hands it to a parser. */
export const chunkText: fc.Arbitrary<string> = fc.oneof(
  mapping(1, ""),
  mapping(2, "  "),
  sequence(1, ""),
  sequence(2, "   "),
  body,
);

/** Text that breaks things. */
export const junk: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "\n",
        "  ",
        "\t",
        "- ",
        ": ",
        "key: ",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        "#",
        " #",
        "&a ",
        "*a",
        "!t ",
        "? ",
        "| ",
        "> ",
        "%",
        "---\n",
        "...\n",
        "<<: ",
        "x",
        "\r",
        "\r\n",
        "\u0000",
        "\uFEFF",
        ",",
        "<<<<<<< a\n",
        "=======\n",
        ">>>>>>> b\n",
        "@",
        "`",
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join("")),
);
