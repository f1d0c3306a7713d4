import { expect, test } from "vitest";
import { createAssessor } from "../../server/src/analysis/assessor.ts";
import { checkFile, type World } from "../../server/src/analysis/check.ts";
import { openFile } from "../../server/src/analysis/open-file.ts";
import { plannedRule } from "../../server/src/analysis/plan.ts";
import { ProjectIndex } from "../../server/src/analysis/project-index.ts";
import { SettingsTable } from "../../server/src/analysis/settings-for.ts";
import { createDefinitionReader } from "../../server/src/model/defined.ts";
import { rules } from "../../server/src/rules/index.ts";
import { intervention, shared } from "../bench/corpus.ts";

/** What is worked out when somebody asks: a rule that asks it of every spec makes a check of a long repository a fifth slower. */
const late = {
  assessment: ["figures", "paybackPath", "costBand", "valueForMoney", "chains", "corrections", "ownFigures", "without"],
  line: ["original", "perStarter", "behaviours", "steps", "corrected", "charged", "presentValue", "sites"],
};

/** Rules that ask for a late thing although the spec gives them no cause. Add one only where nothing cheaper tells. */
const asking: readonly string[] = [];

/** The same object, telling of each late property that is read. */
const watched = <T extends object>(of: T, names: readonly string[], tell: (name: string) => void): T =>
  new Proxy(of, {
    get(target, name) {
      if (names.includes(String(name))) tell(String(name));
      return Reflect.get(target, name, target);
    },
  });

test("on a plain spec no rule asks for figures that are worked out late", () => {
  const text = (content: string) => ({ kind: "text", text: content }) as const;
  const path = "plain.intervention.yaml";
  const file = openFile(path, text(intervention("plain", 105, 1)));
  const others = Object.entries(shared).map(([name, content]) => openFile(name, text(content)));
  const summaries = [file, ...others].map(({ summary }) => summary);
  const read = createDefinitionReader();
  const assessor = createAssessor(read);
  const asked = new Set<string>();
  for (const rule of rules) {
    const tell = (name: string) => asked.add(`${rule.code} ${name}`);
    const world: World = {
      index: ProjectIndex.of(summaries, true),
      settings: new SettingsTable(summaries.flatMap(({ settings }) => settings ?? [])),
      asOf: { kind: "date", year: 2026, month: 3, day: 31 },
      read,
      plans: () => [plannedRule(rule, undefined)],
      assessor: {
        ...assessor,
        assess(...of) {
          const made = assessor.assess(...of);
          if (made === undefined) return undefined;
          const lines = made.lines.map((line) => watched(line, late.line, tell));
          return new Proxy(watched(made, late.assessment, tell), {
            get: (target, name) => (name === "lines" ? lines : Reflect.get(target, name, target)),
          });
        },
      },
    };
    checkFile(file, world);
  }
  expect([...asked]).toEqual(asking);
});
