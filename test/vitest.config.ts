import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longest-first.js'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    globalSetup: ['test/support/empty-database.ts'],
    pool: 'forks',
    maxWorkers: 4,
    // Loading the product anew for each file takes as long as the tests themselves. Files share nothing but modules that keep no state.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
})
