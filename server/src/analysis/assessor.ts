import type { AreaAssessment, Assessment, PortfolioAssessment, PortfolioContext } from "../model/assess/index.ts";
import { assessArea, assessPortfolio, placeReference } from "../model/assess/index.ts";
import type { LineMemory } from "../model/assess/line-memory.ts";
import { referenceData } from "../model/assess/reference.ts";
import { assessWithScenarios } from "../model/assess/scenarios.ts";
import { rememberedNames } from "../model/assess/values.ts";
import type { DefinedReading, DefinitionReader } from "../model/defined.ts";
import type { Replaced, ReplacedKind } from "../model/replaced.ts";
import type { EffectiveSettings } from "../model/settings.ts";
import type { Definition, Spec } from "../model/spec.ts";
import type { IndexReader } from "../rules/types.ts";
import type { Intervention } from "../schema/kinds/intervention.ts";
import { Attached } from "../syntax/attached.ts";

type Definable = Parameters<DefinitionReader>[0];

/**
 * Works out the figures of specs. What other files define is read once for as long as it says the same. `replaced` stands instead of what
 * they define; nothing that is held is then used, and nothing is held.
 */
export interface Assessor {
  /** The figures of an intervention; undefined for other kinds. Everything looked up goes through `index`, which records it. */
  assess(spec: Spec, index: IndexReader, settings: EffectiveSettings, replaced?: Replaced): Assessment | undefined;
  /** The figures of a portfolio, with every intervention at the portfolio's starts and years; undefined for other kinds. Recorded likewise. */
  portfolio(
    spec: Spec,
    index: IndexReader,
    settings: EffectiveSettings,
    replaced?: Replaced,
  ): PortfolioAssessment | undefined;
  /** The figures of an area; undefined for other kinds. Recorded likewise. */
  area(spec: Spec, index: IndexReader, settings: EffectiveSettings): AreaAssessment | undefined;
}

/** What an intervention of a portfolio came to: it stands for the same marks as long as what was looked up is the same. */
interface HeldMember extends Held<Assessment> {
  readonly marks: readonly unknown[];
}

/** Assessments of one intervention that are kept: it may stand in several portfolios. */
const mostHeld = 4;

interface Held<T> {
  readonly settings: string;
  /** What was looked up, and what was found: the assessment stands as long as that is still so. */
  readonly looked: ReadonlyMap<string, Definition | undefined>;
  readonly assessment: T;
}

/**
 * `lines` lends what was worked out for cost lines, and then whole assessments are held too: worth its keep where specs are edited, not
 * where each is read once.
 */
export function createAssessor(read: DefinitionReader, lines?: LineMemory): Assessor {
  const interventions = lines && new Attached<object, Held<Assessment>>("assessment");
  const portfolios = lines && new Attached<object, Held<PortfolioAssessment>>("portfolio");
  const nameOf = rememberedNames();
  const areas = lines && new Attached<object, Held<AreaAssessment>>("area");
  const members = lines && new Attached<Intervention, readonly HeldMember[]>("members");

  /** What an assessment is worked out with. What it looks up is put into `looked`. */
  const contextOf = (
    index: IndexReader,
    settings: EffectiveSettings,
    looked: Map<string, Definition | undefined> | undefined,
    replaced: Replaced | undefined,
  ): PortfolioContext => {
    const found = (kind: Definable, id: string): Definition | undefined => {
      const [definition] = index.definitions(kind, id);
      looked?.set(`${kind} ${id}`, definition);
      return definition;
    };
    const find = <K extends Definable>(kind: K, id: string): DefinedReading<K> | undefined => {
      const definition = found(kind, id);
      const instead = isReplaceable(kind) ? replaced?.find(kind, id) : undefined;
      if (instead !== undefined) return instead as DefinedReading<K>;
      return definition === undefined ? undefined : read(kind, definition);
    };
    return {
      appraisal: settings.appraisal,
      costBand: settings.standards.costBand,
      data: referenceData,
      lines,
      nameOf,
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
      member(spec, marks, work) {
        if (members === undefined || replaced !== undefined) return work(contextOf(index, settings, looked, replaced));
        const kept = members.get(spec) ?? [];
        const known = kept.find(
          (one) =>
            one.settings === settings.fingerprint &&
            one.marks.every((mark, at) => mark === marks[at]) &&
            stillSays(one.looked, index),
        );
        const own: Map<string, Definition | undefined> = new Map();
        const held = known ?? {
          settings: settings.fingerprint,
          marks,
          assessment: work(contextOf(index, settings, own, undefined)),
          looked: own,
        };
        if (known === undefined) members.set(spec, [held, ...kept].slice(0, mostHeld));
        // The portfolio rests on all that its interventions looked up.
        for (const [question, definition] of held.looked) looked?.set(question, definition);
        return held.assessment;
      },
    };
  };

  /** What is held for a reading while it still holds, else worked out anew. */
  const remembered = <T>(
    held: Attached<object, Held<T>> | undefined,
    key: object,
    index: IndexReader,
    settings: EffectiveSettings,
    work: (context: PortfolioContext) => T,
    replaced?: Replaced,
  ): T => {
    const known = held?.get(key);
    if (known !== undefined && known.settings === settings.fingerprint && stillSays(known.looked, index))
      return known.assessment;
    const looked = held && new Map<string, Definition | undefined>();
    const assessment = work(contextOf(index, settings, looked, replaced));
    if (looked !== undefined) held?.set(key, { settings: settings.fingerprint, looked, assessment });
    return assessment;
  };

  return {
    assess(spec, index, settings, replaced) {
      if (spec.kind !== "intervention" || spec.reading === undefined) return undefined;
      const { reading, document } = spec;
      const held = replaced === undefined ? interventions : undefined;
      return remembered(
        held,
        reading,
        index,
        settings,
        (context) => assessWithScenarios(reading, document, context),
        replaced,
      );
    },
    portfolio(spec, index, settings, replaced) {
      if (spec.kind !== "portfolio" || spec.reading === undefined) return undefined;
      const { reading } = spec;
      const held = replaced === undefined ? portfolios : undefined;
      return remembered(held, reading, index, settings, (context) => assessPortfolio(reading, context), replaced);
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

const isReplaceable = (kind: Definable): kind is ReplacedKind =>
  kind === "unit-cost" || kind === "outcome" || kind === "area";

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
