import type { AreaAssessment, Assessment, PortfolioAssessment, PortfolioContext } from "../model/assess/index.ts";
import { assessArea, assessPortfolio, placeReference } from "../model/assess/index.ts";
import type { LineMemory } from "../model/assess/line-memory.ts";
import { referenceData } from "../model/assess/reference.ts";
import { assessWithScenarios } from "../model/assess/scenarios.ts";
import type { DefinedReading, DefinitionReader } from "../model/defined.ts";
import type { EffectiveSettings } from "../model/settings.ts";
import type { Definition, Spec } from "../model/spec.ts";
import type { IndexReader } from "../rules/types.ts";

type Definable = Parameters<DefinitionReader>[0];

/** Works out the figures of specs. What other files define is read once for as long as it says the same. */
export interface Assessor {
  /** The figures of an intervention; undefined for other kinds. Everything looked up goes through `index`, which records it. */
  assess(spec: Spec, index: IndexReader, settings: EffectiveSettings): Assessment | undefined;
  /** The figures of a portfolio, with every intervention at the portfolio's starts and years; undefined for other kinds. Recorded likewise. */
  portfolio(spec: Spec, index: IndexReader, settings: EffectiveSettings): PortfolioAssessment | undefined;
  /** The figures of an area; undefined for other kinds. Recorded likewise. */
  area(spec: Spec, index: IndexReader, settings: EffectiveSettings): AreaAssessment | undefined;
}

interface Held<T> {
  readonly settings: string;
  /** What was looked up, and what was found: the assessment stands as long as that is still so. */
  readonly looked: ReadonlyMap<string, Definition | undefined>;
  readonly assessment: T;
}

/**
 * `lines` lends what was worked out for cost lines, and then whole assessments are held too: worth its keep where specs are edited, not
 * where each is read once. What is held by a weak map outlives the young generation of the heap, and is dear to let go of.
 */
export function createAssessor(read: DefinitionReader, lines?: LineMemory): Assessor {
  const interventions = lines && new WeakMap<object, Held<Assessment>>();
  const portfolios = lines && new WeakMap<object, Held<PortfolioAssessment>>();
  const areas = lines && new WeakMap<object, Held<AreaAssessment>>();

  /** What is held for a reading while it still holds, else worked out anew. */
  const remembered = <T>(
    held: WeakMap<object, Held<T>> | undefined,
    key: object,
    index: IndexReader,
    settings: EffectiveSettings,
    work: (context: PortfolioContext) => T,
  ): T => {
    const known = held?.get(key);
    if (known !== undefined && known.settings === settings.fingerprint && stillSays(known.looked, index))
      return known.assessment;
    const looked = held && new Map<string, Definition | undefined>();
    const found = (kind: Definable, id: string): Definition | undefined => {
      const [definition] = index.definitions(kind, id);
      looked?.set(`${kind} ${id}`, definition);
      return definition;
    };
    const find = <K extends Definable>(kind: K, id: string): DefinedReading<K> | undefined => {
      const definition = found(kind, id);
      return definition === undefined ? undefined : read(kind, definition);
    };
    const assessment = work({
      appraisal: settings.appraisal,
      costBand: settings.standards.costBand,
      data: referenceData,
      lines,
      unitCost: (id) => {
        const entry = find("unit-cost", id);
        // An entry carries the price year and source of its library.
        return entry === undefined ? undefined : { entry, library: undefined };
      },
      outcome: (id) => find("outcome", id),
      area: (id) => find("area", id),
      study: (id) => {
        const definition = found("study", id);
        return definition === undefined ? undefined : () => read("study", definition);
      },
      intervention: (id) => find("intervention", id),
    });
    if (looked !== undefined) held?.set(key, { settings: settings.fingerprint, looked, assessment });
    return assessment;
  };

  return {
    assess(spec, index, settings) {
      if (spec.kind !== "intervention" || spec.reading === undefined) return undefined;
      const { reading, document } = spec;
      return remembered(interventions, reading, index, settings, (context) =>
        assessWithScenarios(reading, document, context),
      );
    },
    portfolio(spec, index, settings) {
      if (spec.kind !== "portfolio" || spec.reading === undefined) return undefined;
      const { reading } = spec;
      return remembered(portfolios, reading, index, settings, (context) => assessPortfolio(reading, context));
    },
    area(spec, index, settings) {
      if (spec.kind !== "area" || spec.reading === undefined) return undefined;
      const { reading } = spec;
      return remembered(areas, reading, index, settings, (context) =>
        assessArea(reading, { ...placeReference, area: (id) => context.area(id) }),
      );
    },
  };
}

/** Asks again for everything that was looked up, so that a caller that records learns of it too. */
function stillSays(looked: ReadonlyMap<string, Definition | undefined>, index: IndexReader): boolean {
  let same = true;
  for (const [question, before] of looked) {
    const space = question.indexOf(" ");
    const [now] = index.definitions(question.slice(0, space) as Definition["kind"], question.slice(space + 1));
    if (
      now !== before &&
      (now === undefined ||
        before === undefined ||
        hasMoved(now, before) ||
        index.fingerprint(now) !== index.fingerprint(before))
    )
      same = false;
  }
  return same;
}

/** A figure leads to the places of its factors: where those moved it is worked out again, though it comes to the same. */
const hasMoved = (now: Definition, before: Definition): boolean =>
  now.path !== before.path || now.span.start !== before.span.start || now.span.end !== before.span.end;
