import { keyPlace } from "../../model/key-place.ts";
import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const team = (overhead: string): string =>
  `    - item: Team\n      resource: staff\n      who_pays: local-authority\n      amount: £120,000/year\n${overhead}`;
const management =
  "    - item: Management and rooms\n      resource: overhead\n      who_pays: local-authority\n      amount: £12,000/year\n";

/** Overhead as a share of a line, and as a line of its own. */
export const overheadTwice: DocumentRule = {
  code: "costing/overhead-twice",
  severity: "information",
  scope: "document",
  page: {
    title: "Overhead that may be counted twice",
    what: "One line adds a share for overhead, and another line is itself an overhead; or a share for overhead is added to an overhead.",
    why: "Management, rooms and systems paid for in one place are then paid for again in the other.",
    fix: "Keep one of the two. If they are different overheads, say which in `notes:` of the overhead line.",
    standard: "Levin and McEwan, ingredients method",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(`${team("      overhead: 10%\n")}${management}`),
      valid: withLines(`${team("")}${management}`),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention") return;
    const lines = spec.reading?.costs?.lines?.items ?? [];
    const own = lines.find(({ resource, notes }) => resource?.value === "overhead" && notes === undefined);
    if (own === undefined) return;
    for (const line of lines) {
      if (line.overhead?.value === undefined || line.overhead.value.value === 0 || line.notes !== undefined) continue;
      const at = keyPlace(line, "overhead") ?? line.overhead.$;
      const help = "Keep one of the two; if they are different overheads, say which in `notes:`.";
      if (line === own)
        report({
          at,
          message: `"${line.item?.text ?? ""}" is an overhead, and ${line.overhead.text} is added to it for overhead.`,
          help,
        });
      else
        report({
          at,
          message: `${line.overhead.text} is added here for overhead, and "${own.item?.text ?? ""}" is an overhead of its own.`,
          help,
          related: [{ at: own.item?.$ ?? own.$, label: "an overhead too" }],
        });
      return;
    }
  },
};
