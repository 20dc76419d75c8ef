import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import type { DayState } from '../../../src/core/checkin/day-state.js'
import { streak } from '../../../src/core/pace/streak.js'

type State = DayState['state']
const START = Temporal.PlainDate.from('2026-11-02')
const days = (states: readonly State[]) => states.map((state, index) => ({ on: START.add({ days: index }), state }))

const cases: readonly [string, readonly State[], number][] = [
  ['nobody has one on the first day', [], 0],
  ['each day with a check-in counts', ['done', 'done', 'done'], 3],
  ['late counts too', ['done', 'late', 'done'], 3],
  ['a missed day ends it', ['done', 'missed', 'done', 'done'], 2],
  ['the last day missed leaves none', ['done', 'done', 'missed'], 0],
  ['a weekend, leave and spectating neither break it nor count', ['done', 'excused', 'excused', 'leave', 'done'], 2],
  ['a day that is still open does not break it', ['done', 'done', 'awaiting', 'not-due'], 2],
]

test.each(cases)('%s', (_, states, count) => expect(streak(days(states))).toBe(count))

test('it does not depend on the order of the days, and days off change nothing', () => {
  const someState = fc.constantFrom<State>('done', 'late', 'missed', 'leave', 'excused', 'awaiting')
  fc.assert(
    fc.property(fc.array(someState), (states) => {
      const all = days(states)
      expect(streak(all.toReversed())).toBe(streak(all))
      expect(streak(all.filter(({ state }) => state !== 'leave' && state !== 'excused'))).toBe(streak(all))
    }),
  )
})
