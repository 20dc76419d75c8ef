import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { doublesIn } from '../../../src/app/deal/doubles.js'
import { dayNumber } from '../../../src/core/calendar/day-number.js'
import type { MemberId } from '../../../src/core/id.js'
import type { FileDeal } from '../../../src/core/pipeline/deal-file.js'
import type { KnownDeal } from '../../../src/store/repository/deals.js'

const on = (date: string) => Temporal.PlainDate.from(date)
const members = [
  { id: 'li' as MemberId, name: 'Li Na' },
  { id: 'wang' as MemberId, name: 'Wang Wei' },
]
const OPEN: FileDeal = {
  line: 2,
  owner: 0,
  name: 'ACME',
  amount: undefined,
  focus: undefined,
  opened: dayNumber(on('2026-10-01')),
  stage: 'lead',
  end: { kind: 'open' },
}
const won = (date: string): FileDeal => ({ ...OPEN, end: { kind: 'won', on: dayNumber(on(date)) } })
const there = (place: KnownDeal['place'], closedOn?: string): KnownDeal => ({
  memberId: members[0]?.id ?? ('' as MemberId),
  name: 'acme ',
  openedOn: on('2026-09-01'),
  place,
  closedOn: closedOn === undefined ? undefined : on(closedOn),
  source: 'typed',
  isTakenBack: false,
})

test.each([
  { said: 'one that is open there', deal: OPEN, kept: there('needs'), isDouble: true },
  { said: 'one that is open there and won in the file', deal: won('2026-11-02'), kept: there('needs'), isDouble: true },
  { said: 'one closed on the same day', deal: won('2026-11-02'), kept: there('won', '2026-11-02'), isDouble: true },
  { said: 'one of a customer who bought before', deal: OPEN, kept: there('won', '2026-08-02'), isDouble: false },
  { said: 'one won when another was lost', deal: won('2026-11-02'), kept: there('lost', '2026-11-02'), isDouble: false },
  { said: 'one of a colleague', deal: { ...OPEN, owner: 1 }, kept: there('needs'), isDouble: false },
])('$said: a double is $isDouble', ({ deal, kept, isDouble }) => {
  expect(doublesIn([deal], members, [kept])).toHaveLength(isDouble ? 1 : 0)
})

test('a row that says what an earlier one says is told with that row', () => {
  const later = { ...OPEN, line: 5, opened: OPEN.opened + 3 }
  expect(doublesIn([OPEN, later, { ...OPEN, line: 6, name: 'Other' }], members, [])).toEqual([
    { line: 5, name: 'ACME', owner: 'Li Na', there: { kind: 'row', line: 2 } },
  ])
})
