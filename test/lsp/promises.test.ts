/** Everything that completion and fixes are said to do, each once over a real connection, in every way. */
import { expect, test } from "vitest";
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextMode,
  type TextDocumentEdit,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { eachWay, type Way, written } from "../features/ways.ts";
import { type Folder, inFolder, wholeProject } from "./folder.ts";

const project = {
  "wellspent.yaml": "root: true\nappraisal:\n  price_year: 2024-25\n",
  "care.outcome.yaml": "outcome: child-enters-care\ntitle: A child enters care\n",
  "trials.study.yaml": "study: fonagy-2018\ntitle: START\n",
  "town.area.yaml": "area: town\n",
  "other.intervention.yaml": "intervention: other\n",
  "local.unit-costs.yaml":
    "unit_costs: local\nprice_year: 2023-24\nsource: PSSRU\nentries:\n  - entry: visit\n    value: £38/hour\n",
};
const head = "intervention: a\npopulation:\n  unit: family\n  starts: 60 families/year\n";
const costs = `${head}costs:\n  price_year: 2023-24\n  lines:\n    - item: Visits\n`;

/** What is promised, the text with the cursor, what is offered, what is in the text once it is taken, and what stands beside it. */
const offered: readonly (readonly [
  promise: string,
  text: string,
  label: string | RegExp,
  after: string,
  detail?: string | undefined,
  path?: string,
])[] = [
  ["a key with the skeleton of its required parts", `${head}$0`, "costs", "costs:\n  "],
  ["the same in a list, at the right column", `${costs}      $0`, "source", "      source:\n        title: "],
  ["a new item of a list", `${head}outcomes:\n  $0`, /^outcome …/, "  - outcome: "],
  ["words", `${head}status: $0`, "running", "status: running"],
  ["ids of outcomes", `${head}outcomes:\n  - outcome: $0`, "child-enters-care", "outcome: child-enters-care"],
  ["ids of studies", `${head}outcomes:\n  - outcome: x\n    evidence: [$0]`, "fonagy-2018", "evidence: [fonagy-2018]"],
  ["ids of areas", `${head}area: $0`, "town", "area: town"],
  [
    "ids of interventions",
    "portfolio: p\ninterventions:\n  - intervention: $0",
    "other",
    "intervention: other",
    undefined,
    "p.portfolio.yaml",
  ],
  [
    "unit costs with value, price year and source",
    `${costs}      unit_cost: $0`,
    "local/visit",
    "unit_cost: local/visit",
    "£38/hour · 2023-24 prices · PSSRU",
  ],
  ["units in use in this spec", `${costs}      amount: £5/$0`, "family", "amount: £5/family"],
  ["nouns in use in this spec", `${costs}      quantity: 3 $0`, "families", "quantity: 3 families"],
  ["price years", `${head}costs:\n  price_year: $0`, "2023-24", "price_year: 2023-24"],
  ["a TIDieR block", `${head}$0`, /TIDieR/, "theory_of_change: "],
  ["an evaluation block", `${head}$0`, /cluster randomised/, "  design: cluster-rct\n"],
  [
    "suppression comments",
    `${head}# wellspent-disable-next-line $0\nstatus: nearly\n`,
    "schema/unknown-word",
    "# wellspent-disable-next-line schema/unknown-word",
  ],
];

/** What is promised, the text with the cursor, the action, and what it makes of the file (or of another one). */
const fixed: readonly (readonly [
  promise: string,
  text: string,
  title: RegExp,
  after: string,
  where?: string | undefined,
  path?: string,
])[] = [
  ["the nearest key", `${head}status: running\nsta$0tuss: running\n`, /./, "\nstatus: running\n"],
  ["the nearest word", `${head}status: run$0ing\n`, /running/, "status: running\n"],
  [
    "the nearest id",
    `${head}outcomes:\n  - outcome: child-enters-ca$0\n`,
    /Write "child-enters-care"/,
    "outcome: child-enters-care\n",
  ],
  [
    "a price year added",
    `${head}co$0sts:\n  lines:\n    - item: x\n      amount: £5/family\n`,
    /Add price_year: 2024-25/,
    "costs:\n  price_year: 2024-25\n",
  ],
  [
    "a missing outcome in the file of outcomes",
    `${head}outcomes:\n  - outcome: school-atten$0dance\n`,
    /Create the outcome/,
    "outcome: school-attendance\ntitle: School attendance\n",
    "care.outcome.yaml",
  ],
  [
    "a missing study in the file of studies",
    `${head}outcomes:\n  - outcome: child-enters-care\n    evidence: [butler-2$0011]\n`,
    /Create the study/,
    "study: butler-2011\n",
    "trials.study.yaml",
  ],
  [
    "a missing unit cost in its library",
    `${costs}      unit_cost: local/vi$0sitor\n`,
    /Create the unit cost/,
    "  - entry: visitor\n    value: unknown\n",
    "local.unit-costs.yaml",
  ],
  [
    "a total itemised",
    `${costs}      amount: £46$0,000\n`,
    /^Itemise/,
    "      stated: £46,000\n      quantity: unknown\n      unit_cost: unknown\n",
  ],
  [
    "an amount moved to the appraisal year, with a comment that says so",
    `${costs}      amount: £46$0,000 # é\n`,
    /^Move £46,000 from 2023-24 to 2024-25/,
    "# £46,000 in 2023-24 prices, moved to 2024-25 by ",
  ],
  ["fix all", `${head}status: runing\ncosts:\n  periodd$0: 3 years\n`, /^Fix all/, "costs:\n  period: 3 years\n"],
  [
    "a finding suppressed with a reason",
    `${head}status: nearly$0\n`,
    /^Hide schema\/unknown-word/,
    "# wellspent-disable-next-line schema/unknown-word -- \nstatus: nearly\n",
  ],
  [
    "a repeated cost moved to the library",
    `${costs}      unit_cost: £41$0/hour\n    - item: Groups\n      unit_cost: £41/hour\n`,
    /^Move £41\/hour, 2 times here/,
    "unit_cost: local/visits\n    - item: Groups\n      unit_cost: local/visits\n",
  ],
  [
    "a torn value quoted",
    "study: a\ntitle: Effects$0: a trial\n",
    /./,
    'title: "Effects: a trial"',
    undefined,
    "a.study.yaml",
  ],
];

