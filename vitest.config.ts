import { defineConfig } from "vitest/config";

/** The same cases for the same tree: `npm run explore` draws others. */
const setupFiles = "tests/seed.ts";

/**
 * A busy machine may starve a browser. The summary of `npm test` names what
 * passed at the second try only.
 */
const retry = 1;

export default defineConfig({
  test: {
    environment: "node",
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/js/**/*.test.ts", "www/**/*.test.ts", "scripts/**/*.test.mjs"],
          setupFiles,
        },
      },
      {
        test: {
          name: "differential",
          include: ["tests/differential/**/*.test.ts"],
          setupFiles,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "large",
          include: ["tests/large/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "simulator",
          include: ["tests/simulator/**/*.test.ts"],
          setupFiles,
          testTimeout: 60_000,
        },
      },
      { test: { name: "proxy", include: ["tests/proxy/**/*.test.ts"], setupFiles, testTimeout: 60_000 } },
      {
        test: {
          name: "package",
          include: ["tests/package/*.test.ts", "tests/types/*.test.ts"],
          globalSetup: "tests/package/support/pack.ts",
          testTimeout: 120_000,
          // Builds of whole projects: two cores do two at a time.
          maxConcurrency: 2,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "docs",
          include: ["tests/docs/**/*.test.ts"],
          retry,
          globalSetup: "tests/package/support/pack.ts",
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          retry,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          retry,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "soak",
          include: ["tests/soak/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
