import { derive, type Step, type Telling, tellingOf } from "../../costing/derive.ts";
import type { Figure } from "../../costing/figure.ts";
import type { Worked } from "../../costing/worked.ts";
import { shown } from "../../report/words.ts";
import type { Place } from "../../syntax/types.ts";
import { formatUnit } from "../../values/units.ts";
import type { FilePath } from "../../workspace/types.ts";
import { type Lines, linesOf } from "../positions.ts";
import type { Home } from "../visit.ts";

/** Writes figures of one spec, with the places they come from. */
export class Writer {
  readonly #home: Home;
  readonly #lines: Map<string, Lines>;
  readonly #derivation: boolean;
  readonly #cite: Telling["cite"];

  constructor(home: Home, lines: Map<string, Lines>, derivation: boolean, cite?: Telling["cite"]) {
    this.#home = home;
    this.#lines = lines;
    this.#derivation = derivation;
    this.#cite = cite;
  }

  /** The same for figures that rest on another file of the project. */
  of(path: FilePath): Writer {
    return new Writer({ ...this.#home, path }, this.#lines, this.#derivation, this.#cite);
  }

  /** Figures by their keys: `npv`, `cost_by_payer/nhs`. */
  figures(
    figures: ReadonlyMap<string, Figure>,
    interval?: (id: string, of: string | undefined) => object | null | undefined,
  ) {
    return Object.fromEntries(
      [...figures].map(([key, figure]) => {
        const found = interval?.(figure.id, figure.of);
        return [key, { ...this.figure(figure), ...(found === undefined ? {} : { interval: found }) }];
      }),
    );
  }

  figure(figure: Figure) {
    return {
      id: figure.id,
      ...(figure.of === undefined ? {} : { of: figure.of }),
      title: figure.title,
      ...this.#sized(figure),
      price_year: figure.priceYear ?? null,
      basis: figure.basis,
      complete: figure.complete,
      ...(this.#derivation ? { derivation: this.#step(figure.derive()) } : {}),
    };
  }

  /** An amount of one line, which is no headline of its own. */
  amount(id: string, worked: Worked, priceYear: string | undefined) {
    return {
      id,
      ...this.#sized(worked),
      price_year: priceYear ?? null,
      basis: worked.basis,
      complete: worked.value !== undefined && worked.missing.length === 0,
      ...(this.#derivation
        ? { derivation: this.#step(derive(worked, undefined, tellingOf(priceYear, this.#cite))) }
        : {}),
    };
  }

  place(place: Place) {
    const { snapshot, path, project } = this.#home;
    const at = snapshot.locate(path, place);
    const known = this.#lines.get(`${project.root}\0${at.path}`) ?? linesOf(snapshot.text(at.path) ?? "");
    this.#lines.set(`${project.root}\0${at.path}`, known);
    return { path: project.show(at.path), range: known.range(at.span) };
  }

  #sized(worked: Pick<Worked, "value" | "unit" | "low" | "high" | "missing" | "none" | "unverified">) {
    return {
      value: worked.value ?? null,
      unit: formatUnit(worked.unit),
      shown: shown(worked),
      low: worked.low ?? null,
      high: worked.high ?? null,
      missing: worked.missing.map(({ reason, what }) => ({ reason, what })),
      ...(worked.none === undefined ? {} : { none: worked.none }),
      ...(worked.unverified.length === 0 ? {} : { unverified: [...worked.unverified] }),
    };
  }

  #step(step: Step): object {
    return {
      label: step.label,
      operation: step.operation,
      ...this.#sized({ ...step, low: step.low, high: step.high, none: step.none }),
      basis: step.basis,
      ...(step.priceYear === undefined ? {} : { price_year: step.priceYear }),
      ...(step.note === undefined ? {} : { note: step.note }),
      ...(step.source === undefined ? {} : { source: step.source }),
      ...(isPlace(step.ref) ? { at: this.place(step.ref) } : {}),
      operands: step.operands.map((operand) => this.#step(operand)),
    };
  }
}

const isPlace = (ref: object | undefined): ref is Place => ref !== undefined && "chunk" in ref && "start" in ref;

/** Payers or gainers with their shares. */
export const partiesJson = (parties: readonly (readonly [party: string, share: number])[]) =>
  parties.map(([party, share]) => ({ party, share }));
