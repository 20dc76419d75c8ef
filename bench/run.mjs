/**
 * Runs the benchmarks, or those named: `npm run bench`, `npm run bench check-in weekly`. One after the other, each in a process of its own; ends
 * with 1 when a promise was not kept.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('.', import.meta.url))
const all = readdirSync(folder).flatMap((file) => (file.endsWith('.bench.ts') ? [file.slice(0, -'.bench.ts'.length)] : []))
const unknown = process.argv.slice(2).filter((name) => !all.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark "${unknown.join('", "')}". There are: ${all.join(', ')}\n`)
  process.exit(2)
}
for (const name of process.argv.length > 2 ? process.argv.slice(2) : all) {
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', new URL('typescript.mjs', import.meta.url).href, `${folder}${name}.bench.ts`],
    {
      stdio: 'inherit',
    },
  )
  if (status !== 0) process.exitCode = 1
}
