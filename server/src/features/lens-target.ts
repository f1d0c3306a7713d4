import type { Snapshot } from "../analysis/types.ts";
import type { Spec } from "../model/spec.ts";
import type { Place, Span } from "../syntax/types.ts";
import type { FilePath } from "../workspace/types.ts";
import { findingsOf, type Lens } from "./code-lens.ts";
import { citedStudies } from "./evidence-lens.ts";

interface Located {
  readonly path: FilePath;
  readonly span: Span;
}

/** What a click on a lens leads to. */
export type LensTarget =
  /** The report of the intervention at this place. */
  | { readonly kind: "report"; readonly at: Span }
  /** One place, to go to. */
  | { readonly kind: "place"; readonly at: Located }
  /** Several places, to look through. */
  | { readonly kind: "places"; readonly at: Span; readonly places: readonly Located[] };

/** Where a lens leads; undefined where there is nothing to see. */
export function lensTarget(snapshot: Snapshot, path: FilePath, lens: Lens): LensTarget | undefined {
  const spec = snapshot.specs(path).find((each) => each.document.index === lens.document);
  switch (lens.topic) {
    case "cost":
    case "return":
      return { kind: "report", at: lens.span };
    case "power": {
      const at: Place | undefined = spec?.kind === "intervention" ? spec.reading?.evaluation?.design?.$ : undefined;
      return at === undefined ? undefined : { kind: "place", at: snapshot.locate(path, at) };
    }
    case "findings": {
      const [first] = spec === undefined ? [] : findingsOf(snapshot, path, spec);
      return first === undefined ? undefined : { kind: "place", at: { path, span: first.span } };
    }
    case "used":
      return places(lens, snapshot.index.uses(lens.kind, lens.id));
    case "evidence":
      return places(
        lens,
        spec?.kind === "intervention"
          ? [...citedStudies(spec)].flatMap((id) => snapshot.index.definitions("study", id))
          : [],
      );
    case "value":
      return spec?.kind === "outcome" ? valuePlace(snapshot, path, spec) : undefined;
  }
}

const places = (lens: Lens, found: readonly Located[]): LensTarget | undefined =>
  found.length === 0
    ? undefined
    : { kind: "places", at: lens.span, places: found.map(({ path, span }) => ({ path, span })) };

function valuePlace(
  snapshot: Snapshot,
  path: FilePath,
  spec: Extract<Spec, { kind: "outcome" }>,
): LensTarget | undefined {
  const at: Place | undefined = spec.reading?.values?.items?.[0]?.value?.$;
  return at === undefined ? undefined : { kind: "place", at: snapshot.locate(path, at) };
}
