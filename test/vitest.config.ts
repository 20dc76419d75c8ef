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
    // As the product sets it (src/pacesetter.mjs): optimised sooner, the embedded database costs more than it saves.
    execArgv: ['--wasm-tiering-budget=100000000'],
    // Loading the product anew for each file takes as long as the tests themselves. Files share modules that keep no state, and empty databases.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
})
