import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { formatPlanFile, parsePlan } from '../../../src/core/plan/plan-file.js'
import { planJsonSchema } from '../../../src/core/plan/plan-schema.js'
import { planSchemaFile } from '../../../src/documentation.js'

const docs = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')

/** As an editor holds a file against the schema. */
const editor = z.fromJSONSchema(JSON.parse(planSchemaFile()))

test('docs/plan.schema.json is current (npm run docs)', () => expect(docs('plan.schema.json')).toBe(planSchemaFile()))

test('every key of a plan is explained', () => {
  const unexplained: string[] = []
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (path.endsWith('/properties') && !('description' in value)) unexplained.push(`${path}/${key}`)
      visit(value, `${path}/${key}`)
    }
  }
  visit(JSON.parse(planSchemaFile()), '')
  expect(unexplained).toEqual([])
  expect(planJsonSchema().additionalProperties).toBe(false)
})

describe('the worked example of docs/plan-file.md', () => {
  const example = [...docs('plan-file.md').matchAll(/```yaml\n(.*?)```/gs)]
    .map(([, text]) => text ?? '')
    .find((text) => text.includes('version:'))

  test('is a plan, and fits the schema as it is and as it is exported', () => {
    const read = parsePlan({ format: 'yaml', text: example ?? '' })
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(read.value.targets.map(({ metric, amount }) => [metric, amount])).toEqual([
      ['revenue', 1_200_000_000n],
      ['visits', 2_400n],
      ['new-customers', 60n],
    ])
    expect(editor.safeParse(parse(example ?? '')).error).toBeUndefined()
    expect(editor.safeParse(parse(formatPlanFile(read.value))).error).toBeUndefined()
  })

  test.each([
    { what: 'an unknown key', text: example?.replace('    split: equal', '    splits: equal') },
    { what: 'a missing amount', text: example?.replace('    amount: 2400\n', '') },
    { what: 'two parts of three', text: example?.replace('[30, 50, 20]', '[50, 50]') },
    { what: 'an unknown dimension', text: example?.replace('by: business', 'by: colour') },
  ])('with $what is underlined', ({ text }) => {
    expect(text).not.toBe(example)
    expect(editor.safeParse(parse(text ?? '')).success).toBe(false)
  })
})
