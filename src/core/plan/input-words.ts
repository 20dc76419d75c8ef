import { z } from 'zod'
import type { MetricKey } from './metric.js'
import { metricByWords } from './metric-words.js'

// The messages of their issues are codes: the catalogue has the sentences.

/** A number as it was written; read exactly by whoever knows its unit. */
export const numberWords = z
  .union([z.string(), z.number()], { error: ({ input }) => (input === undefined ? 'missing' : 'not-a-number') })
  .transform(String)

/** What people, motions and focuses are called: no signs that cannot be seen, no space at the ends. */
export const name = z
  .string()
  .max(100, 'too-long')
  .regex(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u, 'not-a-name')

export const metricKey = z.string().transform((words, context): MetricKey => {
  const key = metricByWords(words)
  if (key !== undefined) return key
  context.addIssue({ code: 'custom', message: 'unknown-metric', params: { words } })
  return z.NEVER
})
