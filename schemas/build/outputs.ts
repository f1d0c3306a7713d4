import { kinds } from "../../server/src/schema/kinds/index.ts";
import type { KindDescription } from "../../server/src/schema/shape.ts";
import { costOutput } from "./figures.ts";
import { publishedSchema } from "./published.ts";
import { validatorSource, validatorTypes } from "./validators.ts";

/** Every generated file, by its path from the root of the repository. */
export function outputs(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const kind of Object.values(kinds) as readonly KindDescription<unknown>[])
    files.set(`schemas/${kind.kind}.schema.json`, `${JSON.stringify(publishedSchema(kind), undefined, 2)}\n`);
  files.set("schemas/cost-output.schema.json", costOutput());
  files.set("server/src/schema/validators.generated.mjs", validatorSource());
  files.set("server/src/schema/validators.generated.d.mts", validatorTypes);
  return files;
}
