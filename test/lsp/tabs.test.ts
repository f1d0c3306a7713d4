import { expect, test } from "vitest";
import { DidChangeTextDocumentNotification } from "vscode-languageserver/node";
import { inFolder } from "./folder.ts";
import { Tabs } from "./tabs.ts";

const spec = "a.intervention.yaml";
const study = "c.study.yaml";
const files = {
  [spec]: "intervention: a\noutcomes:\n  - outcome: better\n    evidence: [trial]\n",
  "b.outcome.yaml": "outcome: better\n",
  [study]: "study: trial\n",
};

interface Stage {
  readonly tabs: Tabs;
  /** Types over the study, so that the spec finds it or does not. */
  type(id: string): Promise<void>;
}

/** A spec and its study, both in a tab and both sound; the editor has heard of the whole project. */
const onStage = (act: (stage: Stage) => Promise<void>): Promise<void> =>
  inFolder({ ...files, "d.study.yaml": "study: trial-2\n" }, {}, async (folder) => {
    const tabs = new Tabs(folder);
    await expect.poll(() => tabs.streamed.get("d.study.yaml")).toBe(1);
    await tabs.open(spec, files[spec] ?? "");
    await tabs.open(study, files[study] ?? "");
    expect(unfound(tabs)).toEqual([]);
    let version = 1;
    const type = async (id: string): Promise<void> => {
      version += 1;
      await folder.server.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: folder.uri(study), version },
        contentChanges: [{ text: `study: ${id}\n` }],
      });
    };
    await act({ tabs, type });
    await tabs.end();
  });

const unfound = (tabs: Tabs) => tabs.codes(spec).filter((code) => code === "reference/not-found");

test("a tab that goes right after another file changed what is found in it", () =>
  onStage(async ({ tabs, type }) => {
    await type("another");
    await tabs.hide(spec);
    await expect.poll(() => unfound(tabs)).toEqual(["reference/not-found"]);
    await type("trial");
    await expect.poll(() => unfound(tabs)).toEqual([]);
  }));

test("a tab that goes after the project was told of what changed in it, and before it was asked for again", () =>
  onStage(async ({ tabs, type }) => {
    const before = tabs.streamed.get(study) ?? 0;
    await type("another");
    // What is found in the study has changed as well: nothing uses it now.
    await expect.poll(() => tabs.streamed.get(study)).toBeGreaterThan(before);
    await tabs.hide(spec);
    await expect.poll(() => unfound(tabs)).toEqual(["reference/not-found"]);
  }));

test("a tab that goes while the answer about it is no longer wanted", () =>
  onStage(async ({ tabs, type }) => {
    await type("another");
    await tabs.ask(spec, { cancel: true });
    await tabs.hide(spec, { cancel: true });
    await expect.poll(() => unfound(tabs)).toEqual(["reference/not-found"]);
  }));

test("a file that is closed when nothing is wrong with it any more", () =>
  onStage(async ({ tabs, type }) => {
    await type("another");
    await tabs.ask(spec);
    expect(unfound(tabs)).toEqual(["reference/not-found"]);
    await type("trial");
    await tabs.hide(spec);
    await tabs.close(spec);
    await expect.poll(() => unfound(tabs)).toEqual([]);
  }));
