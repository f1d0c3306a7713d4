import type { NumeralProblem } from "./numerals.ts";
import type { Reading, TextSpan, ValueProblem } from "./types.ts";

/** What a production answers when it cannot go on. */
export interface Failure {
  readonly failed: true;
  readonly problem: ValueProblem;
}

/** A failure at a span: what is wrong in one sentence, and a form that would be read. */
export function fail(
  reason: ValueProblem["reason"],
  span: TextSpan,
  message: string,
  example: string,
  more: { readonly suggestion?: string | undefined; readonly found?: string } = {},
): Failure {
  const { suggestion, found } = more;
  return {
    failed: true,
    problem: {
      reason,
      span: { start: span.start, end: span.end },
      message,
      example,
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(found === undefined ? {} : { found }),
    },
  };
}

/** Whether a production failed. */
export function isFailure(x: unknown): x is Failure {
  return typeof x === "object" && x !== null && "failed" in x;
}

/** The number of a token that cannot be meant: the whole value is suggested anew only where the number was all of it. */
export function failNumeral(
  problem: NumeralProblem,
  c: { readonly text: string; readonly example: string },
  token: TextSpan,
): Failure {
  const span = { start: problem.at, end: problem.at + problem.length };
  const replaced = c.text.slice(0, token.start) + problem.example + c.text.slice(token.end);
  return fail(problem.reason, span, problem.message, problem.reason === "torn-number" ? replaced : c.example, {
    suggestion: problem.certain ? replaced : undefined,
  });
}

/** A result as readers outside the grammar see it. */
export function toReading<T>(result: T | Failure): Reading<T> {
  return isFailure(result) ? { ok: false, problem: result.problem } : { ok: true, value: result };
}
