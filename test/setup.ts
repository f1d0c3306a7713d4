import fc from "fast-check";

/**
 * In CI the laws are tried on the same made-up cases each time, so that a change is judged by itself and not by luck; on a developer's
 * machine they are new every time, and what they find becomes an example of its test.
 */
if (process.env.CI) fc.configureGlobal({ seed: 20_261_122 });
