/**
 * Assessments whose rarer parts are worked out when asked for. They are classes: an object made by hand with getters costs a hidden
 * class and closures of its own, and outlives the young generation of the heap.
 */
import { type Appraised, appraise } from "../../costing/appraise.ts";
import { type Behaviour, behavioursOf, type Steps, stepsOf } from "../../costing/behaviour.ts";
import type { AppraisalSettings } from "../../costing/case.ts";
import { chainOf } from "../../costing/chain.ts";
import { multiplied } from "../../costing/conversion.ts";
import type { CostResult } from "../../costing/costs.ts";
import { groupsOf, type Perspective, type Sides, sidesUnder } from "../../costing/parties.ts";
import type { Volumes } from "../../costing/volumes.ts";
import { quotient, type Worked } from "../../costing/worked.ts";
import { correctionsIn } from "./corrections.ts";
import { costBandOf } from "./cost-band.ts";
import type { AssessContext, Assessment, LineAssessment } from "./types.ts";
import { valueForMoneyOf } from "./value-for-money.ts";

type LazyPart =
  | "figures"
  | "counted"
  | "paybackPath"
  | "costBand"
  | "valueForMoney"
  | "chains"
  | "under"
  | "corrections"
  | "with";

export class LazyAssessment implements Assessment {
  readonly currency: Assessment["currency"];
  readonly priceYear: Assessment["priceYear"];
  readonly priceNote: Assessment["priceNote"];
  readonly perspective: Assessment["perspective"];
  readonly perspectiveWritten: Assessment["perspectiveWritten"];
  readonly appraisal: Assessment["appraisal"];
  readonly lines: Assessment["lines"];
  readonly benefits: Assessment["benefits"];
  readonly outcomes: Assessment["outcomes"];
  readonly ownFigures: Assessment["ownFigures"];
  readonly without: Assessment["without"];
  readonly cite: Assessment["cite"];
  readonly stated: Assessment["stated"];
  readonly inferred: Assessment["inferred"];
  readonly problems: Assessment["problems"];
  readonly scenarios: Assessment["scenarios"];
  readonly #appraised: Appraised;
  readonly #context: AssessContext;

  constructor(ready: Omit<Assessment, LazyPart>, appraised: Appraised, context: AssessContext) {
    this.currency = ready.currency;
    this.priceYear = ready.priceYear;
    this.priceNote = ready.priceNote;
    this.perspective = ready.perspective;
    this.perspectiveWritten = ready.perspectiveWritten;
    this.appraisal = ready.appraisal;
    this.lines = ready.lines;
    this.benefits = ready.benefits;
    this.outcomes = ready.outcomes;
    this.ownFigures = ready.ownFigures;
    this.without = ready.without;
    this.cite = ready.cite;
    this.stated = ready.stated;
    this.inferred = ready.inferred;
    this.problems = ready.problems;
    this.scenarios = ready.scenarios;
    this.#appraised = appraised;
    this.#context = context;
  }

  get figures(): Assessment["figures"] {
    return this.#appraised.figures;
  }

  get counted(): Assessment["counted"] {
    const { input, single } = this.#appraised.sheet;
    const isKnown = (volumes: Volumes | undefined): boolean => volumes?.bases.completers.value !== undefined;
    return {
      participant: input.volumes.unit === "" ? "participant" : input.volumes.unit,
      completers: isKnown(input.volumes) || isKnown(single?.volumes),
    };
  }

  get paybackPath(): Assessment["paybackPath"] {
    return this.#appraised.paybackPath;
  }

