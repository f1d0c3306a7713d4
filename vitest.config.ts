import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // These run elsewhere: e2e inside an editor, bench by `npm run bench`.
    exclude: ["test/e2e/**", "test/bench/**"],
  },
});
