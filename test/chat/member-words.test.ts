import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readMemberWords, readStayDay, unreadMemberWords } from '../../src/chat/member-words.js'

const TODAY = Temporal.PlainDate.from('2026-11-30') // a Monday

describe('a day on which somebody comes or goes', () => {
  test.each([
    ['2026-12-25', '2026-12-25'],
    ['on 25 Dec', '2026-12-25'],
    ['from Dec 25', '2026-12-25'],
    ['after 25 December', '2026-12-25'],
    ['until 25 Dec', '2026-12-25'],
    ['as of 1 Jan', '2027-01-01'],
    ['starting tomorrow', '2026-12-01'],
    ['today', '2026-11-30'],
    ['on Friday', '2026-12-04'],
    ['12月25日', '2026-12-25'],
    ['12月25日后', '2026-12-25'],
    ['12月25日之后', '2026-12-25'],
    ['从12月1日起', '2026-12-01'],
    ['自12月1日开始', '2026-12-01'],
    ['12月25号离职', '2026-12-25'],
    ['下周一入职', '2026-12-07'],
    ['后天', '2026-12-02'],
  ])('%s', (words, on) => {
    expect(readStayDay(words, TODAY)?.toString()).toBe(on)
  })

  test('that has just gone by is not next year’s, unless the year is said', () => {
    expect(readStayDay('25 Nov', TODAY)?.toString()).toBe('2026-11-25')
    expect(readStayDay('11月25日', TODAY)?.toString()).toBe('2026-11-25')
    expect(readStayDay('25 Nov 2027', TODAY)?.toString()).toBe('2027-11-25')
    expect(readStayDay('1 Mar', TODAY)?.toString()).toBe('2027-03-01')
  })

  test.each(['25/12', '31 Feb', 'soon', '24-28 Dec', 'next week', '', '12月'])('is not read out of %j', (words) => {
    expect(readStayDay(words, TODAY)).toBeUndefined()
  })
})

describe('what stands behind a name', () => {
  test.each([
    ['', {}],
    ['manager', { role: 'manager' }],
    ['from 1 Dec', { from: '2026-12-01' }],
    ['rep from 2026-12-01', { role: 'rep', from: '2026-12-01' }],
    ['from 1 Dec manager', { role: 'manager', from: '2026-12-01' }],
    ['销售 从12月1日起', { role: 'rep', from: '2026-12-01' }],
    ['从12月1日起 观察员', { role: 'spectator', from: '2026-12-01' }],
  ])('%j is a role, a day, or both', (words, meant) => {
    const read = readMemberWords(words, TODAY)
    expect({ role: read?.role, from: read?.from?.toString() }).toEqual({ role: undefined, from: undefined, ...meant })
  })

  test.each([
    ['chief', 'team-role-unknown'],
    ['chief from 1 Dec', 'team-role-unknown'],
    ['rep soonish', 'stay-unread'],
    ['from soonish', 'stay-unread'],
    ['soonish rep', 'stay-unread'],
  ])('%j is said to be neither', (words, key) => {
    expect(readMemberWords(words, TODAY)).toBeUndefined()
    expect(unreadMemberWords(words).key).toBe(key)
  })
})
