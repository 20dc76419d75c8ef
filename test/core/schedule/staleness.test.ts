import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { PostKind } from '../../../src/core/schedule/post-rule.js'
import { type Staleness, staleness } from '../../../src/core/schedule/staleness.js'

const at = Temporal.Instant.from('2026-11-20T09:00Z')
const cases: readonly [PostKind, string, Staleness][] = [
  ['morning', 'PT0S', 'on-time'],
  ['morning', 'PT10M', 'on-time'],
  ['morning', 'PT11M', 'late-but-useful'],
  ['morning', 'PT4H', 'late-but-useful'],
  ['morning', 'PT4H1M', 'stale'],
  ['midday', 'PT90M', 'late-but-useful'],
  ['midday', 'PT91M', 'stale'],
  ['evening', 'PT90M', 'late-but-useful'],
  ['evening', 'PT91M', 'stale'],
  ['weekly', 'PT72H', 'late-but-useful'],
  ['weekly', 'PT73H', 'stale'],
  ['monthly', 'PT168H', 'late-but-useful'],
  ['monthly', 'PT169H', 'stale'],
]

test.each(cases)('%s, %s after it fell due, is %s', (kind, delay, verdict) => expect(staleness(kind, at, at.add(delay))).toBe(verdict))
