import { describe, expect, test } from "vitest";
import { kindOfFileName } from "../../server/src/schema/kind-of.ts";
import { describe as describeKey, homesOf, keyAt, keysOf, shapeAt, wordsOf } from "../../server/src/schema/lookup.ts";
import { asDoi, asId, asUrl, nearest } from "../../server/src/schema/names.ts";

describe("what is described at a path", () => {
  test("keys of mappings, through list positions", () => {
    expect(keyAt("intervention", ["costs", "lines", 0, "unit_cost"])?.example).toBe("£38/hour");
    expect(keyAt("intervention", ["costs", "lines", 0])).toBeUndefined();
    expect(keyAt("intervention", ["costs", "nothing"])).toBeUndefined();
    expect(keyAt("study", ["arms", 3, "analysed"])?.doc).toContain("analysed");
  });

  test("names of Object's own never pass for keys", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(keyAt("intervention", [name])).toBeUndefined();
      expect(shapeAt("intervention", ["stated", name])).toBeUndefined();
    }
  });

  test("the help of a key holds its words with what each means", () => {
    expect(describeKey("intervention", ["costs", "comparator", "cost"])).toMatchObject({
      name: "cost",
      required: false,
      example: "£1,900/family",
      words: { "in benefits": "Its saving is one of the benefit lines." },
    });
  });

  test("the help of a headline with a unit is the headline's", () => {
    expect(describeKey("intervention", ["stated", "net_benefit/case"])?.doc).toBe("Benefits less costs.");
    expect(describeKey("intervention", ["stated", "net_profit"])).toBeUndefined();
  });

  test("keys come in the order they are best written in, the head first", () => {
    const shape = shapeAt("study", []);
    expect(keysOf(shape ?? {})[0]?.name).toBe("study");
    expect(wordsOf(shapeAt("study", ["developer_led"])?.scalar)).toEqual({ true: "", false: "", unknown: "" });
  });

  test("where a key belongs, nearest to the top first; what stands everywhere belongs nowhere", () => {
    expect(homesOf("intervention", "lines")).toEqual([["costs"]]);
    expect(homesOf("study", "randomised")).toEqual([["arms"]]);
    expect(homesOf("intervention", "notes")).toEqual([]);
  });
});

test("file names say the kind, whatever the folder, ending and case", () => {
  expect(kindOfFileName("a/b/mst.intervention.yaml")).toBe("intervention");
  expect(kindOfFileName("a\\b\\GMCA.Unit-Costs.YML")).toBe("unit-costs");
  expect(kindOfFileName("wellspent.yml")).toBe("settings");
  for (const other of ["intervention.yaml", "x.yaml", "x.settings.yaml", "my-wellspent.yaml", "x.intervention.json"])
    expect(kindOfFileName(other), other).toBeUndefined();
});

describe("nearest names", () => {
  const known = ["price_year", "period", "perspective", "lines", "nhs"];

  test("case, spaces and hyphens do not count", () => {
    expect(nearest("Price-Year", known)).toEqual({ name: "price_year", certain: true });
  });

  test("one slip is certain in a long word, a guess in a short one", () => {
    expect(nearest("prespective", known)).toEqual({ name: "perspective", certain: true });
    expect(nearest("nsh", known)).toEqual({ name: "nhs", certain: false });
  });

  test("what is far from everything is near nothing", () => {
    expect(nearest("colour", known)).toBeUndefined();
    expect(nearest("x".repeat(10_000), known)).toBeUndefined();
    expect(nearest("a", [])).toBeUndefined();
  });
});

test("ids, addresses and DOIs that were meant", () => {
  expect(asId("MST (Edge of Care)")).toBe("mst-edge-of-care");
  expect(asId("Crèche £5")).toBe("creche-5");
  expect(asId("!!")).toBeUndefined();
  expect(asUrl("www.example.org/a")).toBe("https://www.example.org/a");
  expect(asUrl("see the report")).toBeUndefined();
  expect(asDoi("doi:10.1186/s12889-022-13691-y")).toBe("10.1186/s12889-022-13691-y");
  expect(asDoi("PMC123")).toBeUndefined();
});
