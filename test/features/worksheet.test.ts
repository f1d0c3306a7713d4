import { expect } from "vitest";
import { at } from "../../server/src/features/at.ts";
import { worksheet } from "../../server/src/features/worksheet.ts";
import { type Marked, marked } from "./marked.ts";

const spec = (source: string): string => `intervention: groups
title: Groups
${source}population:
  unit: family
  starts: 60 families
outcomes:
  - outcome: in-care
    without: 20%
    effect: RR$0 0.5
    affects: starters
    evidence: [trial]
`;

function sheetAt({ snapshot, path, offset }: Marked): string {
  const here = at(snapshot, path, offset);
  const sheet = here === undefined ? undefined : worksheet(snapshot, path, here);
  if (sheet === undefined) throw new Error("no worksheet");
  return sheet.replaceAll("\\", "");
}

marked(
  "the figures of a claim are cited by the source that their spec names, not by the studies cited as evidence",
  { "m.intervention.yaml": spec("source: Business case 2025\n") },
  (project) => {
    expect(sheetAt(project)).toContain("Business case 2025");
    expect(sheetAt(project)).not.toContain("trial");
  },
);

marked(
  "where no source is named, studies are named as evidence cited, no more",
  { "m.intervention.yaml": spec("") },
  (project) => expect(sheetAt(project)).toContain("evidence cited: trial"),
);

marked(
  "a study cited as evidence is named by its own source, looked up in its file",
  {
    "m.intervention.yaml": spec(""),
    "trial.study.yaml":
      "study: trial\ntitle: A trial\nsource:\n  authors: Fonagy P, Butler S\n  year: 2018\n  where: Table 2\n",
  },
  (project) => expect(sheetAt(project)).toContain("evidence cited: Fonagy P, Butler S 2018, Table 2 (trial)"),
);
