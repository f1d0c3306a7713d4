import type { Snapshot } from "../analysis/types.ts";
import { asId, patterns } from "../schema/names.ts";
import type { IdKind } from "../schema/shape.ts";
import type { Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { definitionsOf } from "./definition.ts";
import { lastPart, type Mention, mentionAt, mentionsOf, type Name } from "./names.ts";
import { occurrences } from "./occurrences.ts";

/** A change of text in one file of the project. */
export interface TextChange {
  readonly path: FilePath;
  readonly span: Span;
  readonly text: string;
}

/** Why something cannot be renamed, in plain words. */
export interface Refusal {
  readonly ok: false;
  readonly why: string;
}

const refuse = (why: string): Refusal => ({ ok: false, why });

/** What would be renamed at an offset: the characters to type over. */
export function prepareRename(
  snapshot: Snapshot,
  path: FilePath,
  offset: number,
): { readonly ok: true; readonly span: Span; readonly text: string } | Refusal {
  const here = renameable(snapshot, path, offset);
  if (!here.ok) return here;
  const { span } = here.mention;
  return { ok: true, span, text: (snapshot.text(path) ?? "").slice(span.start, span.end) };
}

/**
 * Every change that gives the name at an offset another one, across the project. Only the characters of the name change: quotes,
 * comments and line endings stay. Of `library/entry` the part under the cursor changes, here and wherever it is used.
 */
export function rename(
  snapshot: Snapshot,
  path: FilePath,
  offset: number,
  wanted: string,
): { readonly ok: true; readonly changes: readonly TextChange[] } | Refusal {
  const here = renameable(snapshot, path, offset);
  if (!here.ok) return here;
  const { name } = here.mention;
  const text = newPart(name, wanted.trim());
  if (text.length > 0 && text === (isWording(name) ? name.id : lastPart(name.id))) return { ok: true, changes: [] };
  const objection = objectionTo(snapshot, name, text);
  if (objection !== undefined) return refuse(objection);
  const found = occurrences(snapshot, name);
  const escaped = found.find(({ exact, path: file, span }) => !exact && snapshot.text(file)?.[span.start] !== "*");
  if (escaped !== undefined)
    return refuse(
      `In ${escaped.path} "${name.id}" is written with escapes, so it cannot be changed safely. Write it there in plain letters first.`,
    );
  return {
    ok: true,
    changes: found.filter(({ exact }) => exact).map(({ path: file, span }) => ({ path: file, span, text })),
  };
}

type Renameable = { readonly ok: true; readonly mention: Mention } | Refusal;

function renameable(snapshot: Snapshot, path: FilePath, offset: number): Renameable {
  const mention = mentionAt(snapshot, path, offset);
  if (mention === undefined)
    return refuse(
      "Only names that are referred to can be changed everywhere: ids of interventions, outcomes, studies, unit costs, areas and the like, and what benefits and steps of a theory of change are called.",
    );
  if (!mention.exact)
    return refuse("The id is written elsewhere and only repeated here. Rename it where it is written.");
  if (!snapshot.complete && mention.name.within === undefined)
    return refuse("The project is still being read, so some uses are not known yet. Try again in a moment.");
  return { ok: true, mention };
}

/** What people type for an entry may carry its library: `local/therapist`. */
const newPart = ({ kind, id }: Name, wanted: string): string =>
  kind === "unit-cost" && wanted.startsWith(id.slice(0, id.indexOf("/") + 1))
    ? wanted.slice(id.indexOf("/") + 1)
    : wanted;

function objectionTo(snapshot: Snapshot, name: Name, text: string): string | undefined {
  const { kind } = name;
  if (kind === "anchor") return anchorObjection(snapshot, name, text);
  if (kind === "benefit" || kind === "step") return wordingObjection(snapshot, name, kind, text);
  const form = objectionToForm(kind, text);
  if (form !== undefined) return form;
  const slash = name.id.includes("/") ? name.id.slice(0, name.id.indexOf("/") + 1) : "";
  const [taken] = definitionsOf(snapshot, { kind, id: `${slash}${text}` });
  return taken === undefined
    ? undefined
    : `"${slash}${text}" is already taken, in ${taken.path}. Two of one name could not be told apart.`;
}

/** Words that YAML takes for something other than text. */
const plainWords: ReadonlySet<string> = new Set(["null", "true", "false", "yes", "no", "on", "off"]);

function objectionToForm(kind: IdKind, text: string): string | undefined {
  if (!new RegExp(patterns.id).test(text)) {
    const near = asId(text);
    return `"${text}" cannot be an id: ids are lower-case letters, figures and hyphens.${near === undefined ? "" : ` "${near}" would do.`}`;
  }
  if (/^\d+(e\d+)?$/.test(text) || plainWords.has(text))
    return `"${text}" cannot be an id: YAML reads it as something other than text. Add a word.`;
  if (kind === "unit-costs" && !/^[a-z]/.test(text))
    return `"${text}" cannot name a library: it must begin with a letter, or "${text}/..." would be read as an amount.`;
  return undefined;
}

/** What goes by its wording within its document. */
const isWording = ({ kind }: Name): boolean => kind === "benefit" || kind === "step";

/** A benefit or a step goes by its wording: any words that stand unquoted wherever the old ones do, in a list in brackets too. */
function wordingObjection(
  snapshot: Snapshot,
  { within }: Name,
  kind: "benefit" | "step",
  text: string,
): string | undefined {
  if (text === "") return `A ${kind} has to be called something.`;
  if (
    !/^[\p{L}\p{N}£(][^,.[\]{}&*#"'\\:\r\n]*$/u.test(text) ||
    plainWords.has(text.toLowerCase()) ||
    !Number.isNaN(Number(text))
  )
    return `"${text}" cannot name a ${kind} here: begin with a letter, and leave out commas, dots, colons, quotation marks, brackets, #, & and *, which mean something else in a spec.`;
  if (within === undefined) return undefined;
  const taken = mentionsOf(snapshot, within.path, within.document).some(
    ({ name, defines }) => defines && name.kind === kind && name.id === text,
  );
  return taken
    ? `This spec already has a ${kind} called "${text}". Two of one name could not be told apart.`
    : undefined;
}

function anchorObjection(snapshot: Snapshot, { within }: Name, text: string): string | undefined {
  if (text === "" || /[\s,[\]{}&*]/.test(text))
    return `"${text}" cannot be an anchor: write letters, figures and hyphens.`;
  if (within === undefined) return undefined;
  const taken = mentionsOf(snapshot, within.path, within.document).some(
    ({ name }) => name.kind === "anchor" && name.id === text,
  );
  return taken ? `This document already has an anchor "&${text}".` : undefined;
}