interface Opened {
  readonly document: TextDocument;
  readonly offset: number;
}

/** Opens a file of its own with the cursor in it. */
async function open(folder: Folder, nth: number, path: string, marked: string, way: Way): Promise<Opened> {
  const whole = written(way, marked);
  const offset = whole.indexOf("$0");
  const text = whole.replace("$0", "");
  const uri = folder.uri(`case-${nth}.${path}`);
  await folder.server.open(uri, text);
  return { document: TextDocument.create(uri, "wellspent", 1, text), offset };
}

eachWay((way) => {
  const eol = way.crlf ? "\r\n" : "\n";
  const capabilities = {
    textDocument: {
      completion: {
        completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [InsertTextMode.asIs] } },
      },
      codeAction: { resolveSupport: { properties: ["edit"] } },
    },
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] } },
  };

  test("what completion promises", () =>
    inFolder(project, capabilities, async (folder) => {
      const { connection } = folder.server;
      const complete = async ({ document, offset }: Opened): Promise<readonly CompletionItem[]> => {
        const answer = await connection.sendRequest(CompletionRequest.type, {
          textDocument: { uri: document.uri },
          position: document.positionAt(offset),
        });
        return (Array.isArray(answer) ? answer : answer?.items) ?? [];
      };
      const first = await open(folder, 99, "a.intervention.yaml", `${head}area: $0`, way);
      await wholeProject(folder.server);
      for (const [nth, [promise, text, label, after, detail, path = "a.intervention.yaml"]] of offered.entries()) {
        const opened = await open(folder, nth, path, text, way);
        const items = await complete(opened);
        const item = items.find((each) => (typeof label === "string" ? each.label === label : label.test(each.label)));
        if (item === undefined) throw new Error(`${promise}: not among ${items.map((each) => each.label).join(", ")}`);
        const edit = item.textEdit as TextEdit;
        // What the places to fill in hold is written as it stands.
        const newText = edit.newText.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, "$1");
        const taken = TextDocument.applyEdits(opened.document, [{ ...edit, newText }]);
        expect(taken.replaceAll(eol, "\n"), promise).toContain(after);
        if (eol === "\r\n") expect(taken.replaceAll(eol, ""), promise).not.toContain("\n");
        if (detail !== undefined) expect(item.detail, promise).toBe(detail);
        expect(item.documentation, promise).toBeUndefined();
      }
      const help = (await complete(first)).find(({ label }) => label === "town") as CompletionItem;
      expect(await connection.sendRequest(CompletionResolveRequest.type, help)).toHaveProperty("label", "town");
    }));

  test("what fixes promise", () =>
    inFolder(project, capabilities, async (folder) => {
      const { connection } = folder.server;
      const actions = async ({ document, offset }: Opened): Promise<readonly CodeAction[]> => {
        const at = document.positionAt(offset);
        const answer = await connection.sendRequest(CodeActionRequest.type, {
          textDocument: { uri: document.uri },
          range: { start: at, end: at },
          context: { diagnostics: [] },
        });
        return (answer ?? []) as readonly CodeAction[];
      };
      await wholeProject(folder.server);
      for (const [nth, [promise, text, title, after, where, path = "a.intervention.yaml"]] of fixed.entries()) {
        const opened = await open(folder, nth, path, text, way);
        const found = async () => (await actions(opened)).find((each) => title.test(each.title));
        const action = await found();
        if (action === undefined) throw new Error(`${promise}: not offered`);
        const { edit } = await connection.sendRequest(CodeActionResolveRequest.type, action);
        const uri = where === undefined ? opened.document.uri : folder.uri(where);
        const own = (edit?.documentChanges ?? []).filter(
          (change): change is TextDocumentEdit => "edits" in change && change.textDocument.uri === uri,
        );
        const before =
          where === undefined
            ? opened.document
            : TextDocument.create(uri, "wellspent", 1, project[where as keyof typeof project]);
        const done = TextDocument.applyEdits(
          before,
          own.flatMap(({ edits }) => edits as TextEdit[]),
        );
        expect(done.replaceAll("\r\n", "\n"), promise).toContain(after);
        // Edits keep the line endings of the file they are in.
        if (where === undefined && eol === "\r\n") expect(done.replaceAll(eol, ""), promise).not.toContain("\n");
      }
    }));
});
