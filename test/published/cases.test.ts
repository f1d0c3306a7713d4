/** Every complete published case that is a plain cost, a stated total or a price year: at the precision printed, misprints found. */
import { describe, expect, test } from "vitest";
import { assessUnitCosts, type EntryAssessment, type StatedCheck } from "../../server/src/model/assess/index.ts";
import type { Finding } from "../../server/src/rules/types.ts";
import { formatFigure, read } from "../../server/src/values/index.ts";
import {
  amountOf,
  assessmentOf,
  cases,
  type Document,
  digitsAt,
  documentOf,
  type PublishedCase,
  type PublishedFigure,
  placeOf,
} from "./support.ts";

/**
 * Agree by rounding only: the source worked with finer figures than it prints (or rounded once more), so that our figure shows other
 * last digits. These are the digits ours shows at the printed place; every other figure shows the print itself.
 */
const withinRounding: Readonly<Record<string, string>> = {
  "we-foster total": "701",
  "we-cdsave total": "3370",
  "we-bmjopen-t6 cost per course, all": "520729",
  "we-esee cost per QALY, caregiver": "13118",
  "we-surestart public purse": "25",
  "we-surestart total benefit per £1": "207",
  "we-wsipp-safecare total benefits": "3747",
  "we-wsipp-safecare benefits minus costs": "3562",
  "we-wsipp-fdtc benefits minus costs": "-11603",
  "we-wsipp-mst total benefits": "12654",
  "we-wsipp-tp4i total benefits": "3330",
  "we-wsipp-tp4i benefits minus costs": "2338",
  "we-wsipp-sfp1014 total benefits": "5382",
  "we-wsipp-paths total benefits": "7488",
  "we-wsipp-paths benefits minus costs": "7128",
  "we-wsipp-altresp benefit to cost ratio": "1354",
  "we-wsipp-pat benefits minus costs": "-3925",
  "we-wsipp-nfp2016 total benefits": "19158",
  "we-wsipp-tpsys2015 benefit to cost ratio": "747",
  "we-wsipp-homeb22 benefits minus costs": "16972",
  "we-wsipp-jj-fftpost total benefits": "148270",
  "we-wsipp-jj-fftpost benefits minus costs": "140360",
  "we-wsipp-jj-fftpost benefit to cost ratio": "1874",
  "wsipp-mst-2017may benefits minus costs": "11101",
  "wsipp-mst-2018 total benefits": "14135",
  "wsipp-mst-2018 benefits minus costs": "6162",
};

const ours = new Set(["costing/stated-disagrees", "costing/parts-disagree", "costing/once-only-in-yearly-total"]);
const stated = cases.filter(
  ({ kind }) => kind !== "price_year" && kind !== "discounting" && kind !== "published_total",
);

