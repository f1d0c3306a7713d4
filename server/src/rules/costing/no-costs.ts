import { keyPlace } from "../../model/key-place.ts";
import type { DocumentRule } from "../types.ts";
import { wronglyMade } from "../unreadable.ts";
import { withLines } from "./example.ts";

const delivered = ["piloting", "running", "scaling"];

/** What is delivered, at no cost that is written. */
export const noCosts: DocumentRule = {
  code: "costing/no-costs",
  severity: "information",
  scope: "document",
  page: {
    title: "Service without costs",
    what: "The service is being delivered, and the spec lists nothing that it costs.",
    why: "Someone is paying for it already. Without its costs nobody can tell what it comes to for one family, or whether it is worth it.",
    fix: "List what it uses under `costs:`, line by line. What nobody knows yet is a line with `amount: unknown`.",
    standard: "CHEERS 2022, items 14 and 15",
    example: {
      file: "a.intervention.yaml",
      invalid: "intervention: family-visits\nstatus: running\npopulation:\n  unit: family\n",
      valid: withLines("    - item: Visits\n      amount: £500/family\n      who_pays: local-authority\n").replace(
        "source:",
        "status: running\nsource:",
      ),
    },
  },
  check({ spec }, report) {
    if (spec.kind !== "intervention" || spec.reading === undefined) return;
    const { reading } = spec;
    const status = reading.status?.value ?? "";
    if (reading.status === undefined || !delivered.includes(status)) return;
    if ((reading.costs?.lines?.items.length ?? 0) > 0) return;
    if (wronglyMade(reading, "costs") || wronglyMade(reading.costs, "lines")) return;
    report({
      at: keyPlace(reading.costs, "lines") ?? keyPlace(reading, "costs") ?? reading.status.$,
      message: `This is ${status}, and nothing that it costs is listed.`,
      help: "List what it uses under `costs: lines:`; what nobody knows yet with `amount: unknown`.",
    });
  },
};
