import type { DocumentRule } from "../types.ts";
import { withLines } from "./example.ts";

const visits = "    - item: Groups\n      who_pays: schools\n      amount: £90/family\n";
const settings = { "wellspent.yaml": "root: true\nstandards:\n  cost_band: eef\n" };

/** A band that averages start-up over three years is read from lines without any. */
export const averagedWithoutStartUp: DocumentRule = {
  code: "costing/averaged-without-start-up",
  severity: "information",
  scope: "document",
  page: {
    title: "Average over three years without start-up",
    what: "The settings ask for EEF cost ratings, which average start-up and three years of running, and no line is start-up or prerequisite.",
    why: "Training, licences and materials bought to begin make the first year dearer. Left out, or mixed into the running cost, the rating comes out in the wrong band.",
    fix: "Say `timing: start-up` or `timing: prerequisite` on the lines paid once. Where there are none, a line of £0 says so.",
    standard: "EEF cost evaluation guidance",
    example: {
      file: "a.intervention.yaml",
      files: settings,
      invalid: withLines(visits),
      valid: withLines(
        `${visits}    - item: Training to begin\n      timing: start-up\n      who_pays: schools\n      amount: £2,000\n`,
      ),
    },
  },
  check({ assessment, spec, settings }, report) {
    if (spec.kind !== "intervention" || !settings.standards.costBand.startsWith("eef")) return;
    const lines = assessment()?.lines ?? [];
    const costed = lines.filter(({ line, total }) => line.averaged === undefined && total.missing.length === 0);
    if (costed.length === 0 || lines.some(({ line, timing }) => timing !== "recurring" || line.averaged !== undefined))
      return;
    const { costs } = spec.reading ?? {};
    if (costs?.lines === undefined) return;
    report({
      at: costs.$keys.get("lines") ?? costs.lines.$,
      message:
        "No line is start-up or prerequisite, and the EEF cost rating averages them with three years of running.",
      help: "Say `timing: start-up` on the lines paid once. Where there are none, a line of £0 says so.",
    });
  },
};
