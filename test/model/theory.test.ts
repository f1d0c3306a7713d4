/** Theories of change as graphs, held against a search of every path. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Link,
  leadNowhere,
  type Step,
  type StepKind,
  type Theory,
  uncaused,
} from "../../server/src/model/assess/plan/index.ts";

const at = { chunk: { text: "" }, start: 0, end: 0 } as unknown as Step["at"];
const kinds: readonly StepKind[] = ["input", "activity", "output", "outcome", "impact"];

const theories: fc.Arbitrary<Theory> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 7 }),
    links: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 12 }),
  })
  .map(({ kinds: all, links }) => ({
    summary: undefined,
    steps: all.map((kind, index): Step => ({ name: `s${index}`, kind, title: "", outcome: undefined, at })),
    links: links
      .filter(([from, to]) => from < all.length && to < all.length)
      .map(([from, to]): Link => ({ from: `s${from}`, to: `s${to}`, assumption: undefined, evidence: [], at })),
    unknown: [],
  }));

/** Whether a path of at most as many links as there are steps leads from one to the other. */
function leads(links: readonly Link[], from: string, to: string, left: number): boolean {
  if (from === to) return true;
  return left > 0 && links.some((link) => link.from === from && leads(links, link.to, to, left - 1));
}

const isEnd = ({ kind }: Step): boolean => kind === "outcome" || kind === "impact";
const isStart = ({ kind }: Step): boolean => kind === "input" || kind === "activity";

test("a chain breaks off exactly where no path leads to an outcome, and an outcome is uncaused exactly where none leads to it", () =>
  fc.assert(
    fc.property(theories, (theory) => {
      const { steps, links } = theory;
      const reaches = (from: Step, to: Step): boolean => leads(links, from.name, to.name, steps.length);
      const names = (some: readonly Step[]): readonly string[] => some.map(({ name }) => name);
      expect(names(leadNowhere(theory))).toEqual(
        names(steps.filter((step) => !isEnd(step) && !steps.some((end) => isEnd(end) && reaches(step, end)))),
      );
      expect(names(uncaused(theory))).toEqual(
        names(steps.filter((step) => isEnd(step) && !steps.some((start) => isStart(start) && reaches(start, step)))),
      );
    }),
  ));