describe.each(stated)("$from_id: $title", (published) => {
  const document = documentOf(published);
  const findings = document.snapshot.findings(document.path).filter(({ code }) => ours.has(code));

  test("has as many findings on printed figures as misprints, and no errors", () => {
    const misprints = published.published.filter(({ verdict }) => verdict === "misprint");
    expect(findings.map(({ message }) => message)).toHaveLength(misprints.length);
    expect(document.snapshot.findings(document.path).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(published.published)("$name, printed $printed: $verdict", (figure) => {
    if (figure.at.startsWith("entries.")) return checkEntry(published, figure, document, findings);
    if (figure.at.startsWith("shares.")) return checkShare(published, figure, document);
    checkHeadline(published, figure, document, findings);
  });
});

function checkEntry(
  published: PublishedCase,
  figure: PublishedFigure,
  document: Document,
  findings: readonly Finding[],
) {
  const { entry, check } = entryOf(published, document);
  const written = entry.value?.value?.written;
  if (written === undefined) throw new Error("no printed amount");
  const sum = amountOf(check.sum);
  expect(entry.value?.text.startsWith(figure.printed)).toBe(true);
  expect(sum).toBeCloseTo(figure.computed ?? Number.NaN, 6);
  const shown = digitsAt(sum, written.decimals ? written.finest : 0);
  const printed = (entry.value?.value?.value ?? Number.NaN).toString();
  if (figure.verdict === "misprint") {
    expect(check.verdict.kind).toBe("disagrees");
    expect(findings[0]?.message).toContain(entry.value?.text);
    expect(findings[0]?.message).toContain(formatFigure({ value: sum, unit: check.sum.unit }));
    expect(findings[0]?.message).toContain(
      formatFigure({ value: figure.gap ?? 0, unit: check.sum.unit }).split("/")[0],
    );
    return;
  }
  expect(check.verdict.kind).toBe("agrees");
  expect(shown.replaceAll(",", "")).toBe(withinRounding[`${published.id} ${figure.name}`] ?? printed);
}

function checkShare(published: PublishedCase, figure: PublishedFigure, document: Document) {
  const shares = new Map(entryOf(published, document).check.shares);
  const share = shares.get(figure.at.replace("shares.", ""));
  expect(`${((share ?? Number.NaN) * 100).toFixed(0)}%`).toBe(figure.printed);
}

function entryOf(published: PublishedCase, { spec }: Document): EntryAssessment {
  if (spec.kind !== "unit-costs" || spec.reading === undefined) throw new Error("not a library");
  const found = assessUnitCosts(spec.reading).entries.find(({ entry }) => entry.entry?.value === published.entry);
  if (found === undefined) throw new Error(`no entry ${published.entry}`);
  return found;
}

function checkHeadline(
  published: PublishedCase,
  figure: PublishedFigure,
  document: Document,
  findings: readonly Finding[],
) {
  const check = headlineOf(figure.at, document);
  const { verdict } = check;
  const finding = findings.find(
    ({ span }) => span.start === document.snapshot.locate(document.path, check.at).span.start,
  );
  switch (figure.verdict) {
    case "agrees": {
      expect(verdict.kind).toBe("agrees");
      expect(finding).toBeUndefined();
      if (verdict.kind !== "agrees") return;
      if (verdict.worked.none !== undefined) return expect(figure.printed).toBe("n/a");
      const value = amountOf(verdict.worked);
      expect(value).toBeCloseTo(figure.computed ?? Number.NaN, 5);
      expectShown(published, figure, check, value);
      return;
    }
    case "misprint": {
      if (verdict.kind !== "disagrees") throw new Error(`${figure.name}: ${verdict.kind}`);
      expect(verdict.worked.value).toBeCloseTo(figure.computed ?? Number.NaN, 5);
      expect(verdict.gap).toBeCloseTo(figure.gap ?? Number.NaN, 2);
      const places = Math.max(0, -(check.written?.finest ?? 0));
      const money = (value: number) => formatFigure({ value, unit: verdict.worked.unit }, { places });
      expect(finding?.message).toContain(check.printed);
      expect(finding?.message).toContain(money(verdict.worked.value ?? Number.NaN));
      expect(finding?.message).toContain(`${money(Math.abs(verdict.gap))} ${verdict.gap > 0 ? "less" : "more"}`);
      expect(finding?.severity).toBe(
        Math.abs(verdict.gap) > 0.0001 * (verdict.worked.value ?? 0) ? "warning" : "information",
      );
      return;
    }
    case "agrees-if-closed": {
      if (verdict.kind !== "incomplete") throw new Error(`${figure.name}: ${verdict.kind}`);
      expect(verdict.worked.value).toBeCloseTo(figure.computed ?? Number.NaN, 5);
      const id = check.figure?.id;
      const closed = check.explainedBy?.closed.find((one) => one.id === closedId(check.headline, id));
      expect(closed?.value).toBeCloseTo(figure.closed ?? Number.NaN, 5);
      expect(closed?.basis).toBe("inferred");
      expectShown(published, figure, check, closed?.value ?? Number.NaN);
      return;
    }
    case "not-computable":
      if (verdict.kind === "not known") expect(verdict.missing.map(({ what }) => what).join()).not.toBe("");
      else expect(verdict.kind).toBe("not checked");
      expect(finding).toBeUndefined();
  }
}

/** A headline per case or starter closes through the figure per starter. */
const closedId = (headline: string, id: string | undefined): string | undefined =>
  headline.includes("/") && id !== undefined && !id.endsWith("_per_starter") ? `${id}_per_starter` : id;

/** The figure as we show it at the printed places is the print itself. */
function expectShown(published: PublishedCase, figure: PublishedFigure, check: StatedCheck, value: number) {
  const form = read("stated", check.printed);
  expect(form.ok && check.written !== undefined, check.printed).toBe(true);
  if (!form.ok || check.written === undefined || form.value.kind === "word") return;
  const printed = form.value;
  if (printed.range !== undefined) return expect(value >= printed.range.low && value <= printed.range.high).toBe(true);
  const place = placeOf(check.written);
  const rounding = withinRounding[`${published.id} ${figure.name}`];
  expect(digitsAt(value, place).replaceAll(",", "")).toBe(
    rounding ?? digitsAt(printed.value, place).replaceAll(",", ""),
  );
}

function headlineOf(at: string, document: Document): StatedCheck {
  const scenario = /^scenarios\.(.+)\.stated\./.exec(at)?.[1];
  const outcome = /^outcomes\.(.+)\.stated\./.exec(at)?.[1];
  const name = at.slice(at.indexOf("stated.") + "stated.".length);
  const checks =
    scenario === undefined
      ? assessmentOf(document).stated
      : assessmentOf(document).scenarios.find((one) => one.name === scenario)?.assessment?.stated;
  const found = checks
    ?.filter((check) => check.outcome === outcome)
    .find(({ headline, site }) => (site === undefined ? headline : `${headline}.${site}`) === name);
  if (found === undefined) throw new Error(`nothing stated at ${at}`);
  return found;
}
