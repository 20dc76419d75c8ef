#!/usr/bin/env node
/** `npx pacesetter …` and `npm start`: prepares the checkout when something changed, then hands over to the built program. */
import './engine.mjs'
import { prepare } from './prepare.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Pacesetter needs Node.js 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}
try {
  await prepare('build')
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
process.setSourceMapsEnabled?.(true)
const { run } = await import('../dist/cli.js')
process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  print: (words) => process.stdout.write(`${words}\n`),
  warn: (words) => process.stderr.write(`${words}\n`),
})
