import type { Snapshot } from "../analysis/types.ts";
import { referenceData } from "../model/assess/reference.ts";
import { walk } from "../model/walk.ts";
import { kinds } from "../schema/kinds/index.ts";
import { keyAt, keysOf, wordsOf } from "../schema/lookup.ts";
import type { IdKind, ScalarShape, Shape } from "../schema/shape.ts";
import { nameForm } from "../values/index.ts";
import type { Form } from "../values/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { exampleAt } from "./completion-example.ts";
import { idBrief, idDetail } from "./completion-ids.ts";
import type { Completion } from "./completion-item.ts";
import { spendLines } from "./completion-lines.ts";
import { namesAt } from "./completion-names.ts";
import { penFor } from "./completion-pen.ts";
import type { ValuePlace } from "./completion-place-types.ts";
import { keySnippet, valueSnippet } from "./completion-skeleton.ts";
import type { Snippet } from "./completion-snippet.ts";
import { unitCompletions } from "./completion-units.ts";

/** What may stand as the value at a place. */
export function valueCompletions(snapshot: Snapshot, path: FilePath, place: ValuePlace): readonly Completion[] {
  const { shape } = place;
  if (shape === undefined) return [];
  const items = scalarCompletions(snapshot, path, place, shape.scalar);
  // A list of ids begun on the key's own line is written in brackets.
  const item = shape.list?.item.scalar;
  const flow =
    place.typed === "" &&
    shape.object === undefined &&
    (item?.kind === "ref" || (item?.kind === "word" && shape.scalar === undefined))
      ? scalarCompletions(snapshot, path, place, item).map((each) => ({
          ...each,
          snippet: ["[", ...each.snippet, "]"],
        }))
      : [];
  const blocks = place.typed === "" && !place.flow ? blockCompletions(snapshot, path, place) : [];
  return [...items, ...(items.length > 0 ? [] : flow), ...blocks].map((each) =>
    place.lead === "" || blocks.includes(each) ? each : { ...each, snippet: [place.lead, ...each.snippet] },
  );
}

function scalarCompletions(
  snapshot: Snapshot,
  path: FilePath,
  place: ValuePlace,
  scalar: ScalarShape | undefined,
): readonly Completion[] {
  if (scalar === undefined) return [];
  const form = scalar.kind === "value" || scalar.kind === "value-or-ref" ? scalar.form : undefined;
  const withUnit = form === undefined ? undefined : unitCompletions(snapshot, path, place, form);
  if (withUnit !== undefined && !/^[a-z]/.test(place.typed)) return withUnit;
  if (/^[£$€\d]/.test(place.typed) && form !== "price-year" && form !== "financial-year") return [];
  const make = (label: string, sort: Completion["sort"], detail: string, snippet: Snippet = [label]): Completion => ({
    label,
    sort,
    ...(detail === "" ? {} : { detail }),
    replace: place.replace,
    snippet,
  });
  const names = namesAt(snapshot, path, place);
  if (names !== undefined)
    return names
      .map(({ name, detail }) => make(name, "id", detail))
      .filter(({ label }) => !place.others.includes(label));
  const lines = spendLines(place).map(({ name, doc }) => ({ ...make(name, "id", doc), filter: `${name} ${doc}` }));
  const words = Object.entries(wordsOf(scalar)).map(([word, doc]) => make(word, "word", doc));
  const to = idKindOf(scalar, place);
  const ids = to === undefined ? [] : idCompletions(snapshot, place, to);
  const years = form === "price-year" || form === "financial-year" ? yearCompletions(snapshot, path, form, make) : [];
  const shown = form === undefined || years.length > 0 ? [] : [exampleAt(snapshot, path, place, form)];
  const examples =
    place.typed === "" && form !== undefined && !place.flow
      ? shown
          .filter((text) => text !== "" && !text.includes("\n") && !ids.some((id) => id.label === text))
          .map((text) => make(text, "example", `for example: ${nameForm(form)}`, [{ text }]))
      : [];
  return [...ids, ...lines, ...years, ...words, ...examples].filter((each) => !place.others.includes(each.label));
}

