import type { Definition } from "../model/spec.ts";
import { recordOf, textOf } from "./detached.ts";

/** Authors and year where they are said, else the title, else the id. */
export function studyName({
  id,
  definition,
}: {
  readonly id: string;
  readonly definition?: Definition | undefined;
}): string {
  if (definition === undefined) return id;
  const source = recordOf(recordOf(definition.meaning).source);
  const [authors, year] = [textOf(source.authors), textOf(source.year)];
  if (authors === undefined) return definition.title ?? id;
  const short = authors.length > 40 ? `${authors.split(/[,(]/)[0]?.trim()} and others` : authors;
  return year === undefined ? short : `${short}, ${year}`;
}