  get costBand(): Assessment["costBand"] {
    return costBandOf(this.#appraised.figures, this.#context);
  }

  get valueForMoney(): Assessment["valueForMoney"] {
    return valueForMoneyOf(this.#appraised.figures, this.#context.data);
  }

  get chains(): Assessment["chains"] {
    const { whole, leftOut } = this.#appraised;
    const { outcomes, benefits } = whole;
    return outcomes
      .filter((claim) => !claim.noEffectShown)
      .flatMap((claim) =>
        benefits
          .filter((benefit) => benefit.claim === claim.input.ref && !leftOut.has(benefit))
          .map((benefit) => ({
            outcome: claim.input.title,
            id: claim.input.outcome,
            benefit: benefit.name,
            steps: chainOf(claim, benefit),
          })),
      );
  }

  get corrections(): Assessment["corrections"] {
    const { input, settings } = this.#appraised.sheet;
    return correctionsIn(input, settings);
  }

  under(perspective: Perspective): Assessment["figures"] {
    const { input, prices, settings } = this.#appraised.sheet;
    return perspective === settings.perspective
      ? this.figures
      : appraise(input, prices, { ...settings, perspective }).figures;
  }

  with(changed: Partial<Pick<Assessment, "stated" | "scenarios">>): Assessment {
    return new LazyAssessment({ ...this, ...changed }, this.#appraised, this.#context);
  }
}

/** What the rarer parts of a line are worked out from: a line that is kept must not keep its whole report. */
interface LineParts {
  readonly result: CostResult;
  /** The line for one participant. */
  readonly single: CostResult | undefined;
  readonly volumes: Volumes;
  readonly settings: AppraisalSettings;
}

type LazyLinePart =
  | "original"
  | "negative"
  | "falls"
  | "perStarter"
  | "behaviours"
  | "steps"
  | "payers"
  | "corrected"
  | "charged"
  | "presentValue"
  | "sites"
  | "counted";

export class LazyLine implements LineAssessment {
  readonly line: LineAssessment["line"];
  readonly at: LineAssessment["at"];
  readonly item: LineAssessment["item"];
  readonly timing: LineAssessment["timing"];
  readonly resource: LineAssessment["resource"];
  readonly additional: LineAssessment["additional"];
  readonly inKind: LineAssessment["inKind"];
  readonly amount: LineAssessment["amount"];
  readonly multiplier: LineAssessment["multiplier"];
  readonly priceYear: LineAssessment["priceYear"];
  readonly total: LineAssessment["total"];
  readonly unitCost: LineAssessment["unitCost"];
  readonly problem: LineAssessment["problem"];
  readonly #parts: LineParts;
  #payers: LineAssessment["payers"] | undefined;
  #original: { readonly made: Worked | undefined } | undefined;

  constructor(ready: Omit<LineAssessment, LazyLinePart>, parts: LineParts) {
    this.line = ready.line;
    this.at = ready.at;
    this.item = ready.item;
    this.timing = ready.timing;
    this.resource = ready.resource;
    this.additional = ready.additional;
    this.inKind = ready.inKind;
    this.amount = ready.amount;
    this.multiplier = ready.multiplier;
    this.priceYear = ready.priceYear;
    this.total = ready.total;
    this.unitCost = ready.unitCost;
    this.problem = ready.problem;
    this.#parts = parts;
  }

  get original(): Worked | undefined {
    this.#original ??= { made: originalOf(this.#parts) };
    return this.#original.made;
  }

  /** Told from the signs alone: units of time are brought together by positive factors. */
  get negative(): boolean {
    const { amount } = this.#parts.result.input;
    if ("bySite" in amount || amount.terms !== undefined) return false;
    const { quantity, price } = amount;
    const sign = (quantity === undefined ? 1 : (quantity.value ?? 0)) * (price.worked.value ?? 0);
    return sign < 0 && (this.original?.value ?? 0) < 0;
  }

  get payers(): LineAssessment["payers"] {
    this.#payers ??= groupsOf(this.#parts.result.input.payers);
    return this.#payers;
  }

  get corrected(): Worked {
    return this.#parts.result.corrected;
  }

  get charged(): Worked {
    return this.#parts.result.charged;
  }

  get presentValue(): Worked {
    return this.#parts.result.presentValue;
  }

  get sites(): LineAssessment["sites"] {
    return this.#parts.result.sites;
  }

  get counted(): LineAssessment["counted"] {
    const { settings, result } = this.#parts;
    const { additional, payers } = result.input;
    return countedOf(additional, sidesUnder(payers, settings.perspective, settings.parties), settings.view);
  }

  get falls(): string {
    return this.#parts.result.falls;
  }

  get perStarter(): Worked {
    const { single, volumes } = this.#parts;
    const { starters } = volumes.bases;
    return single === undefined || starters.value !== undefined
      ? quotient(this.total.label, this.total, starters)
      : single.total;
  }

  get behaviours(): readonly Behaviour[] {
    return behavioursOf(this.#parts.result);
  }

  get steps(): Steps | undefined {
    return stepsOf(this.#parts.result.input, this.#parts.volumes);
  }
}

function originalOf({ result, settings }: LineParts): Worked | undefined {
  const { name, amount } = result.input;
  if ("bySite" in amount || amount.terms !== undefined) return undefined;
  const { quantity, price } = amount;
  return multiplied(
    name,
    quantity === undefined ? [price.worked] : [quantity, price.worked],
    result.input.workingYear ?? settings.workingYear,
  );
}

function countedOf(
  additional: boolean,
  { inside, open }: Sides,
  view: "economic" | "budget",
): LineAssessment["counted"] {
  if (view === "budget" && !additional) return "none";
  if (inside === 0) return open === 0 ? "none" : "not known";
  return inside > 1 - 1e-12 ? "all" : "part";
}
