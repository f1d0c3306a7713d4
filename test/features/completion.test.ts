import { describe, expect, test } from "vitest";
import { completionHelp, completions } from "../../server/src/features/completion.ts";
import { plainText } from "../../server/src/features/completion-snippet.ts";
import { kinds } from "../../server/src/schema/kinds/index.ts";
import { type SpecPath, shapeAt } from "../../server/src/schema/lookup.ts";
import type { Kind, KindDescription } from "../../server/src/schema/shape.ts";
import { parse } from "../../server/src/syntax/index.ts";
import type { SyntaxNode } from "../../server/src/syntax/types.ts";
import { marked } from "./cursor.ts";
import { allMappings, textTo } from "./every-place.ts";
import { examples } from "./examples.ts";
import { eachWay, openProject, plain, ways } from "./ways.ts";

const library = {
  "costs.unit-costs.yaml":
    "unit_costs: local\nprice_year: 2024-25\nsource: PSSRU 2025\nentries:\n  - entry: therapist\n    title: Family therapist, band 7\n    value: £52,300/FTE/year\n",
  "care.outcome.yaml": "outcome: child-enters-care\ntitle: Child enters care\nmeasures:\n  - measure: days-in-care\n",
  "start.study.yaml": "study: start-2018\ntitle: START\ndesign: rct\ncountry: England\n",
};

const HEAD = "intervention: a\npopulation:\n  unit: family\n";

