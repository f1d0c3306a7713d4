import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  type InlayHint,
  InlayHintRefreshRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  type ProtocolConnection,
  RegistrationRequest,
} from "vscode-languageserver/node";
import { hintKinds, lensKinds } from "../../server/src/features/display.ts";
import { eachFarWay, written, writtenAll, writtenLine } from "../features/ways.ts";
import { type Folder, inFolder, positionOf, wholeProject } from "./folder.ts";

const plainSpec = `# £ é 👩‍👧
intervention: a
population:
  unit: family
  starts: 60 families
costs:
  price_year: 2024-25
  period: 1 year
  comparator:
    cost: none
  lines:
    - item: Visits
      quantity: 10 hours/family
      unit_cost: local/visit
      who_pays: local-authority
outcomes:
  - outcome: in-care
    affects: starters
    without: 20%
    effect: RR 0.5 (95% CI 0.3 to 0.8)
    evidence: [trial]
benefits:
  - benefit: Savings
    amount: £900/family
    kind: fiscal
    gains: local-authority
    valued: undiscounted
stated:
  cost: £22,800
evaluation:
  design: rct
  participants: 100 families
  expected_effect: g 0.20
`;
const plainFiles = {
  "a.intervention.yaml": plainSpec,
  "in-care.outcome.yaml":
    "outcome: in-care\ncounts: families\nkind: event\nbetter: lower\nvalues:\n  - value: £100/family\n    price_year: 2024-25\n    kind: fiscal\n    gains: nhs\n",
  "trial.study.yaml": "study: trial\ndesign: rct\n",
  "local.unit-costs.yaml":
    "unit_costs: local\nprice_year: 2024-25\nsource: PSSRU\nentries:\n  - entry: visit\n    value: £38/hour\n",
};

/** An editor with settings, which a test may change. */
function editorWith(settings: Record<string, unknown>) {
  return (connection: ProtocolConnection): void => {
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri }) => settings[scopeUri?.split("/").at(-1) ?? ""] ?? settings.others ?? null),
    );
  };
}
const capabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    inlayHint: { refreshSupport: true },
  },
};

const labels = (hints: readonly InlayHint[] | null): string[] =>
  (hints ?? []).map(({ label }) => (typeof label === "string" ? label : label.map(({ value }) => value).join("")));

async function hintsOf({ server, uri }: Folder): Promise<InlayHint[]> {
  const textDocument = { uri: uri("a.intervention.yaml") };
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  return (await server.connection.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? [];
}

async function lensesOf({ server, uri }: Folder, path: string) {
  const lenses =
    (await server.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: uri(path) } })) ?? [];
  return Promise.all(lenses.map((lens) => server.connection.sendRequest(CodeLensResolveRequest.type, lens)));
}

test("every kind has a setting in the manifest, for each folder, and no setting is without a kind", () => {
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
  const settings: Record<string, { readonly scope: string; readonly default: unknown }> =
    contributes.configuration.properties;
  const ours = Object.entries(settings).filter(([name]) => /\.(hints|lenses)\./.test(name));
  expect(ours.map(([name]) => name)).toEqual([
    ...hintKinds.map((kind) => `wellspent.hints.${kind}`),
    ...lensKinds.map((kind) => `wellspent.lenses.${kind}`),
  ]);
  for (const [, { scope, default: on }] of ours) expect([scope, on]).toEqual(["resource", true]);
});

/** What each kind of hint shows of the spec above: 60 families, 10 hours each at £38 are £22,800. */
const shown: Readonly<Record<(typeof hintKinds)[number], RegExp>> = {
  totals: /£22,800 · £380\/family · 2024-25 prices/,
  lines: /^£22,800( · at £38\/hour)?$/,
  unitCosts: /at £38\/hour$/,
  outcomes: /^-?6 /,
  benefits: /^£54,000$/,
  stated: /^agrees$/,
  power: /^finds g 0\.57 or more$/,
};

