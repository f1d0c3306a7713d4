import { keyPlace } from "../../model/key-place.ts";
import type { CostLine } from "../../schema/kinds/intervention.ts";
import type { DocumentRule } from "../types.ts";
import { counted } from "../wording.ts";
import { withLines } from "./example.ts";

const line = "    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n";

/** Amounts nobody can trace. */
export const noSource: DocumentRule = {
  code: "costing/no-source",
  severity: "warning",
  scope: "document",
  page: {
    title: "Amount without a source",
    what: "An amount does not say where it comes from: neither its line, nor its unit-cost library, nor the spec names a source.",
    why: "A figure that cannot be traced cannot be checked, updated or defended before a committee.",
    fix: "Write `source:` at the top of the spec (every figure inherits it), on the costs, or on the line. For your own assumption write `basis: assumed` on the line.",
    standard: "CHEERS 2022, item 14; GMCA cost-benefit guidance 2014, confidence grades",
    example: {
      file: "a.intervention.yaml",
      invalid: withLines(line).replace("source: Council report 2024\n", ""),
      valid: withLines(line),
    },
  },
  check({ spec, assessment }, report) {
    if (spec.kind !== "intervention" || spec.reading === undefined) return;
    const { reading } = spec;
    if (reading.$keys.has("source") || reading.costs?.$keys.has("source")) return;
    const without = (assessment()?.lines ?? []).filter(
      (each) =>
        !each.line.$keys.has("source") &&
        each.line.basis?.value !== "assumed" &&
        each.unitCost?.entry.source === undefined &&
        each.unitCost?.library?.source === undefined &&
        (bySite(each.line) || each.original?.value !== undefined),
    );
    const [first] = without;
    if (first === undefined) return;
    report({
      at: keyPlace(reading, "costs") ?? first.at,
      message: `${without.length === 1 ? `"${first.item}" has` : `${counted(without.length, "amount", "amounts")} have`} no source: neither the spec, its costs nor the line names one.`,
      help: "Write `source:` at the top of the spec; every figure below inherits it. For your own assumption write `basis: assumed` on the line.",
      related: without.slice(0, 10).map((each) => ({ at: each.at, label: "an amount without a source" })),
    });
  },
};

/** An amount given site by site, at least one of them known. */
const bySite = ({ amount }: CostLine): boolean =>
  amount?.$kind === "map" && amount.entries.some(({ value }) => value.value !== undefined);
