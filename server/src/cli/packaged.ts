import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file of the package, by its path from the package's folder; undefined when it is not there. Bundle and sources lie at different depths. */
export function packagedFile(path: string): URL | undefined {
  for (const up of ["../", "../../", "../../../", "../../../../"]) {
    const url = new URL(`${up}${path}`, import.meta.url);
    if (existsSync(fileURLToPath(url))) return url;
  }
  return undefined;
}
