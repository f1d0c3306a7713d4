import type { LocalUse } from "../../model/spec.ts";
import { nearest } from "../../schema/names.ts";
import { byId, isPath } from "../path-for-id.ts";
import type { DocumentRule, Fix, IndexReader } from "../types.ts";
import { said } from "../wording.ts";
import { bareName, kindName } from "./kind-name.ts";
import { resolver, usesOf } from "./resolve.ts";

export const notFound: DocumentRule = {
  code: "reference/not-found",
  severity: "error",
  scope: "document",
  page: {
    title: "Reference to something that is not there",
    what: "An id refers to a study, an outcome, a unit cost or the like that no file of the project defines.",
    why: "Evidence that nobody can open is no evidence, and a price that nobody can look up is no price: what rests on it stays unknown.",
    fix: "Take the id that is offered if it was mistyped; else write the spec that it should refer to.",
    example: {
      invalid: `study: start-2018
interventions: [mst-edge-of-car]
---
intervention: mst-edge-of-care
`,
      valid: `study: start-2018
interventions: [mst-edge-of-care]
---
intervention: mst-edge-of-care
`,
    },
  },
  check(context, report) {
    const { index } = context;
    if (!index.complete) return;
    const resolve = resolver(index);
    for (const use of usesOf(context)) {
      if (use.id === "" || resolve(use).found !== "no" || index.mayBeDefined(use.kind, use.id)) continue;
      if (isPath(use.id)) {
        report({ at: use.at, message: isAPath(use), help: byId, label: "a path" });
        continue;
      }
      const near = nearest(use.id, index.ids(use.kind));
      report({
        at: use.at,
        message: missing(use, index),
        help: near === undefined ? howToDefine(use) : `Did you mean "${shown(near.name, use)}"?`,
        label: "not found",
        fixes: near === undefined ? [] : replacement(use, shown(near.name, use)),
      });
    }
  },
};

const isAPath = ({ kind, id }: LocalUse): string =>
  `${said(id)} is a path, and the id of ${kindName[kind]} belongs here.`;

function missing({ kind, id }: LocalUse, index: IndexReader): string {
  const slash = id.indexOf("/");
  const owner = id.slice(0, slash);
  const entry = id.slice(slash + 1);
  if (kind === "unit-cost")
    return index.definitions("unit-costs", owner).length === 0
      ? `There is no library of unit costs "${owner}" in this project, so the price "${id}" is not known.`
      : `The library "${owner}" has no entry "${entry}", so the price is not known.`;
  if (kind === "measure") return `The outcome "${owner}" has no measure "${entry}".`;
  return `There is no ${bareName(kind)} "${id}" in this project.`;
}

function howToDefine({ kind, id }: LocalUse): string {
  switch (kind) {
    case "unit-cost":
      return `Add the entry to its library, in a file that ends in ".unit-costs.yaml".`;
    case "measure":
      return `Add it under "measures" of the outcome.`;
    case "need":
      return `Add it under "needs" of the area.`;
    default:
      return `Write ${kindName[kind]} that begins "${kind.replace("-", "_")}: ${id}", or correct the id.`;
  }
}

/** A measure is written without its outcome. */
const shown = (id: string, use: LocalUse): string => (use.kind === "measure" ? id.slice(id.indexOf("/") + 1) : id);

/** Only where the id itself stands in the text, and not an alias for it. */
function replacement(use: LocalUse, text: string): readonly Fix[] {
  const written = use.at.chunk.text.slice(use.at.start, use.at.end);
  const mark = /^["']/.exec(written)?.[0] ?? "";
  if (written !== `${mark}${shown(use.id, use)}${mark}`) return [];
  return [{ title: `Write "${text}"`, certain: false, edits: [{ at: use.at, text: `${mark}${text}${mark}` }] }];
}
