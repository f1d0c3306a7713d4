import type { Field } from "../schema/shape.ts";

/** True for a key that is there and cannot be read: that has a finding of its own, and what it says is not known. */
export const unreadable = (field: Field<unknown> | undefined): boolean =>
  field?.problem !== undefined && field.problem.reason !== "empty";
