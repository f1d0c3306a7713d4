import fc from "fast-check";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { TypedDocument } from "../../server/src/lsp/typed-document.ts";

const piece = fc.constantFrom("a", "b£", "😀", "", "\n", "\r\n", "x\ny", "é ");
/** A place that lies in the text, at its end, or beyond a line; most edits go on where the last one ended. */
const edit = fc.record({
  onwards: fc.boolean(),
  line: fc.nat(4),
  character: fc.nat(9),
  length: fc.constantFrom(0, 0, 0, 1, 3),
  text: piece,
  looks: fc.boolean(),
  whole: fc.constantFrom(false, false, false, false, true),
});

test("whatever is typed, the text is what the protocol's own documents make of it", () => {
  fc.assert(
    fc.property(fc.array(piece), fc.array(edit, { maxLength: 30 }), (pieces, edits) => {
      const text = pieces.join("");
      let plain = TextDocument.create("file:///a", "yaml", 1, text);
      const typed = new TypedDocument("file:///a", "yaml", 1, text);
      let next = { line: 0, character: 0 };
      edits.forEach(({ onwards, line, character, length, text: put, looks, whole }, index) => {
        const start = onwards ? next : { line, character };
        const end = { line: start.line, character: start.character + length };
        const change = whole ? { text: put } : { range: { start, end }, text: put };
        plain = TextDocument.update(plain, [change], index + 2);
        typed.update([change], index + 2);
        next = { line: start.line, character: start.character + put.length };
        if (looks) expect(typed.getText()).toBe(plain.getText());
      });
      expect(typed.getText()).toBe(plain.getText());
      expect(typed.version).toBe(plain.version);
    }),
  );
});
