import { join } from "node:path";

/** The folder in which the last run is remembered: in the project, unless the user gave one. */
export const cacheHome = (root: string, folder: string | undefined): string => folder ?? join(root, ".wellspent-cache");
