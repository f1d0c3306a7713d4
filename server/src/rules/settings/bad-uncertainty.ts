import { leastDraws, mostDraws } from "../../model/settings.ts";
import type { Spec } from "../../model/spec.ts";
import type { Field } from "../../schema/shape.ts";
import type { DocumentRule } from "../types.ts";
import { said } from "../wording.ts";

/** Settings files, and the `appraisal:` of a single spec. */
export const badUncertainty: DocumentRule = {
  code: "settings/bad-uncertainty",
  severity: "error",
  scope: "document",
  page: {
    title: "Setting of a simulation that cannot be used",
    what: "The number of draws, the seed or the level of the intervals is one that no simulation can be run with.",
    why: "The usual number holds instead, and nobody chose it: intervals would be of another level, or figures of another seed, than the settings say.",
    fix: `Write whole draws from ${leastDraws} to ${mostDraws}, a whole seed of 0 or more, and a level from 50% to under 100%.`,
    example: {
      file: "wellspent.yaml",
      invalid: "appraisal:\n  uncertainty:\n    draws: 10\n    level: 100%\n",
      valid: "appraisal:\n  uncertainty:\n    draws: 10000\n    level: 95%\n",
    },
  },
  check({ spec }, report) {
    const block = uncertaintyIn(spec);
    const whole = (field: Field<{ readonly value: number }> | undefined, least: number, most: number, help: string) => {
      const number = field?.value?.value;
      if (field === undefined || number === undefined) return;
      if (Number.isInteger(number) && number >= least && number <= most) return;
      report({ at: field.$, message: `${said(field.text)} cannot be used, so the usual setting holds instead.`, help });
    };
    whole(block?.draws, leastDraws, mostDraws, `Write a whole number of draws from ${leastDraws} to ${mostDraws}.`);
    whole(block?.seed, 0, Number.MAX_SAFE_INTEGER, "Write a whole number, 0 or more.");
    const level = block?.level?.value?.value;
    if (block?.level !== undefined && level !== undefined && !(level >= 0.5 && level < 1))
      report({
        at: block.level.$,
        message: `${said(block.level.text)} is no level that an interval of draws can have, so 95% holds instead.`,
        help: "Write a level from 50% to under 100%, such as 95%.",
      });
  },
};

const uncertaintyIn = (spec: Spec) =>
  spec.kind === "settings" || spec.kind === "intervention" || spec.kind === "portfolio"
    ? spec.reading?.appraisal?.uncertainty
    : undefined;
