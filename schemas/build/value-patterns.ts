import type { Form } from "../../server/src/values/types.ts";

/** Until the grammar says more, anything that is not blank. */
export const patternFor = (_form: Form): string => "\\S";
