import { describe, expect, test } from "vitest";
import { completions } from "../../server/src/features/completion.ts";
import { plainText } from "../../server/src/features/completion-snippet.ts";
import { kinds } from "../../server/src/schema/kinds/index.ts";
import type { Kind } from "../../server/src/schema/shape.ts";
import { allMappings, textTo } from "./every-place.ts";
import { eachWay, openProject, type Way, written } from "./ways.ts";

/** What people have beside a spec when they write it; or nothing yet. */
const beside: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "in an empty project": {},
  "beside others": {
    "local.unit-costs.yaml":
      "unit_costs: local\nprice_year: 2022-23\nentries:\n  - entry: visit\n    value: £38/visit\n",
    "o.outcome.yaml": "outcome: exclusion\nkind: event\ncounts: child\nbetter: lower\nmeasures:\n  - measure: census\n",
    "s.study.yaml": "study: green-2019\ndesign: rct\ninterventions: [mentoring]\n",
    "m.intervention.yaml": "intervention: mentoring\npopulation:\n  unit: child\n",
    "p.area.yaml": "area: town\nneeds:\n  - need: risk\nclusters:\n  - cluster: north\n",
    "f.portfolio.yaml": "portfolio: plan\nshared:\n  - item: Manager\n    id: manager\n    amount: £40,000/year\n",
  },
};

/**
 * What only the author can put right after a completion: a key chosen first of an item of which another is required, a unit that the
 * next line will use up, and a name of what the project does not have yet where the format asks for one.
 */
const leftToDo = new Set([
  "schema/missing-key",
  "units/left-over",
  "reference/unknown-share",
  "portfolio/unknown-cluster",
  "evaluation/theory-unknown-step",
]);
const namesNothing = /"(?:outcome|study|intervention|area|need)-id"/;

/** Errors that a text has, by what they say. */
function errorsIn(way: Way, files: Readonly<Record<string, string>>, path: string): (text: string) => string[] {
  const session = openProject(way, files);
  return (text) => {
    session.setFile(path, text);
    return session
      .snapshot()
      .findings(path)
      .filter(({ severity, code }) => (severity === "error" || code.startsWith("settings/")) && !leftToDo.has(code))
      .map(({ code, message }) => `${code}: ${message}`);
  };
}

eachWay((way) => {
  for (const [name, files] of Object.entries(beside))
    describe(`${name}, nothing that is completed is an error`, () => {
      for (const kind of Object.keys(kinds) as Kind[])
        test(kind, () => {
          const path = kind === "settings" ? "wellspent.yaml" : `a.${kinds[kind].suffix}.yaml`;
          const session = openProject(way, files);
          const errors = errorsIn(way, files, path);
          let tried = 0;
          for (const place of [...allMappings(kind), "start" as const]) {
            const marked = written(way, place === "start" ? "$0" : textTo(kind, place));
            const offset = marked.indexOf("$0");
            const text = marked.replace("$0", "");
            session.setFile(path, text);
            const before = new Set(errors(text));
            for (const { replace, snippet, label } of completions(session.snapshot(), path, offset)) {
              const after = text.slice(0, replace.start) + plainText(snippet) + text.slice(replace.end);
              const fresh = errors(after).filter((each) => !before.has(each) && !namesNothing.test(each));
              expect(fresh, `${label} in\n${text}`).toEqual([]);
              tried++;
            }
          }
          expect(tried).toBeGreaterThan(20);
        });
    });
});
