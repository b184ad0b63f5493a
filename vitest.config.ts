import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    globalSetup: ['test/support/bundle-worker.ts'],
    setupFiles: ['test/support/fast-check.ts'],
    pool: 'forks',
    // Many files wait for a browser most of the time: one more than the cores of a small machine.
    maxWorkers: 3,
    // For a hang, not for speed: a browser on a busy machine takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
