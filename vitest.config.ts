import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    // Many tests start real processes: how long they take says how busy the machine is. Speed is measured by `npm run bench`.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ["test/**/*.test.ts"],
    // These run elsewhere: e2e inside an editor, bench by `npm run bench`.
    exclude: ["test/e2e/**", "test/bench/**"],
  },
});