eachFarWay((way) => {
  const files = writtenAll(way, plainFiles);
  const spec = written(way, plainSpec);
  const line = (at: number): number => writtenLine(way, at);
  async function ready(folder: Folder): Promise<void> {
    await folder.server.open(folder.uri("a.intervention.yaml"), spec);
    await wholeProject(folder.server);
  }

  for (const kind of hintKinds)
    test(`hints: ${kind} are switched off and on again while the server runs`, () => {
      const settings: Record<string, unknown> = {};
      let refreshed = 0;
      return inFolder(
        files,
        capabilities,
        async (folder) => {
          await ready(folder);
          expect(labels(await hintsOf(folder))).toContainEqual(expect.stringMatching(shown[kind]));
          const before = refreshed;
          settings.others = { hints: { [kind]: false } };
          await folder.server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
          const off = labels(await hintsOf(folder));
          expect(off.filter((label) => shown[kind].test(label))).toEqual([]);
          for (const other of hintKinds.filter((each) => each !== kind))
            expect(off).toContainEqual(expect.stringMatching(shown[other]));
          await expect.poll(() => refreshed).toBeGreaterThan(before);
          settings.others = null;
          await folder.server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
          expect(labels(await hintsOf(folder))).toContainEqual(expect.stringMatching(shown[kind]));
        },
        (connection) => {
          editorWith(settings)(connection);
          connection.onRequest(InlayHintRefreshRequest.type, () => void refreshed++);
        },
      );
    });

  test("lenses are switched off one by one, and a folder may differ from another", () => {
    const settings: Record<string, unknown> = {
      "a.intervention.yaml": { lenses: { findings: false, cost: false } },
      others: { lenses: { used: false } },
    };
    return inFolder(
      files,
      capabilities,
      async (folder) => {
        await ready(folder);
        await folder.server.open(folder.uri("in-care.outcome.yaml"), files["in-care.outcome.yaml"] ?? "");
        const titles = async (path: string) => (await lensesOf(folder, path)).map(({ command }) => command?.title);
        expect(await titles("a.intervention.yaml")).toEqual([
          expect.stringContaining("for each £1"),
          expect.stringContaining("1 study cited: randomised trial"),
          "too small for the effect expected: finds g 0.57 or more, expected 0.20; 787 families needed",
        ]);
        expect(await titles("in-care.outcome.yaml")).toEqual(["valued at £100/family"]);
        const [, evidence] = await lensesOf(folder, "a.intervention.yaml");
        expect(evidence?.command?.tooltip).toMatch(/: individually randomised trial/);
      },
      editorWith(settings),
    );
  });

  test("an editor that cannot be asked says what it wants", () =>
    inFolder(files, {}, async (folder) => {
      await ready(folder);
      await folder.server.connection.sendNotification(DidChangeConfigurationNotification.type, {
        settings: { wellspent: { hints: { stated: false }, lenses: { cost: false } } },
      });
      expect(labels(await hintsOf(folder))).not.toContain("agrees");
      expect((await lensesOf(folder, "a.intervention.yaml")).length).toBe(4);
    }));

  test("what stands behind a hint is worked out when the pointer rests on it, and parts lead to their source", () =>
    inFolder(files, {}, async (folder) => {
      const { server, uri } = folder;
      await ready(folder);
      const hints = await hintsOf(folder);
      const hint = hints.find((each) => shown.lines.test(labels([each])[0] ?? "")) as InlayHint;
      expect(hint.tooltip).toBeUndefined();
      expect(hint.label).toContainEqual({
        value: " · at £38/hour",
        location: {
          uri: uri("local.unit-costs.yaml"),
          range: { start: { line: line(4), character: 11 }, end: { line: line(4), character: 16 } },
        },
      });
      const resolved = await server.connection.sendRequest(InlayHintResolveRequest.type, hint);
      const { value } = resolved.tooltip as { readonly value: string };
      expect(value).toContain("**£22,800** Visits");
      // Each factor leads to where it stands: in this file, or in the library.
      const { line: quantity } = positionOf(spec, "quantity: 10");
      expect(value).toContain(`(${uri("a.intervention.yaml")}#L${quantity + 1},17)`);
      expect(value).toContain(`(${uri("local.unit-costs.yaml")}#L${line(4) + 1},12)`);
      expect(value).toContain("`wellspent.hints.lines` and `wellspent.hints.unitCosts`");
    }));

  test("a click on a lens leads to what it speaks of", () =>
    inFolder(
      files,
      {},
      async (folder) => {
        const { uri } = folder;
        await ready(folder);
        const commands = async (path: string) => (await lensesOf(folder, path)).map(({ command }) => command);
        const head = { line: line(1), character: 0 };
        const [cost, back, evidence, findings] = await commands("a.intervention.yaml");
        const report = { command: "wellspent.showReport", arguments: [uri("a.intervention.yaml"), head] };
        expect(cost).toMatchObject(report);
        expect(back).toMatchObject(report);
        const study = { start: { line: line(0), character: 7 }, end: { line: line(0), character: 12 } };
        expect(evidence).toMatchObject({
          command: "wellspent.showPlaces",
          arguments: [uri("a.intervention.yaml"), head, [{ uri: uri("trial.study.yaml"), range: study }]],
        });
        expect(findings).toMatchObject({ command: "wellspent.goTo", arguments: [uri("a.intervention.yaml"), {}] });
        const [used, value] = await commands("in-care.outcome.yaml");
        const at = positionOf(spec, "in-care");
        expect(used).toMatchObject({
          command: "wellspent.showPlaces",
          arguments: [
            uri("in-care.outcome.yaml"),
            { line: line(0), character: 0 },
            [{ uri: uri("a.intervention.yaml"), range: { start: at, end: { ...at, character: at.character + 7 } } }],
          ],
        });
        expect(value).toMatchObject({
          command: "wellspent.goTo",
          arguments: [uri("in-care.outcome.yaml"), { start: { line: line(5), character: 11 } }],
        });
        const [entry] = await commands("local.unit-costs.yaml");
        expect(entry).toMatchObject({ title: "used by a", command: "wellspent.showPlaces" });
      },
      undefined,
      { views: true },
    ));

  test("an editor without our commands gets lenses that run nothing", () =>
    inFolder(files, {}, async (folder) => {
      await ready(folder);
      for (const { command } of await lensesOf(folder, "a.intervention.yaml")) expect(command?.command).toBe("");
    }));
});
