import { expect } from "vitest";
import { fileRename } from "../../server/src/features/file-rename.ts";
import { folding } from "../../server/src/features/folding.ts";
import { selection } from "../../server/src/features/selection.ts";
import { at, council } from "./council.ts";
import { marked } from "./marked.ts";

// The first line is empty: a comment before it is a comment of its own.
const folded = `
# one
# two

intervention: a
costs:
  # inside
  lines:
    - item: Staff
      amount: £1

    - item: Rooms
description: |
  Two
  lines

---
outcome: b
values:
  - value: £1
    kind: fiscal
`;

marked("blocks, items, texts, comments and documents fold", { "a.intervention.yaml": folded }, ({ snapshot, line }) =>
  expect(
    folding(snapshot, "a.intervention.yaml").map(({ from, to, kind }) => `${line(from) + 1}-${line(to) + 1} ${kind}`),
  ).toEqual([
    "2-3 comment",
    "5-15 document",
    "6-12 block",
    "8-12 block",
    "9-10 block",
    "13-15 block",
    "18-21 document",
    "19-21 block",
    "20-21 block",
  ]),
);

marked(
  "selection widens from the word to the file",
  at("mst.intervention.yaml", "herapist\n"),
  ({ snapshot, path, offset, show }) => {
    const spans = selection(snapshot, path, offset);
    expect(spans.slice(0, 3).map((span) => show(path, span))).toEqual([
      "mst.intervention.yaml:9 therapist",
      "mst.intervention.yaml:9 local/therapist",
      "mst.intervention.yaml:9 unit_cost: local/therapist",
    ]);
    expect(spans.slice(3, 7).map((span) => show(path, span).split("\n")[0])).toEqual(
      [
        "mst.intervention.yaml:7 item: Therapists",
        "mst.intervention.yaml:7 - item: Therapists",
        "mst.intervention.yaml:6 lines:",
        "mst.intervention.yaml:5 costs:",
      ].map((line) => line),
    );
    expect(spans.at(-1)).toEqual({ start: 0, end: snapshot.text(path)?.length });
    for (const [index, span] of spans.slice(1).entries()) {
      const inner = spans[index] ?? span;
      expect(
        span.start <= inner.start && span.end >= inner.end && span.end - span.start > inner.end - inner.start,
      ).toBe(true);
    }
  },
);

marked(
  "inside quotes, then with them",
  at("mst.intervention.yaml", "enters-care"),
  ({ snapshot, path, offset, show }) =>
    expect(
      selection(snapshot, path, offset)
        .slice(0, 3)
        .map((span) => show(path, span)),
    ).toEqual([
      "mst.intervention.yaml:13 child-enters-care",
      'mst.intervention.yaml:13 "child-enters-care"',
      'mst.intervention.yaml:13 outcome: "child-enters-care"',
    ]),
);

marked(
  "between documents only the file is selected",
  { "a.study.yaml": "study: a\n\n$0\n---\nstudy: b\n" },
  ({ snapshot, path, offset }) =>
    expect(selection(snapshot, path, offset)).toEqual([{ start: 0, end: snapshot.text(path)?.length }]),
);

const settings =
  'root: true\nignore: [drafts/**, "old/a.study.yaml"]\noverrides:\n  - files: [mst.intervention.yaml]\n    rules: {policy/*: off}\n';

marked(
  "a file that moves is followed by settings that name it in full",
  { ...council, "wellspent.yaml": settings },
  ({ snapshot, changed }) => {
    const moves = [
      { from: "mst.intervention.yaml", to: "edge/mst.intervention.yaml" },
      { from: "old/a.study.yaml", to: "new/a.study.yaml" },
    ];
    expect(changed("wellspent.yaml", fileRename(snapshot, moves))).toBe(
      settings.replace("mst.intervention", "edge/mst.intervention").replace("old/a", "new/a"),
    );
  },
);

marked("a file that nothing names moves without any change", council, ({ snapshot }) =>
  expect(fileRename(snapshot, [{ from: "mst.intervention.yaml", to: "other.intervention.yaml" }])).toEqual([]),
);