eachWay((way) => {
  const complete = (text: string, path?: string) => {
    const at = marked(way, text, { files: library, ...(path === undefined ? {} : { path }) });
    const items = completions(at.snapshot, at.path, at.offset);
    return { ...at, items, labels: items.map((each) => each.label) };
  };
  /** The text after a completion is taken with its places left as they are. */
  const taken = (text: string, label: string, path?: string): string => {
    const { items, text: whole } = complete(text, path);
    const item = items.find((each) => each.label === label);
    if (item === undefined) throw new Error(`no "${label}" among ${items.map((each) => each.label).join(", ")}`);
    const after = whole.slice(0, item.replace.start) + plainText(item.snippet) + whole.slice(item.replace.end);
    return plain(way, after);
  };

  test("keys on an empty line stand where the line's column says", () => {
    const costs = `${HEAD}costs:\n  price_year: 2023-24\n  lines:\n    - item: Therapists\n      quantity: 4 FTE\n`;
    expect(taken(`${costs}      $0`, "unit_cost")).toBe(`${costs}      unit_cost: unknown`);
    expect(taken(`${costs}  $0`, "period")).toBe(`${costs}  period: unknown`);
    expect(taken(`${costs}$0`, "notes")).toMatch(/\nnotes: \w.*$/);
    expect(complete(`${costs}      $0`).labels).not.toContain("quantity");
    expect(complete(`${costs}  $0`).labels).not.toContain("lines");
  });

  test("a column between two levels is moved to the right one", () => {
    const costs = `${HEAD}costs:\n  lines:\n    - item: Therapists\n`;
    expect(taken(`${costs}       $0`, "quantity")).toBe(`${costs}      quantity: unknown`);
    expect(taken(`${costs}   $0`, "period")).toBe(`${costs}  period: unknown`);
  });

  test("a dash's column begins a new item, a dash is continued", () => {
    const costs = `${HEAD}costs:\n  lines:\n    - item: Therapists\n`;
    const item = "item: Therapists\n      quantity: unknown\n      unit_cost: unknown";
    expect(taken(`${costs}    $0`, "item …")).toBe(`${costs}    - ${item}`);
    expect(taken(`${costs}    - $0`, "item …")).toBe(`${costs}    - ${item}`);
    expect(taken(`${costs}    -$0`, "item …")).toBe(`${costs}    - ${item}`);
    expect(taken(`${costs}    - it$0`, "item …")).toBe(`${costs}    - ${item}`);
  });

  test("lists at the column of their key are followed", () => {
    const costs = `${HEAD}costs:\n  lines:\n  - item: Therapists\n`;
    expect(taken(`${costs}    $0`, "quantity")).toBe(`${costs}    quantity: unknown`);
    expect(complete(`${costs}    $0`).labels).not.toContain("item");
    expect(taken(`${costs}  - $0`, "item …")).toContain("  - item: Therapists\n    quantity: unknown");
  });

  test("below an empty key its mapping or list begins", () => {
    expect(taken(`${HEAD}costs:\n  $0`, "period")).toBe(`${HEAD}costs:\n  period: unknown`);
    expect(taken(`${HEAD}costs:\n  lines:\n    $0`, "item …")).toMatch(
      /lines:\n {4}- item: Therapists\n {6}quantity: unknown/,
    );
    expect(taken(`${HEAD}outcomes:\n  - outcome: child-enters-care\n    evidence:\n      $0`, "start-2018")).toMatch(
      /evidence:\n {6}- start-2018$/,
    );
  });

  test("in an empty value a mapping begins on the next line", () => {
    expect(taken(`${HEAD}costs: $0`, "all that is needed …")).toBe(
      `${HEAD}costs:\n  price_year: unknown\n  period: unknown`,
    );
    expect(taken(`${HEAD}costs:\n  comparator: $0`, "cost")).toBe(`${HEAD}costs:\n  comparator:\n    cost: unknown`);
  });

  test("a half-typed line is completed, whatever it breaks", () => {
    expect(taken(`${HEAD}costs:\n  price_year: 2023-24\n  comp$0\n  period: 3 years\n`, "comparator")).toBe(
      `${HEAD}costs:\n  price_year: 2023-24\n  comparator:\n    title: Usual services\n    cost: unknown\n  period: 3 years\n`.replace(
        "Usual services",
        "What happens otherwise",
      ),
    );
    expect(complete(`${HEAD}costs:\n  price_year: 2023-24\n  comp$0\n  period: 3 years\n`).labels).not.toContain(
      "period",
    );
  });

  test("between others, what is offered fits the lines below as well", () => {
    const rest = "  period: 3 years\n";
    expect(taken(`${HEAD}costs:\n$0\n${rest}`, "price_year")).toBe(`${HEAD}costs:\n  price_year: unknown\n${rest}`);
    expect(taken(`${HEAD}costs:\n  price_year: 2016\n$0\n${rest}`, "from")).toContain(
      "2016\n  from: unknown\n  period",
    );
    expect(taken(`${HEAD}costs:\n  price_year: 2016\n  lin$0\n    - item: x\n`, "lines")).toContain(
      "2016\n  lines:\n    - item: x\n",
    );
    expect(complete(`${HEAD}costs:\n  price_year: 2016\n  p$0\n    - item: x\n`).labels).not.toContain("period");
    const item = `${HEAD}costs:\n  lines:\n    - item: x\n`;
    expect(taken(`${item}     quan$0\n      unit_cost: £1/hour\n`, "quantity")).toBe(
      `${item}      quantity: unknown\n      unit_cost: £1/hour\n`,
    );
  });

  test("a key with its colon is only renamed", () => {
    expect(taken(`${HEAD}costs:\n  price$0: 2023-24\n`, "price_year")).toBe(`${HEAD}costs:\n  price_year: 2023-24\n`);
  });

  test("an empty document begins with its head key, the file's kind first", () => {
    const { labels } = complete("$0", "child-enters-care.outcome.yaml");
    expect(labels[0]).toBe("outcome");
    expect(labels).toContain("intervention");
    expect(taken("$0", "outcome", "child-enters-care.outcome.yaml")).toMatch(/^outcome: child-enters-care\ntitle: /);
    expect(taken("inter$0", "intervention")).toMatch(
      /^intervention: a\ntitle: .*\nstatus: proposed\npopulation:\n {2}who: /,
    );
    expect(complete("study: a\n---\n$0", "a.study.yaml").labels).toContain("study");
  });

  test("words come with what they mean", () => {
    const { items, labels } = complete(`${HEAD}status: $0`);
    expect(labels).toEqual(["proposed", "piloting", "running", "scaling", "stopping", "stopped"]);
    expect(items[0]?.detail).toBe("An idea, not yet funded.");
    expect(taken(`${HEAD}status: pi$0`, "piloting")).toBe(`${HEAD}status: piloting`);
    expect(taken(`${HEAD}status:$0`, "piloting")).toBe(`${HEAD}status: piloting`);
    expect(complete(`${HEAD}costs:\n  comparator:\n    cost: $0`).labels).toEqual(
      expect.arrayContaining(["already deducted", "in benefits", "none", "unknown"]),
    );
    expect(complete(`${HEAD}costs:\n  lines:\n    - item: x\n      of: $0`).labels).toContain("completers");
    expect(complete(`${HEAD}costs:\n  lines:\n    - item: x\n      who_pays: [nhs, $0]`).labels).toContain("schools");
    expect(complete(`${HEAD}costs:\n  lines:\n    - item: x\n      who_pays: [nhs, $0]`).labels).not.toContain("nhs");
  });

  test("ids come from other files", () => {
    expect(complete(`${HEAD}outcomes:\n  - outcome: $0`).labels).toEqual(["child-enters-care"]);
    expect(taken(`${HEAD}outcomes:\n  - outcome: x\n    evidence: [st$0]`, "start-2018")).toMatch(
      /evidence: \[start-2018\]$/,
    );
    expect(taken(`${HEAD}outcomes:\n  - outcome: x\n    evidence: $0`, "start-2018")).toMatch(
      /evidence: \[start-2018\]$/,
    );
    expect(complete(`${HEAD}outcomes:\n  - outcome: child-enters-care\n    measure: $0`).labels).toEqual([
      "days-in-care",
    ]);
  });

  test("a study's result is offered the measures of its outcome", () => {
    const text = "study: s\nresults:\n  - outcome: child-enters-care\n    measure: $0";
    expect(complete(text, "s.study.yaml").labels).toEqual(["days-in-care"]);
  });

  test("a unit cost shows its value, price year and source", () => {
    const { items, snapshot } = complete(`${HEAD}costs:\n  lines:\n    - item: x\n      unit_cost: loc$0`);
    const item = items.find((each) => each.label === "local/therapist");
    expect(item?.detail).toBe("£52,300/FTE/year · 2024-25 prices · PSSRU 2025");
    expect(item?.brief).toBe("£52,300/FTE/year · 2024-25");
    expect(item?.filter).toContain("Family therapist");
    expect(item?.help && completionHelp(snapshot, item.help)).toContain("Family therapist, band 7");
  });

  test("after a number come the units that this file speaks of", () => {
    const text = `${HEAD}costs:\n  lines:\n    - item: x\n      quantity: 12 visits/family\n    - item: y\n      quantity: `;
    expect(complete(`${text}1.5 hours/$0`).labels.slice(0, 2)).toEqual(["family", "visit"]);
    expect(complete(`${text}3 $0`).labels.slice(0, 2)).toEqual(["families", "visits"]);
    expect(taken(`${text}12 vis$0`, "visits")).toBe(`${text}12 visits`);
    expect(taken(`${text}12 visits/fam$0`, "family")).toBe(`${text}12 visits/family`);
    expect(complete(`${HEAD}costs:\n  period: 3 $0`).labels).toEqual([
      "minutes",
      "hours",
      "days",
      "weeks",
      "fortnights",
      "months",
      "years",
    ]);
  });

  test("the word being written is no use of itself", () => {
    const lines = `${HEAD}costs:\n  lines:\n    - item: x\n      amount: £1/`;
    expect(complete(`${lines}wombat$0`).labels).not.toContain("wombat");
    expect(complete(`${lines}family$0`).labels).toContain("family");
    expect(complete(`${lines}wombat$0\n    - item: y\n      amount: £2/wombat\n`).labels).toContain("wombat");
  });

  test("price years in use come first", () => {
    const { items } = complete(`${HEAD}costs:\n  price_year: $0\n  lines:\n    - item: x\n      price_year: 2019-20\n`);
    expect(items[0]).toMatchObject({ label: "2019-20", detail: "used in this file" });
    expect(items.map((each) => each.label)).toEqual(expect.arrayContaining(["2023-24", "unknown"]));
  });

  test("findings are offered where settings give them a severity", () => {
    expect(taken("root: true\nrules:\n  $0", "costing/no-payer", "wellspent.yaml")).toMatch(/costing\/no-payer: \w+$/);
    expect(complete("root: true\nrules:\n  costing/no-payer: $0", "wellspent.yaml").labels).toContain("off");
  });

  test("a suppression is written word by word, the codes found below first", () => {
    expect(taken(`${HEAD}# well$0\nstatus: nearly\n`, "wellspent-disable-next-line")).toBe(
      `${HEAD}# wellspent-disable-next-line\nstatus: nearly\n`,
    );
    const { items } = complete(`${HEAD}# wellspent-disable-next-line $0\nstatus: nearly\n`);
    expect(items[0]?.label).toBe("schema/unknown-word");
    expect(complete(`${HEAD}status: running # wellspent-disable-line $0`).labels).toContain("costing/no-payer");
    expect(complete(`${HEAD}# wellspent-disable-next-line costing/no-payer -- be$0`).labels).toEqual([]);
  });

  test("nothing is offered inside prose", () => {
    expect(complete(`${HEAD}notes: |\n  Some st$0\n`).labels).toEqual([]);
    expect(complete(`${HEAD}notes: |\n  Some\n  $0\n`).labels).toEqual([]);
    expect(complete(`${HEAD}notes: Some text $0`).labels).toEqual([]);
    expect(complete(`${HEAD}title: "A # $0`).labels).toEqual([]);
  });

  test("each label once", () => {
    for (const text of [
      `${HEAD}$0`,
      `${HEAD}costs:\n  lines:\n    - $0`,
      `${HEAD}costs:\n  comparator:\n    cost: $0`,
    ]) {
      const { labels } = complete(text);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

const unknownKeys = (kind: Kind, node: SyntaxNode | undefined, path: SpecPath = []): string[] => {
  if (node?.kind === "mapping")
    return node.entries.flatMap((entry) => {
      const own = [...path, entry.key.text];
      return shapeAt(kind, own) === undefined ? [own.join(".")] : unknownKeys(kind, entry.value, own);
    });
  return node?.kind === "sequence" ? node.items.flatMap((item) => unknownKeys(kind, item, [...path, 0])) : [];
};

eachWay((way) => {
  describe("a snippet never leaves the document invalid", () => {
    for (const kind of Object.keys(kinds) as Kind[])
      test(kind, () => {
        const path = kind === "settings" ? "wellspent.yaml" : `a.${kinds[kind].suffix}.yaml`;
        let tried = 0;
        for (const place of [...allMappings(kind), "start" as const]) {
          const text = place === "start" ? "$0" : textTo(kind, place);
          const at = marked(way, text, { path, files: library });
          const before = parse(at.text).issues.length;
          for (const item of completions(at.snapshot, at.path, at.offset)) {
            const after =
              at.text.slice(0, item.replace.start) + plainText(item.snippet) + at.text.slice(item.replace.end);
            const parsed = parse(after);
            expect(
              parsed.issues.slice(before).map((issue) => issue.kind),
              after,
            ).toEqual([]);
            const root = parsed.documents[0]?.root;
            const first = root?.kind === "mapping" ? root.entries[0]?.key.text : undefined;
            const named = Object.values(kinds).find(
              (each: KindDescription<unknown>) => each.head === first && first !== undefined,
            );
            expect(unknownKeys(named?.kind ?? kind, root), after).toEqual([]);
            tried++;
          }
        }
        expect(tried).toBeGreaterThan(20);
      });
  });

  test("wherever the cursor is: an answer on its own line, once each, that parses no worse", () => {
    const snapshot = openProject(way, examples).snapshot();
    let tried = 0;
    for (const [nth, path] of Object.keys(examples).entries()) {
      const text = snapshot.text(path) ?? "";
      const before = parse(text).issues.length;
      // Each way begins elsewhere: together they look everywhere.
      for (let offset = nth + 97 * ways.indexOf(way); offset <= text.length; offset += 97 * ways.length) {
        // Between the two characters of a line end no cursor stands.
        if (text[offset - 1] === "\r") continue;
        const items = completions(snapshot, path, offset);
        expect(new Set(items.map((each) => each.label)).size).toBe(items.length);
        for (const [index, { replace, snippet }] of items.entries()) {
          expect(replace.start).toBeLessThanOrEqual(offset);
          expect(replace.end).toBeGreaterThanOrEqual(offset);
          expect(text.slice(replace.start, replace.end)).not.toMatch(/[\r\n]/);
          if (index % 7 !== 0) continue;
          const after = text.slice(0, replace.start) + plainText(snippet) + text.slice(replace.end);
          expect(parse(after).issues.length, after.slice(Math.max(0, offset - 200), offset + 200)).toBeLessThanOrEqual(
            before,
          );
          tried++;
        }
      }
    }
    expect(tried).toBeGreaterThan(75);
  });
});