/** What an id at the place would name. A study's result may name a measure of its outcome, or write its own. */
function idKindOf(scalar: ScalarShape, place: ValuePlace): IdKind | undefined {
  if (scalar.kind === "ref" || scalar.kind === "value-or-ref") return scalar.to;
  const measure = scalar.kind === "text" && place.path.at(-1) === "measure" && place.siblings.has("outcome");
  return measure ? "measure" : undefined;
}

function idCompletions(snapshot: Snapshot, place: ValuePlace, to: IdKind): readonly Completion[] {
  const { index } = snapshot;
  const outcome = place.siblings.get("outcome") ?? place.siblings.get("primary_outcome");
  const prefix = to === "measure" ? `${outcome ?? ""}/` : "";
  return index
    .ids(to)
    .filter((id) => id.startsWith(prefix))
    .map((id) => {
      const [definition] = index.definitions(to, id);
      const label = id.slice(prefix.length);
      const detail = definition === undefined ? "" : idDetail(definition);
      const brief = definition === undefined ? undefined : idBrief(definition);
      return {
        label,
        sort: "id" as const,
        ...(detail === "" ? {} : { detail }),
        ...(brief === undefined ? {} : { brief }),
        ...(definition?.title === undefined ? {} : { filter: `${label} ${definition.title}` }),
        help: { of: "id" as const, kind: to, id },
        replace: place.replace,
        snippet: [label],
      };
    });
}

type Make = (label: string, sort: Completion["sort"], detail: string) => Completion;

/** Years in use in the file first, then the appraisal's, then those that prices can be moved from: published figures are of years before it, budgets of years after. */
function yearCompletions(snapshot: Snapshot, path: FilePath, form: Form, make: Make): readonly Completion[] {
  const { appraisal } = snapshot.settings(path);
  const found = new Map<string, string>();
  for (const spec of snapshot.specs(path))
    if (spec.reading !== undefined)
      walk(kinds[spec.kind].shape as Shape<unknown>, spec.reading, {
        field({ field, scalar }) {
          if (scalar.kind !== "value" || scalar.form !== form) return;
          const label = (field.value as { readonly label?: string } | undefined)?.label;
          if (label !== undefined) found.set(label, "used in this file");
        },
      });
  if (appraisal.priceYear !== undefined && !found.has(appraisal.priceYear.label))
    found.set(appraisal.priceYear.label, "the appraisal's price year");
  const all = (referenceData.deflator(appraisal.deflator)?.rows ?? []).map(({ year }) => year);
  const now = all.indexOf(appraisal.priceYear?.label ?? "") + 1 || all.length;
  const [before, after] = [all.slice(0, now).reverse(), all.slice(now)];
  for (const year of form === "price-year" ? [...before, ...after] : [...after, ...before])
    if (!found.has(year)) found.set(year, form === "price-year" ? "in the GDP deflator" : "");
  return [...found].map(([label, detail]) => make(label, "year", detail));
}

/** What begins on the next line: the keys of a mapping, the first item of a list. */
function blockCompletions(snapshot: Snapshot, path: FilePath, place: ValuePlace): readonly Completion[] {
  const { shape, kind } = place;
  if (shape === undefined || kind === undefined || place.path.at(-1) === 0) return [];
  const pen = penFor(snapshot, path, place);
  const key = keyAt(kind, place.path);
  // From the colon on, so that no space is left at the end of the line.
  const replace = { start: place.replace.start - place.gap, end: place.replace.end };
  const { scalar: _scalar, ...structure } = shape;
  const whole = valueSnippet(structure, key, place.column, pen);
  const many = shape.object !== undefined || shape.map !== undefined || shape.list?.item.object !== undefined;
  if (!many) return [];
  const line = `${place.eol}${" ".repeat(place.column + 2)}`;
  return [
    {
      label: shape.list !== undefined && shape.object === undefined ? "first item …" : "all that is needed …",
      sort: "block",
      detail: "on the next lines",
      replace,
      snippet: whole,
      help: { of: "key", kind, path: place.path },
    },
    ...keysOf(shape).map(({ name, key: own }) => ({
      label: name,
      sort: "key" as const,
      ...(own.required === true ? { detail: "required" } : {}),
      help: { of: "key" as const, kind, path: [...place.path, name] },
      replace,
      snippet: [line, ...keySnippet(name, own, place.column + 2, pen)],
    })),
  ];
}
