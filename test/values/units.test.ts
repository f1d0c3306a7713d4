import fc from "fast-check";
import { expect, test } from "vitest";
import {
  currencyOf,
  divideUnits,
  equalUnits,
  formatUnit,
  invert,
  isMoney,
  isTime,
  multiplyUnits,
  nearestNoun,
  plural,
  read,
  singular,
  unit,
  write,
} from "../../server/src/values/index.ts";

const nouns: [many: string, one: string][] = [
  ["families", "family"],
  ["children", "child"],
  ["pupils", "pupil"],
  ["parents", "parent"],
  ["people", "person"],
  ["activities", "activity"],
  ["courses", "course"],
  ["classes", "class"],
  ["visits", "visit"],
  ["boxes", "box"],
  ["cases", "case"],
  ["houses", "house"],
  ["nurses", "nurse"],
  ["churches", "church"],
  ["crèches", "crèche"],
  ["analyses", "analysis"],
  ["series", "series"],
  ["home-visits", "home-visit"],
  ["women", "woman"],
];

test.each(nouns)("%s is %s", (many, one) => {
  expect(singular(many)).toBe(one);
  expect(singular(one)).toBe(one);
  expect(plural(one)).toBe(many);
});

test("the plural of a noun reads back as the noun", () => {
  const word = fc.stringMatching(/^[a-z]{2,9}(-[a-z]{3,8})?$/);
  fc.assert(
    fc.property(word, (text) => {
      const one = singular(text);
      if (singular(one) === one) expect(singular(plural(one))).toBe(one);
    }),
    { examples: [["ax"], ["movy"], ["ous"]] },
  );
});

test("singular, plural, spacing and capitals are one unit", () => {
  const of = (text: string) => {
    const reading = read("quantity", text);
    return reading.ok ? formatUnit(reading.value.unit) : reading.problem.message;
  };
  expect(of("3 Home Visits per Family")).toBe("home visit/family");
  expect(of("3 home-visits/families")).toBe("home visit/family");
  expect(of("2 hrs/wk")).toBe("hour/week");
  expect(of("4 WTEs")).toBe("FTE");
  expect(of("0.1 qalys/child")).toBe("QALY/child");
});

test("a noun of several words is shown with spaces only where it reads back as the same", () => {
  const words =
    "young person foster carer home visit weekly day hour half over follow up full time number ci rate sd points week to social worker point million".split(
      " ",
    );
  const word = fc.constantFrom(...words);
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), fc.boolean(), (parts, below) => {
      const text = below ? `£12/${parts.join("-")}` : `12 ${parts.join("-")}`;
      const form = below ? "money" : "quantity";
      const once = read(form, text);
      if (!once.ok) return;
      const again = read(form, write(once.value));
      expect(again.ok && write(again.value)).toBe(write(once.value));
      expect(again.ok && again.value).toMatchObject({ unit: (once.value as { unit: unknown }).unit });
    }),
    { numRuns: 2000 },
  );
  expect(formatUnit(unit(["GBP", 1], ["young-person", -1]))).toBe("£/young person");
});

test("canonical order: money, staff, nouns, time", () => {
  const a = unit(["month", -1], ["family", -1], ["GBP", 1]);
  expect(a.powers.map(([base]) => base)).toEqual(["GBP", "family", "month"]);
  expect(formatUnit(a)).toBe("£/family/month");
  expect(formatUnit(unit(["hour", 1], ["visit", -1]), { plural: true })).toBe("hours/visit");
  expect(formatUnit(unit())).toBe("");
});

test("units form a group under multiplication", () => {
  const powers = fc.array(
    fc.tuple(fc.constantFrom("GBP", "hour", "visit", "year", "FTE"), fc.integer({ min: -2, max: 2 })),
  );
  const anyUnit = powers.map((p) => unit(...p));
  fc.assert(
    fc.property(anyUnit, anyUnit, (a, b) => {
      expect(multiplyUnits(a, b)).toEqual(multiplyUnits(b, a));
      expect(equalUnits(divideUnits(multiplyUnits(a, b), b), a)).toBe(true);
      expect(multiplyUnits(a, invert(a)).powers).toEqual([]);
    }),
  );
});

test("what is money, what is time", () => {
  expect(isMoney(unit(["GBP", 1], ["hour", -1]))).toBe(true);
  expect(currencyOf(unit(["USD", 1]))).toBe("USD");
  expect(isMoney(unit(["visit", 1], ["GBP", -1]))).toBe(false);
  expect(isTime(unit(["week", 1]))).toBe(true);
  expect(isTime(unit(["week", -1]))).toBe(false);
});

test("the nearest noun", () => {
  expect(nearestNoun("huor", ["visit", "hour"])).toBe("hour");
  expect(nearestNoun("famly", ["family", "child"])).toBe("family");
  expect(nearestNoun("familes", ["family"])).toBe("family");
  expect(nearestNoun("vist", ["visit"])).toBe("visit");
  expect(nearestNoun("visits", ["visit", "list"])).toBeUndefined();
  expect(nearestNoun("course", ["family", "visit"])).toBeUndefined();
});
