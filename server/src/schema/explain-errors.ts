import type { Place, SyntaxNode } from "../syntax/types.ts";
import type { NodeSort, SchemaIssue } from "./issues.ts";
import { missingKeys, unknownKeys } from "./key-issues.ts";
import { placed } from "./locate.ts";
import { wordsOf } from "./lookup.ts";
import { asDoi, asId, asUrl } from "./names.ts";
import type { Shape } from "./shape.ts";
import { type Spot, type Subject, spotAt } from "./spot.ts";
import { nearestWord } from "./synonyms.ts";
import type { ValidationError } from "./validators.generated.mjs";

/** Turns what a validator found into findings at nodes: one for each node and code. */
export function explainErrors(subject: Subject, errors: readonly ValidationError[]): readonly SchemaIssue[] {
  const byPath = new Map<string, ValidationError[]>();
  for (const error of errors) {
    const same = byPath.get(error.instancePath);
    if (same === undefined) byPath.set(error.instancePath, [error]);
    else same.push(error);
  }
  const issues = [...byPath].flatMap(([pointer, found]) => {
    const spot = spotAt(subject, pointer);
    return spot === undefined ? [] : issuesAt(subject, spot, found);
  });
  return onePerNodeAndCode(issues);
}

function onePerNodeAndCode(issues: readonly SchemaIssue[]): readonly SchemaIssue[] {
  const said = new Map<Place, Set<string>>();
  return issues.filter(({ code, place }) => {
    const codes = said.get(place) ?? new Set<string>();
    if (codes.has(code)) return false;
    said.set(place, codes.add(code));
    return true;
  });
}

function issuesAt(subject: Subject, spot: Spot, errors: readonly ValidationError[]): readonly SchemaIssue[] {
  if (errors.some((error) => error.keyword === "type")) return [wrongType(spot)];
  if (errors.some((error) => error.keyword === "pattern")) return [badScalar(spot)];
  const named = (keyword: string, parameter: string) =>
    errors.filter((error) => error.keyword === keyword).map((error) => String(error.params[parameter]));
  const unknown = unknownKeys(subject, spot, named("additionalProperties", "additionalProperty"));
  // A key that is merely misspelt is not missing as well.
  const meant = new Set(unknown.map((issue) => (issue.code === "unknown-key" ? issue.data.nearest?.name : undefined)));
  const missing = named("required", "missingProperty").filter((key) => !meant.has(key));
  const issues: SchemaIssue[] = [...unknown];
  if (missing.length > 0) issues.push(missingKeys(spot, missing));
  if (errors.some((error) => error.keyword === "minItems")) issues.push(tooFew(spot));
  return issues;
}

const tooFew = (spot: Spot): SchemaIssue => ({
  code: "too-few-items",
  ...placed(spot.located.node, spot.located.use),
  data: { key: spot.key, least: spot.shape.list?.min ?? 1 },
});

/** What a node is, in the words of a message. */
export function sortOf(node: SyntaxNode): NodeSort {
  if (node.kind === "mapping") return "mapping";
  if (node.kind === "sequence") return "list";
  if (node.kind !== "scalar" || node.value === null) return "nothing";
  if (typeof node.value === "string") return "text";
  return typeof node.value === "number" ? "number" : "true or false";
}

/** What a shape allows, in the words of a message. */
function sortsOf(shape: Shape<unknown>): readonly NodeSort[] {
  return [
    ...(shape.scalar === undefined
      ? []
      : [shape.scalar.kind === "flag" ? ("true or false" as const) : ("text" as const)]),
    ...(shape.object === undefined && shape.map === undefined ? [] : ["mapping" as const]),
    ...(shape.list === undefined ? [] : ["list" as const]),
  ];
}

const exampleOf = (spot: Spot): { readonly example?: string } =>
  spot.described?.example === undefined ? {} : { example: spot.described.example };

function wrongType(spot: Spot): SchemaIssue {
  const { node } = spot.located;
  if (node.kind === "scalar" && node.value === null) return emptyValue(spot);
  const scalar = spot.shape.scalar?.kind;
  if (node.kind === "scalar" && (scalar === "word" || scalar === "flag")) return unknownWord(spot, node.text);
  return {
    code: "wrong-type",
    ...placed(node, spot.located.use),
    data: {
      key: spot.key,
      expected: sortsOf(spot.shape),
      found: sortOf(node),
      ...exampleOf(spot),
      ...lacksColon(spot),
    },
  };
}

/** `item Visits` where keys belong: a key of the place, and what follows it. */
function lacksColon({ shape, located: { node } }: Spot): { readonly meant?: string } {
  if (node.kind !== "scalar") return {};
  const [, key = "", rest] = /^([a-z_]+)[ \t]+(\S.*)$/.exec(node.text) ?? [];
  return shape.object?.byName.has(key) === true ? { meant: `${key}: ${rest}` } : {};
}

/** Of an empty item nothing stands there but its hyphen. */
function hyphenBefore(node: Place): Place {
  const at = node.chunk.text.slice(0, node.start).trimEnd().length - 1;
  return node.chunk.text[at] === "-" ? { chunk: node.chunk, start: at, end: at + 1 } : node;
}

/** An empty value has no width of its own, so the key is shown. */
function emptyValue(spot: Spot): SchemaIssue {
  const { node, key, use } = spot.located;
  const empty = node.start !== node.end ? node : (key ?? hyphenBefore(node));
  return {
    code: "empty-value",
    ...placed(empty, use),
    data: {
      key: spot.key,
      ...(spot.described === undefined ? {} : { doc: spot.described.doc }),
      ...exampleOf(spot),
    },
  };
}

function badScalar(spot: Spot): SchemaIssue {
  const { node, use } = spot.located;
  const text = node.kind === "scalar" ? node.text.trim() : "";
  if (text === "") return emptyValue(spot);
  const at = placed(node, use);
  switch (spot.shape.scalar?.kind) {
    case "define":
      return { code: "bad-id", ...at, data: { id: text, ...suggested(asId(text)) } };
    case "url":
      return { code: "bad-url", ...at, data: { text, ...suggested(asUrl(text)) } };
    case "doi":
      return { code: "bad-doi", ...at, data: { text, ...suggested(asDoi(text)) } };
    default:
      return unknownWord(spot, text);
  }
}

const suggested = (suggestion: string | undefined): { readonly suggestion?: string } =>
  suggestion === undefined ? {} : { suggestion };

/** What people write for true and false. */
const yesAndNo: Readonly<Record<string, string>> = {
  yes: "true",
  y: "true",
  on: "true",
  no: "false",
  n: "false",
  off: "false",
};

function unknownWord(spot: Spot, text: string): SchemaIssue {
  const words = wordsOf(spot.shape.scalar);
  const said = spot.shape.scalar?.kind === "flag" ? yesAndNo[text.toLowerCase()] : undefined;
  const near = said === undefined ? nearestWord(text, Object.keys(words)) : { name: said, certain: true };
  return {
    code: "unknown-word",
    ...placed(spot.located.node, spot.located.use),
    data: {
      key: spot.key,
      word: text,
      ...(near === undefined ? {} : { nearest: near }),
      allowed: Object.entries(words).map(([name, doc]) => ({ name, doc })),
      ...(spot.shape.map?.words === undefined ? {} : { shares: true }),
    },
  };
}
