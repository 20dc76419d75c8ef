/** `npm run docs`: writes the documentation that is made of the code. A test fails when it is not current. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { documentedVariables } from './config.js'
import { planJsonSchema } from './core/plan/plan-schema.js'

/** docs/configuration.md: every variable, what it does, and what holds without it. */
export function configurationPage(): string {
  const rows = documentedVariables().map(
    ({ name, meaning, fallback }) => `| \`${name}\` | ${meaning} | ${fallback === undefined ? '' : `\`${fallback}\``} |`,
  )
  return [
    '# Configuration',
    '',
    'All of it comes from the environment and is read once, at the start. An empty variable counts as absent. `npx pacesetter doctor` says what is wrong.',
    'This page is made of `src/config.ts` by `npm run docs`.',
    '',
    '| Variable | What it does | Without it |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** docs/plan.schema.json: the plan file's JSON Schema, for editors. */
export function planSchemaFile(): string {
  return `${JSON.stringify(planJsonSchema(), null, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(fileURLToPath(new URL('../docs/configuration.md', import.meta.url)), configurationPage())
  writeFileSync(fileURLToPath(new URL('../docs/plan.schema.json', import.meta.url)), planSchemaFile())
}
