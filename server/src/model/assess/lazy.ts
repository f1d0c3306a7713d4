/**
 * Assessments whose rarer parts are worked out when asked for. They are classes: an object made by hand with getters costs a hidden
 * class and closures of its own, and outlives the young generation of the heap.
 */
import { type Appraised, appraise } from "../../costing/appraise.ts";
import { type Behaviour, behavioursOf, type Steps, stepsOf } from "../../costing/behaviour.ts";
import { chainOf } from "../../costing/chain.ts";
import { multiplied } from "../../costing/conversion.ts";
import type { CostResult } from "../../costing/costs.ts";
import type { Perspective } from "../../costing/parties.ts";
import type { Volumes } from "../../costing/volumes.ts";
import { quotient, type Worked } from "../../costing/worked.ts";
import type { WorkingYear } from "../../values/types.ts";
import { correctionsIn } from "./corrections.ts";
import { costBandOf } from "./cost-band.ts";
import type { AssessContext, Assessment, LineAssessment } from "./types.ts";
import { valueForMoneyOf } from "./value-for-money.ts";

type LazyPart = "figures" | "paybackPath" | "costBand" | "valueForMoney" | "chains" | "under" | "corrections" | "with";

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
  readonly workingYear: WorkingYear;
}

export class LazyLine implements LineAssessment {
  readonly line: LineAssessment["line"];
  readonly at: LineAssessment["at"];
  readonly item: LineAssessment["item"];
  readonly timing: LineAssessment["timing"];
  readonly resource: LineAssessment["resource"];
  readonly payers: LineAssessment["payers"];
  readonly additional: LineAssessment["additional"];
  readonly inKind: LineAssessment["inKind"];
  readonly amount: LineAssessment["amount"];
  readonly multiplier: LineAssessment["multiplier"];
  readonly priceYear: LineAssessment["priceYear"];
  readonly total: LineAssessment["total"];
  readonly corrected: LineAssessment["corrected"];
  readonly charged: LineAssessment["charged"];
  readonly presentValue: LineAssessment["presentValue"];
  readonly sites: LineAssessment["sites"];
  readonly counted: LineAssessment["counted"];
  readonly unitCost: LineAssessment["unitCost"];
  readonly problem: LineAssessment["problem"];
  readonly #parts: LineParts;
  #original: { readonly made: Worked | undefined } | undefined;

  constructor(
    ready: Omit<LineAssessment, "original" | "perStarter" | "behaviours" | "steps" | "falls">,
    parts: LineParts,
  ) {
    this.line = ready.line;
    this.at = ready.at;
    this.item = ready.item;
    this.timing = ready.timing;
    this.resource = ready.resource;
    this.payers = ready.payers;
    this.additional = ready.additional;
    this.inKind = ready.inKind;
    this.amount = ready.amount;
    this.multiplier = ready.multiplier;
    this.priceYear = ready.priceYear;
    this.total = ready.total;
    this.corrected = ready.corrected;
    this.charged = ready.charged;
    this.presentValue = ready.presentValue;
    this.sites = ready.sites;
    this.counted = ready.counted;
    this.unitCost = ready.unitCost;
    this.problem = ready.problem;
    this.#parts = parts;
  }

  get original(): Worked | undefined {
    this.#original ??= { made: originalOf(this.#parts) };
    return this.#original.made;
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

function originalOf({ result, workingYear }: LineParts): Worked | undefined {
  const { name, amount } = result.input;
  if ("bySite" in amount || amount.terms !== undefined) return undefined;
  const { quantity, price } = amount;
  return multiplied(name, quantity === undefined ? [price.worked] : [quantity, price.worked], workingYear);
}
