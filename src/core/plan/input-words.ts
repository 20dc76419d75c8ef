import { z } from 'zod'
import type { MetricKey } from './metric.js'
import { metricByWords } from './metric-words.js'

// The messages of their issues are codes: the catalogue has the sentences.

/** A number as it was written; read exactly by whoever knows its unit. */
export const numberWords = z
  .union([z.string(), z.number()], { error: ({ input }) => (input === undefined ? 'missing' : 'not-a-number') })
  .transform(String)

export const wholeNumber = numberWords.pipe(z.string().regex(/^\d{1,9}$/, 'not-a-whole-number')).transform(Number)

/** A weight, exact as written: '2', '0.5', '0.333333333333333' as a spreadsheet works it out. Only its ratio to the others counts. */
export const weight = numberWords.pipe(z.string().regex(/^(?=.*[1-9])\d{1,18}(?:\.\d{1,20})?$/, 'not-a-weight'))

export const weightOrZero = numberWords.pipe(z.string().regex(/^\d{1,18}(?:\.\d{1,6})?$/, 'not-a-weight'))

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
