import { formatUnit } from "../../values/index.ts";
import { said } from "../wording.ts";
import { lineRule } from "./line-problem.ts";

export const missingTimeInService = lineRule("missing-time-in-service", {
  code: "units/missing-time-in-service",
  severity: "warning",
  page: {
    title: "Time in service is not said",
    what: "A cost is per participant and week, month or year, and nothing says how long one participant is served.",
    why: "A weekly cost means nothing until the weeks are known. The line is not costed.",
    fix: "Write `time_in_service: 20 weeks` under `population:`. A published average that covers everything is written per participant, with `averaged:` beside it.",
    example: {
      invalid: `intervention: home-visits
population:
  unit: family
costs:
  lines:
    - item: Support worker
      amount: £30/family/week
`,
      valid: `intervention: home-visits
population:
  unit: family
  time_in_service: 20 weeks
costs:
  lines:
    - item: Support worker
      amount: £30/family/week
`,
    },
  },
  lacks: () => "time in service",
  say({ item, left }) {
    return {
      message: `${said(item)} costs ${formatUnit(left)}, but nothing says how long one participant is served, so the line is not costed.`,
      help: "Write it under `population:`, such as `time_in_service: 20 weeks`.",
      label: "for how long?",
    };
  },
});
