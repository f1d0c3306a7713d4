import type { Feature } from "./feature.ts";
import { restart } from "./restart.ts";
import { showOutput } from "./show-output.ts";

/** Every visible feature of the extension. */
export const features: readonly Feature[] = [restart, showOutput];
