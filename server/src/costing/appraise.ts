/** From a case to its figures. */
import { unit } from "../values/units.ts";
import { netByParty } from "./agencies.ts";
import { benefitFigures, benefitsLeftOut, notKnown, type PaybackPath, paybackPath } from "./benefit-figures.ts";
import type { BenefitResult, LeftOut } from "./benefits.ts";
import { breakEvenFigures } from "./break-even.ts";
import type { AppraisalSettings, CaseInput } from "./case.ts";
import { costFigures } from "./cost-figures.ts";
import { type Figure, figure, figureKey } from "./figure.ts";
import type { FigureId } from "./figures.ts";
import { outcomeFigures } from "./outcome-figures.ts";
import type { Prices } from "./price-years.ts";
import { type KnownResults, type Run, runCase } from "./run.ts";
import { siteFigures } from "./sites.ts";
import { oneStarter } from "./volumes.ts";
import { type Missing, quotient, type Worked } from "./worked.ts";

export interface Appraised {
  readonly prices: Prices;
  /** The whole service. */
  readonly whole: Run;
  /** One participant, worked out where the number of starters or the period is not known. */
  readonly single: Run | undefined;
  readonly figures: ReadonlyMap<string, Figure>;
  /** What the figures were made with, for further sums on the same lines. */
  readonly sheet: Sheet;
  /** Why each benefit that was not added was not. */
  readonly leftOut: ReadonlyMap<BenefitResult, LeftOut>;
  /** How public costs and fiscal benefits add up over the years; undefined where there is no cost or no benefit at all. */
  readonly paybackPath: PaybackPath | undefined;
}

/** Sums that the figures are made of, kept together so that each is worked out once. */
export interface Sheet {
  readonly input: CaseInput;
  readonly settings: AppraisalSettings;
  readonly prices: Prices;
  readonly whole: Run;
  readonly single: Run | undefined;
  put(id: FigureId, worked: Worked, of?: string): Worked;
  /** Per starter: a total over the starters, or the same sum worked out for one participant. */
  perStarter(label: string, of: (run: Run) => Worked): Worked;
  /** A ratio or its like, from the whole service; from one participant where volumes are not known and that says more. */
  better(of: (run: Run) => Worked): Worked;
  /**
   * A difference or ratio of the whole service: not known where the number of starters is not, and some part waits for it. What is left
   * are the sums that no participant multiplies, and their balance says nothing of the service's.
   */
  ofAll(worked: Worked): Worked;
}

/** Lines already worked out for the same volumes, prices and settings, by their inputs; those that are not are added. */
export interface KnownLines {
  readonly whole: KnownResults;
  readonly single: KnownResults;
}

/** Works out every figure of a case in given prices. Linear in the number of lines. */
export function appraise(input: CaseInput, prices: Prices, settings: AppraisalSettings, known?: KnownLines): Appraised {
  const whole = runCase(input, input.volumes, prices, settings, known?.whole);
  const { starters } = input.volumes.bases;
  const alone = starters.value === undefined || input.volumes.period.value === undefined;
  const single = alone
    ? runCase(
        input,
        oneStarter(input.volumes, input.perStarter.ratios, input.perStarter.things),
        prices,
        settings,
        known?.single,
      )
    : undefined;
  const figures = new Map<string, Figure>();
  const sheet: Sheet = {
    input,
    settings,
    prices,
    whole,
    single,
    put(id, worked, of) {
      figures.set(figureKey(id, of), figure(id, worked, prices.target?.label, of, input.cite));
      return worked;
    },
    perStarter(label, of) {
      if (starters.value !== undefined || single === undefined) {
        const total = of(whole);
        return quotient(label, total, starters, { unit: perParticipant(total, input) });
      }
      const one = of(single);
      return quotient(label, one, single.volumes.bases.starters, { unit: perParticipant(one, input) });
    },
    better(of) {
      const all = sheet.ofAll(of(whole));
      if (single === undefined || (all.value !== undefined && all.missing.length === 0)) return all;
      const one = of(single);
      if (one.value === undefined && one.none === undefined) return all;
      return all.value === undefined || one.missing.length < all.missing.length ? one : all;
    },
    ofAll(worked) {
      return starters.value === undefined && worked.missing.some(lacksVolume) ? notKnown(worked) : worked;
    },
  };
  return new LazyAppraisal(sheet, figures);
}

/** Figures are made when asked for: a check of a long repository asks for those of few specs. */
class LazyAppraisal implements Appraised {
  readonly prices: Prices;
  readonly whole: Run;
  readonly single: Run | undefined;
  readonly sheet: Sheet;
  /** What the sheet puts down. */
  readonly #figures: Map<string, Figure>;
  #made = false;
  #leftOut: ReadonlyMap<BenefitResult, LeftOut> | undefined;

  constructor(sheet: Sheet, figures: Map<string, Figure>) {
    this.prices = sheet.prices;
    this.whole = sheet.whole;
    this.single = sheet.single;
    this.sheet = sheet;
    this.#figures = figures;
  }

  get figures(): ReadonlyMap<string, Figure> {
    if (!this.#made) {
      this.#made = true;
      costFigures(this.sheet);
      siteFigures(this.sheet);
      outcomeFigures(this.sheet);
      benefitFigures(this.sheet);
      if (this.whole.benefits.length > 0 && this.sheet.input.costs.length > 0) {
        netByParty(this.sheet);
        breakEvenFigures(this.sheet);
      }
    }
    return this.#figures;
  }

  get leftOut(): ReadonlyMap<BenefitResult, LeftOut> {
    this.#leftOut ??= benefitsLeftOut(this.sheet);
    return this.#leftOut;
  }

  get paybackPath(): PaybackPath | undefined {
    const { whole, input } = this.sheet;
    return whole.benefits.length === 0 || input.costs.length === 0 ? undefined : paybackPath(this.sheet);
  }
}

const lacksVolume = ({ reason, because }: Missing): boolean =>
  reason === "volume-unknown" || (because ?? []).some(lacksVolume);

function perParticipant(total: Worked, input: CaseInput) {
  const participant = input.volumes.unit === "" ? "participant" : input.volumes.unit;
  const above = total.unit.powers.filter(([base, power]) => power > 0 && base !== participant);
  return unit(...above, [participant, -1]);
}
