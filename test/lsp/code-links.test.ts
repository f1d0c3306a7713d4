import { expect, test } from "vitest";
import { type Diagnostic, DocumentDiagnosticRequest } from "vscode-languageserver/node";
import { rules } from "../../server/src/rules/index.ts";
import { eachFarWay, written } from "../features/ways.ts";
import { inFolder } from "./folder.ts";

/** What an editor with such initialization options is told of one spec, and how it asks for the pages. */
const told = (
  text: string,
  options: object | undefined,
  check: (items: readonly Diagnostic[], page: (code: string) => Promise<unknown>) => Promise<void>,
) =>
  inFolder(
    {},
    {},
    async ({ server, uri }) => {
      await server.open(uri("a.intervention.yaml"), text);
      const asked = { textDocument: { uri: uri("a.intervention.yaml") } };
      const report = await server.connection.sendRequest(DocumentDiagnosticRequest.type, asked);
      const items = report.kind === "full" ? report.items : [];
      expect(items.length).toBeGreaterThan(0);
      await check(items, (code) => server.connection.sendRequest("wellspent/page", { code }));
    },
    undefined,
    options,
  );

eachFarWay((way) => {
  const text = written(way, "intervention: a\nstatus: nearly\n");

  test("the code of a finding leads to its page, where the editor can show it", () =>
    told(text, { views: true }, async (items, page) => {
      for (const { code, codeDescription } of items)
        expect(codeDescription?.href).toBe(`wellspent-finding:/${code}.md`);
      const shown = String(await page("schema/unknown-word"));
      const rule = rules.find(({ code }) => code === "schema/unknown-word");
      expect(shown).toContain(`# ${rule?.page.title}\n\n\`schema/unknown-word\` · error`);
      expect(shown).toContain(`## What to do\n\n${rule?.page.fix}`);
      expect(await page("schema/no-such-thing")).toBeNull();
    }));

  test("other editors are given no address that they could not open", () =>
    told(text, undefined, async (items) => {
      for (const { codeDescription } of items) expect(codeDescription).toBeUndefined();
    }));
});
