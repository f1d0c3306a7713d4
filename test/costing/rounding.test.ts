import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkStated, type Printed } from "../../server/src/costing/stated.ts";
import { difference, given, quotient, sum, type Worked } from "../../server/src/costing/worked.ts";
import { read } from "../../server/src/values/index.ts";
import { unit } from "../../server/src/values/units.ts";

const money = (text: string, label = text): Worked => {
  const reading = read("money", text);
  if (!reading.ok) throw new Error(text);
  const { value, written, about } = reading.value;
  return given(label, value, {
    unit: unit(["GBP", 1]),
    place: written.finest,
    coarse: about ? written.lastNonZero : undefined,
  });
};

const printed = (text: string): Printed => {
  const reading = read("stated", text);
  if (!reading.ok || reading.value.kind === "word") throw new Error(text);
  const { value, written } = reading.value;
  return { kind: "figure", low: value, high: value, written };
};

const verdict = (worked: Worked, text: string) => checkStated(printed(text), [worked]).kind;

test.each([
  ["SS1.1, yearly parts", ["£274", "£28,080", "£945", "£281"], "£29,580", "agrees"],
  ["SS1.4, yearly parts", ["£138", "£306,458", "£1,862", "£7,159", "£182"], "£317,127", "disagrees"],
  ["SS2.0, 701 printed as 700", ["£468", "£233"], "£700", "agrees"],
  ["SS4.1", ["£15,000", "£6,250", "£1,250", "£2,500"], "£25,000", "agrees"],
  ["SS15.3, 3,370 printed as 3,368", ["£1,588", "£1,278", "£437", "£67"], "£3,368", "agrees"],
  ["SS16.0", ["£1,849", "£1,148", "£186", "£23"], "£3,206", "agrees"],
  ["CR2.0", ["£1,171", "£581", "£415", "£193", "£110"], "£2,470", "agrees"],
  ["E&S2.0, 9,218.63 printed as 9,219", ["£7,181.00", "£63.69", "£970.44", "£1,003.50"], "£9,219", "agrees"],
  ["BMJ Open T6, site D, £10 out", ["£44 423", "£5144", "£3000", "£2250", "£15 000"], "£69 827", "disagrees"],
])("%s", (_, parts, total, kind) => {
  expect(
    verdict(
      sum(
        "Total",
        parts.map((part) => money(part)),
      ),
      total,
    ),
  ).toBe(kind);
});

test("E-SEE: 446 / 0.034 is 13,118, printed 13,011, within the rounding of the QALY gain", () => {
  const gain = given("QALY gained", 0.034, { place: -3 });
  expect(quotient("ICER", money("£446"), gain).value).toBeCloseTo(13_117.6, 1);
  expect(verdict(quotient("ICER", money("£446"), gain), "£13,011")).toBe("agrees");
  expect(verdict(quotient("ICER", money("£446"), gain), "£12,800")).toBe("disagrees");
});

test("Sure Start: 5.6 / 2.7 may lie from 1.98 to 2.17, so 2.05 agrees and 1.9 does not", () => {
  const ratio = quotient("Ratio", sum("Benefit", [money("£0.6bn"), money("£1.9bn"), money("£3.1bn")]), money("£2.7bn"));
  expect(verdict(ratio, "2.05")).toBe("agrees");
  expect(verdict(ratio, "1.9")).toBe("disagrees");
  expect(verdict(sum("Fiscal", [money("£0.6bn"), money("£1.9bn")]), "£2.4bn")).toBe("agrees");
});

test("a finer place written in any part holds for all parts of the sum", () => {
  expect(verdict(sum("Total", [money("£100.25"), money("£200")]), "£300.75")).toBe("disagrees");
  expect(verdict(sum("Total", [money("£100"), money("£200")]), "£300.75")).toBe("agrees");
});

test("`about` widens a part to half of its last non-zero digit", () => {
  expect(verdict(sum("Total", [money("about £1,200"), money("£300")]), "£1,540")).toBe("agrees");
  expect(verdict(sum("Total", [money("£1,200"), money("£300")]), "£1,540")).toBe("disagrees");
});

test("a gap of a ten-thousandth or less is worth knowing, not a warning", () => {
  const total = sum("Total", [money("£302,022.61")]);
  expect(checkStated(printed("£302,022.21"), [total])).toMatchObject({ kind: "disagrees", level: "information" });
  expect(checkStated(printed("£302,122.21"), [total])).toMatchObject({ kind: "disagrees", level: "warning" });
});

interface Row {
  readonly program: string;
  readonly total: number;
  readonly taxpayers: number;
  readonly others: number;
  readonly cost: number;
  readonly net: number;
  readonly ratio: string;
}

function rows(): readonly Row[] {
  const text = readFileSync(new URL("./fixtures/wsipp-2017-12.csv", import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#") && !line.startsWith("program,"))
    .map((line) => {
      const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) => cell);
      const [program = "", , total, taxpayers, others, cost, net, ratio = ""] = cells;
      return {
        program,
        total: Number(total),
        taxpayers: Number(taxpayers),
        others: Number(others),
        cost: Number(cost),
        net: Number(net),
        ratio,
      };
    });
}

test("all 108 WSIPP rows agree: total, net and ratio (December 2017)", () => {
  const all = rows();
  expect(all).toHaveLength(108);
  const dollars = (value: number): string => `${value < 0 ? "-" : ""}$${Math.abs(value)}`;
  for (const row of all) {
    const total = sum("Total benefits", [money(dollars(row.taxpayers)), money(dollars(row.others))]);
    const cost = money(dollars(-row.cost));
    expect(verdict(total, dollars(row.total)), `${row.program}: total`).toBe("agrees");
    expect(verdict(difference("Net", total, cost), dollars(row.net)), `${row.program}: net`).toBe("agrees");
    if (row.ratio !== "" && row.ratio !== "n/a")
      expect(verdict(quotient("Ratio", total, cost), row.ratio), `${row.program}: ratio ${row.ratio}`).toBe("agrees");
  }
});

test("the WSIPP check can fail: ten dollars more in any total is caught where it is printed to the dollar", () => {
  const [row] = rows();
  if (row === undefined) throw new Error("no rows");
  const total = sum("Total benefits", [money(`$${row.taxpayers}`), money(`$${row.others}`)]);
  expect(verdict(total, `$${row.total + 13}`)).toBe("disagrees");
});
