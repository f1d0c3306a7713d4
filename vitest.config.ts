import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    // Many tests start real processes: how long they take says how busy the machine is. So no test has a patience of its own, and this one
    // only ends what hangs. Speed is measured by `npm run bench`.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    include: ["test/**/*.test.ts"],
    // These run elsewhere: e2e inside an editor, bench by `npm run bench`.
    exclude: ["test/e2e/**", "test/bench/**"],
  },
});
