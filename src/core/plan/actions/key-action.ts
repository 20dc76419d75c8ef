import { z } from 'zod'
import { isRhythm } from './rhythm.js'

/** What an action works for: new customers, repeat business, or larger deals. */
export const CARRIERS = ['new', 'repeat', 'deal-size'] as const

const times = z
  .union([z.string(), z.number()], { error: 'not-a-whole-number' })
  .transform(String)
  .pipe(z.string().regex(/^[1-9]\d{0,2}$/, 'not-a-whole-number'))
  .transform(Number)

const words = z
  .string()
  .max(60, 'too-long')
  .regex(/^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u, 'not-a-name')

/** A key action with its rhythm: 2 trade shows a month is { action: 'Trade show', times: 2, rhythm: 'FREQ=MONTHLY' }. */
export const keyAction = z.strictObject({
  action: words,
  times: times.default(1),
  rhythm: z.string().refine(isRhythm, { error: 'not-a-rhythm' }),
  carrier: z.enum(CARRIERS, { error: 'not-a-carrier' }).optional(),
  /** Whose it is; without it everybody's who carries a part of the plan. */
  members: z.array(words).min(1, 'nobody').max(1_000, 'too-many').optional(),
})

export type KeyAction = z.output<typeof keyAction>
