import { expect, test } from "vitest";
import { codeActions } from "../../server/src/features/code-actions.ts";
import type { Change } from "../../server/src/features/code-actions-types.ts";
import { parse } from "../../server/src/syntax/index.ts";
import { marked } from "./cursor.ts";
import { examples } from "./examples.ts";
import { eachWay, openProject, plain, plainLine, ways } from "./ways.ts";

/** Text after the edits of one file. */
function applied(text: string, path: string, change: Change): string {
  let after = text;
  const own = change.edits.filter((each) => each.path === path);
  for (const { span, text: put } of [...own].sort((a, b) => b.span.start - a.span.start))
    after = after.slice(0, span.start) + put + after.slice(span.end);
  return after;
}

const settings = { "wellspent.yaml": "root: true\nappraisal:\n  price_year: 2024-25\n" };
const head = "intervention: a\npopulation:\n  unit: family\n  starts: 60 families/year\n";

eachWay((way) => {
  const at = (text: string, files: Readonly<Record<string, string>> = {}, path?: string) => {
    const project = marked(way, text, {
      files: { ...settings, ...files },
      ...(path === undefined ? {} : { path }),
    });
    const span = { start: project.offset, end: project.offset };
    const actions = codeActions(project.snapshot, project.path, span);
    const take = (title: string): Readonly<Record<string, string>> => {
      const action = actions.find((each) => each.title.startsWith(title));
      if (action === undefined) throw new Error(`no "${title}" among: ${actions.map((each) => each.title).join("; ")}`);
      const change = action.change();
      if (change === undefined) throw new Error(`"${title}" changes nothing`);
      const paths = new Set(change.edits.map((each) => each.path));
      const texts = [...paths].map((each) => [each, applied(project.snapshot.text(each) ?? "", each, change)] as const);
      const after = Object.fromEntries([
        ...texts,
        ...(change.created === undefined ? [] : [[change.created.path, change.created.text] as const]),
      ]);
      for (const [name, content] of Object.entries(after)) {
        if (name === project.path && way.crlf) expect(content.replace(/\r\n/g, "")).not.toContain("\n");
        after[name] = plain(way, content);
      }
      return after;
    };
    return { ...project, actions, take };
  };

  test("a finding's own fix, the certain one preferred, and all of them at once", () => {
    const text = `${head}costs:\n  price_yeer$0: 2023-24\n  periodd: 3 years\n`;
    const { actions, take } = at(text);
    expect(actions[0]).toMatchObject({ kind: "quickfix", preferred: true });
    expect(take(actions[0]?.title ?? "")).toEqual({
      "a.intervention.yaml": `${head}costs:\n  price_year: 2023-24\n  periodd: 3 years\n`,
    });
    expect(take("Fix all")).toEqual({
      "a.intervention.yaml": `${head}costs:\n  price_year: 2023-24\n  period: 3 years\n`,
    });
  });

  test("a torn value is quoted", () => {
    const { actions, take } = at("study: a\ntitle: Effects$0: a study\n", {}, "a.study.yaml");
    const fix = actions.find((each) => each.finding?.code.startsWith("syntax/") && each.id.startsWith("fix"));
    expect(take(fix?.title ?? "none")).toEqual({ "a.study.yaml": 'study: a\ntitle: "Effects: a study"\n' });
  });

  test("a missing outcome is written in the file of outcomes", () => {
    const files = { "outcomes/care.outcome.yaml": "outcome: other\ntitle: Other # kept" };
    const { take } = at(`${head}outcomes:\n  - outcome: child-enters$0-care\n`, files);
    expect(take("Create the outcome")).toEqual({
      "outcomes/care.outcome.yaml":
        "outcome: other\ntitle: Other # kept\n---\noutcome: child-enters-care\ntitle: Child enters care\n",
    });
  });

  test("where each study has a file of its own, a missing one gets a file of its own beside them", () => {
    const text = `${head}outcomes:\n  - outcome: x\n    evidence: [star$0t-2018]\n`;
    const own = { "ev/day-2012.study.yaml": "study: day-2012\n", "ev/scott-2001.study.yaml": "study: scott-2001\n" };
    expect(Object.keys(at(text, own).take("Create the study"))).toEqual(["ev/start-2018.study.yaml"]);
    const shared = { ...own, "ev/scott-2001.study.yaml": "study: scott-2001\n---\nstudy: other\n" };
    expect(Object.keys(at(text, shared).take("Create the study"))).toEqual(["ev/scott-2001.study.yaml"]);
  });

  test("a bare percentage can be made points or relative, as the source says", () => {
    const effect = (text: string): string => `${head}outcomes:\n  - outcome: x\n    effect: ${text}\n`;
    const titles = (text: string): string[] =>
      at(effect(text))
        .actions.filter(({ id }) => id.startsWith("fix "))
        .map(({ title }) => title);
    expect(titles("-3$02%")).toEqual(['Write "-32% relative"', 'Write "-32 points"']);
    expect(titles("-7.$01% (95% CI -11.2% to -3.0%)")).toContain('Write "-7.1 points (95% CI -11.2 to -3.0)"');
    expect(at(effect("-3$02%")).actions.some(({ preferred }) => preferred)).toBe(false);
    expect(at(effect("-3$02% # kept")).take('Write "-32 points"')).toEqual({
      "a.intervention.yaml": effect("-32 points # kept"),
    });
  });

  test("a document whose head is missing begins with what its file's name says", () => {
    expect(at("ti$0tle: Groups # kept\n", {}, "parent groups.intervention.yaml").take("Begin the document")).toEqual({
      "parent groups.intervention.yaml": "intervention: parent-groups\ntitle: Groups # kept\n",
    });
  });

  test("a missing study without a file of studies gets one", () => {
    const text = `${head}outcomes:\n  - outcome: x\n    evidence: [star$0t-2018]\n`;
    expect(at(text, {}, "work/interventions/a.intervention.yaml").take("Create the study")).toEqual({
      "work/studies/start-2018.study.yaml":
        "study: start-2018\ntitle: unknown\nsource: unknown\ncountry: unknown\ndesign: unknown\n",
    });
  });

  test("a missing unit cost goes to its library, in the library's own way", () => {
    const line = `${head}costs:\n  lines:\n    - item: Visits\n      unit_cost: local/vis$0it\n`;
    const library = "unit_costs: local\nentries:\n- entry: room\n  value: £9/hour # each\nnotes: kept\n";
    expect(at(line, { "lib.unit-costs.yaml": library }).take("Create the unit cost")).toEqual({
      "lib.unit-costs.yaml":
        "unit_costs: local\nentries:\n- entry: room\n  value: £9/hour # each\n- entry: visit\n  value: unknown\n  price_year: unknown\n  source: unknown\nnotes: kept\n",
    });
    expect(at(line).take("Create the unit cost")).toEqual({
      "local.unit-costs.yaml":
        "unit_costs: local\nentries:\n  - entry: visit\n    value: unknown\n    price_year: unknown\n    source: unknown\n",
    });
    expect(
      at(line, { "lib.unit-costs.yaml": "unit_costs: local\ntitle: Ours\n" }).take("Create the unit cost"),
    ).toEqual({
      "lib.unit-costs.yaml":
        "unit_costs: local\ntitle: Ours\nentries:\n  - entry: visit\n    value: unknown\n    price_year: unknown\n    source: unknown\n",
    });
  });

  test("a price year is added where costs have none", () => {
    const costs = `${head}costs$0:\n  period: 1 year # é\n  lines:\n    - item: Visits\n      amount: £46,000\n`;
    const { take } = at(costs);
    expect(take("Add price_year: 2024-25")).toEqual({
      "a.intervention.yaml": costs.replace("$0", "").replace("  period", "  price_year: 2024-25\n  period"),
    });
    expect(take("Add price_year: unknown")["a.intervention.yaml"]).toContain("price_year: unknown\n  period");
  });

  test("a total becomes the stated one, beside what is to be itemised", () => {
    const line = "    - item: Programme\n      amount: £1,177.20/family # as printed\n";
    expect(at(`${head}costs:\n  lines:\n${line.replace("£1", "£$01")}`).take("Itemise £1,177.20/family")).toEqual({
      "a.intervention.yaml": `${head}costs:\n  lines:\n    - item: Programme\n      stated: £1,177.20/family # as printed\n      quantity: unknown\n      unit_cost: unknown\n`,
    });
  });

  test("an amount is moved to the appraisal's year, and says so", () => {
    const costs = (line: string) => `${head}costs:\n  price_year: 2019-20\n  lines:\n    - item: Licence\n${line}`;
    const { take } = at(costs("      amount: £46,0$000/year\n      who_pays: nhs\n"));
    const after = take("Move £46,000/year from 2019-20 to 2024-25 prices")["a.intervention.yaml"] ?? "";
    expect(after).toMatch(
      /amount: £5\d,\d{3}\/year {2}# £46,000\/year in 2019-20 prices, moved to 2024-25 by .+\n {6}price_year: 2024-25\n {6}who_pays: nhs\n$/,
    );
    expect(parse(after).issues).toEqual([]);
    const noted = at(costs("      price_year: 2018-19\n      amount: £46,0$000 # printed\n"));
    expect(noted.take("Move £46,000 from 2018-19")["a.intervention.yaml"]).toMatch(
      /price_year: 2024-25\n {6}amount: £5\d,\d{3} # printed\n {6}# £46,000 in 2018-19 prices, moved to 2024-25/,
    );
    expect(
      at(costs("      price_year: 2024-25\n      amount: £46,0$000\n")).actions.map((each) => each.id),
    ).not.toContain("uprate costs.lines.0");
  });

  test("a library's entry is moved from the library's year; one without any year is given one", () => {
    const library = "unit_costs: local\nprice_year: 2019-20\nentries:\n  - entry: visit\n    value: £38.50/h$0our\n";
    const { take } = at(library, {}, "local.unit-costs.yaml");
    expect(take("Move £38.50/hour from 2019-20")["local.unit-costs.yaml"]).toMatch(
      /value: £4\d\.\d\d\/hour {2}# £38\.50\/hour in 2019-20 prices, moved to 2024-25 by .+\n {4}price_year: 2024-25\n$/,
    );
    const undated = library.replace("price_year: 2019-20\n", "");
    expect(at(undated, {}, "local.unit-costs.yaml").take("Add price_year: unknown to £38.50/hour")).toEqual({
      "local.unit-costs.yaml": `${undated.replace("$0", "")}    price_year: unknown\n`,
    });
  });

  test("nothing is offered for amounts through an alias or inside braces", () => {
    const costs = `${head}costs:\n  price_year: 2019-20\n  lines:\n`;
    const kinds = (text: string) => at(text).actions.filter((each) => each.kind.startsWith("refactor"));
    expect(kinds(`${costs}    - {item: x, amount: £46$0}\n`)).toEqual([]);
    expect(kinds(`${costs}    - &l\n      item: x\n      amount: £46\n    - *l$0\n`)).toEqual([]);
  });

  test("a repeated unit cost moves to the library, with its year and source", () => {
    const line = (item: string, cost: string) =>
      `    - item: ${item}\n      quantity: 2 hours/family\n      unit_cost: ${cost}\n`;
    const costs = (one: string, two: string, rest: string) =>
      `${head}costs:\n  price_year: 2023-24\n  lines:\n${line("Home visits", one)}${line("Groups", two)}${rest}`;
    const other = `${line("Old", "£38/hour")}      price_year: 2019-20\n`;
    expect(at(costs("£38/h$0our # each", "£38/hour", other)).take("Move £38/hour, 2 times here")).toEqual({
      "a.intervention.yaml": costs("local/home-visits # each", "local/home-visits", other),
      "local.unit-costs.yaml":
        "unit_costs: local\nentries:\n  - entry: home-visits\n    title: Home visits\n    value: £38/hour\n    price_year: 2023-24\n    source: as given in intervention a\n",
    });
  });

  test("a unit cost that other files repeat moves to the library for all of them, where the year is the same", () => {
    const spec = (id: string, year: string, cost: string) =>
      `intervention: ${id}\ncosts:\n  price_year: ${year}\n  lines:\n    - item: Visits\n      quantity: 2 hours/family\n      unit_cost: ${cost} # é\n`;
    const files = {
      "b.intervention.yaml": spec("b", "2023-24", "£38/hour"),
      "c.intervention.yaml": spec("c", "2019-20", "£38/hour"),
      "local.unit-costs.yaml": "unit_costs: local\nentries:\n  - entry: other\n    value: £1/hour\n",
    };
    const after = at(spec("a", "2023-24", "£38/h$0our"), files).take("Move £38/hour, and in other files to");
    expect(after).toEqual({
      "a.intervention.yaml": spec("a", "2023-24", "local/visits"),
      "b.intervention.yaml": spec("b", "2023-24", "local/visits"),
      "local.unit-costs.yaml": `${files["local.unit-costs.yaml"]}  - entry: visits\n    title: Visits\n    value: £38/hour\n    price_year: 2023-24\n    source: as given in intervention a\n`,
    });
  });

  test("a need that no area lists is added to the area", () => {
    const text = "intervention: a\npopulation:\n  unit: family\n  needs: [family-con$0flict]\n";
    const bare = { "town.area.yaml": "area: town\ntitle: Town\n" };
    expect(at(text, bare).take('Create the need "family-conflict"')["town.area.yaml"]).toBe(
      "area: town\ntitle: Town\nneeds:\n  - need: family-conflict\n    number: unknown\n    source: unknown\n",
    );
    const listing = {
      "town.area.yaml": "area: town\nneeds:\n- need: debt\n  number: 10 families # é\ntitle: Town\n",
    };
    expect(at(text, listing).take('Create the need "family-conflict"')["town.area.yaml"]).toBe(
      "area: town\nneeds:\n- need: debt\n  number: 10 families # é\n- need: family-conflict\n  number: unknown\n  source: unknown\ntitle: Town\n",
    );
    expect(at(text).actions.filter(({ id }) => id.startsWith("create"))).toEqual([]);
  });

  test("a benefit that another says it contains, and that is not there, is added", () => {
    const text = "intervention: a\nbenefits:\n  - benefit: All\n    amount: £2/child\n    includes: [Part of $0it]\n";
    expect(at(text).take('Create the benefit "Part of it"')["a.intervention.yaml"]).toBe(
      `${text.replace("$0", "")}  - benefit: Part of it\n    amount: unknown\n    kind: unknown\n    gains: unknown\n`,
    );
  });

  test("a shared cost that a share names is added to the portfolio that funds the intervention", () => {
    const portfolio = "portfolio: early-help\ninterventions:\n  - intervention: a\n";
    const files = { "p.portfolio.yaml": portfolio, "other.portfolio.yaml": "portfolio: other\n" };
    const text = "intervention: a\nshares:\n  man$0ager: 60%\n";
    expect(at(text, files).take('Create the shared cost "manager"')["p.portfolio.yaml"]).toBe(
      `${portfolio}shared:\n  - item: Manager\n    id: manager\n    amount: unknown\n`,
    );
  });

  test("a finding is kept from view by a comment whose reason is asked for", () => {
    const text = `${head}status: nearly$0\n`;
    const { actions, take } = at(text);
    const action = actions.find((each) => each.id.startsWith("suppress"));
    const comment = "# wellspent-disable-next-line schema/unknown-word -- ";
    expect(take(action?.title ?? "")).toEqual({ "a.intervention.yaml": `${head}${comment}\nstatus: nearly\n` });
    const cursor = action?.change()?.cursor;
    expect(cursor).toMatchObject({ path: "a.intervention.yaml", character: comment.length });
    expect(plainLine(way, cursor?.line ?? 0)).toBe(4);
  });

  test("every action on the examples leaves text that parses, and takes nothing else away", () => {
    const snapshot = openProject(way, examples).snapshot();
    const files = Object.keys(examples);
    let tried = 0;
    for (const path of files.filter((each) => !each.endsWith("wellspent.yaml"))) {
      const text = snapshot.text(path) ?? "";
      const before = parse(text).issues.length;
      // Each way begins elsewhere: together they look everywhere.
      for (let offset = 61 * ways.indexOf(way); offset < text.length; offset += 61 * ways.length)
        for (const action of codeActions(snapshot, path, { start: offset, end: offset })) {
          const change = action.change();
          if (change === undefined) continue;
          const after = applied(text, path, change);
          expect(parse(after).issues.length, `${path} ${action.title}`).toBeLessThanOrEqual(before);
          expect(after.match(/#/g)?.length ?? 0).toBeGreaterThanOrEqual(text.match(/#/g)?.length ?? 0);
          if (change.created !== undefined) expect(parse(change.created.text).issues).toEqual([]);
          tried++;
        }
    }
    expect(tried).toBeGreaterThan(20);
  });
});
