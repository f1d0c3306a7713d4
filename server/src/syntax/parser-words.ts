/** What the parsers say, in our kinds and in plain words. */
import type { RawError } from "./full.ts";
import type { SyntaxIssueKind } from "./types.ts";

/** The kind of a parser's error and, where the kind says too little, what it is in plain words. */
export function kindOf({ code, message }: RawError): [SyntaxIssueKind, string | undefined] {
  switch (code) {
    case "TAB_AS_INDENT":
      return ["tab-indent", undefined];
    case "BAD_INDENT":
      return message.includes("end with a") ? ["unclosed-bracket", undefined] : ["bad-indent", undefined];
    case "BAD_DQ_ESCAPE":
      return ["bad-escape", undefined];
    case "BAD_SCALAR_START":
    case "BAD_ALIAS":
      return ["bad-start", undefined];
    case "BLOCK_AS_IMPLICIT_KEY":
      return message.startsWith("Nested") ? ["colon-in-plain", undefined] : ["bad-indent", undefined];
    case "MULTILINE_IMPLICIT_KEY":
      return ["missing-colon", undefined];
    case "RESOURCE_EXHAUSTION":
      return ["too-deep", undefined];
    case "BAD_DIRECTIVE":
      return ["directive", undefined];
    case "MISSING_CHAR":
      if (message.includes("quote")) return ["unclosed-quote", undefined];
      if (message.includes("must end with a")) return ["unclosed-bracket", undefined];
      if (message.startsWith("Implicit map keys")) return ["missing-colon", undefined];
      if (message.startsWith("Block scalars")) return ["bad-indent", undefined];
      return ["yaml", plainWords(message)];
    default:
      return ["yaml", plainWords(message)];
  }
}

const PLAIN_WORDS: readonly (readonly [start: string, words: string])[] = [
  ["Block collection cannot start on same line", "a key may not stand on the line of the --- marker"],
  ["Block collections are not allowed within", "a list or entry on lines of its own may not stand inside brackets"],
  ["A node can have at most one anchor", "a value may have only one &name"],
  ["A node can have at most one tag", "a value may have only one !tag"],
  ["An alias node must not", "a *name may not have a &name or !tag of its own"],
  ["Anchors and tags must be after", "a &name or !tag must stand after the - or : sign"],
  ["Tags and anchors must be separated", "a space is missing after the &name or !tag"],
  ["Comments must be separated", "a comment needs a space before its #"],
  ["Unexpected , in", "a comma with nothing before it"],
  ["Unexpected empty item", "a comma with nothing before it"],
  ["Missing , ", "a comma is missing inside brackets"],
  ["Missing space after :", "a space is missing after the colon"],
  ["The : indicator must be at most", "a key may not be longer than 1,024 characters"],
  ["Implicit keys of flow sequence pairs", "a key must be on one line"],
  ["Block scalar header includes", "only a number and + or - may follow | or >"],
  ["Unexpected ", "something stands here that cannot be read"],
];

function plainWords(message: string): string {
  const known = PLAIN_WORDS.find(([start]) => message.startsWith(start));
  return known?.[1] ?? message.split("\n", 1)[0] ?? message;
}

const REASONS: readonly (readonly [part: string, kind: SyntaxIssueKind])[] = [
  ["indentation of a", "bad-indent"],
  ["deficient indentation", "bad-indent"],
  ["tab characters", "tab-indent"],
  ["quoted scalar", "unclosed-quote"],
  ["within a flow collection", "unclosed-bracket"],
  ["escape", "bad-escape"],
  ["hexadecimal", "bad-escape"],
  ["null byte", "control-character"],
  ["JSON character", "control-character"],
  ["non-printable", "control-character"],
];

/** The same for the fast parser's reason, where the careful one was not asked. */
export function kindOfReason(reason: string | undefined): [SyntaxIssueKind, string | undefined] {
  const known = REASONS.find(([part]) => reason?.includes(part));
  return known === undefined ? ["yaml", reason] : [known[1], undefined];
}
