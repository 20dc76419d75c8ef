import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { builtSources } from './support/built-sources.js'
import { LongestFirst } from './support/longest-first.js'

const root = fileURLToPath(new URL('..', import.meta.url))
execFileSync(process.execPath, ['src/prepare.mjs', 'build'], { cwd: root, stdio: 'inherit' })

export default defineConfig({
  root,
  plugins: [builtSources(root)],
  test: {
    server: { deps: { external: [/\/dist\//] } },
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    globalSetup: ['test/support/empty-database.ts'],
    pool: 'forks',
    maxWorkers: 4,
    // The engine as the product runs on it.
    execArgv: ['--import', new URL('../src/engine.mjs', import.meta.url).href],
    // Loading the product anew for each file takes as long as the tests themselves. Files share modules that keep no state, and empty databases.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
})
