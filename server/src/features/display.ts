/** What a person may switch off, each by a setting of its own: `wellspent.hints.lines`. Display only: no figure or finding depends on it. */
export const hintKinds = ["totals", "lines", "unitCosts", "outcomes", "benefits", "stated", "power"] as const;
export const lensKinds = ["cost", "return", "evidence", "findings", "used", "value", "power"] as const;

/** A group of figures beside the text. */
export type HintKind = (typeof hintKinds)[number];
/** What a line above a definition speaks of. */
export type LensKind = (typeof lensKinds)[number];

/** Which kinds are shown. */
export interface Display {
  readonly hints: ReadonlySet<HintKind>;
  readonly lenses: ReadonlySet<LensKind>;
}

/** What is shown where nobody has switched anything off. */
export const showAll: Display = { hints: new Set(hintKinds), lenses: new Set(lensKinds) };

/** Editor settings (the section `wellspent`) as what is shown. What is not said, or is no yes or no, is shown. */
export function displayOf(settings: unknown): Display {
  const off = (group: string, kind: string): boolean => record(record(settings)?.[group])?.[kind] === false;
  return {
    hints: new Set(hintKinds.filter((kind) => !off("hints", kind))),
    lenses: new Set(lensKinds.filter((kind) => !off("lenses", kind))),
  };
}

const record = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
