import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWords } from '../../../src/core/checkin/read-words.js'

/** Entries as "visits 3 leads 2", for a table that reads. */
function entriesOf(words: string): string {
  return readWords(words)
    .entries.map(({ metric, amount }) => `${metric} ${amount}`)
    .join(' ')
}

describe('numbers', () => {
  test.each([
    // English
    ['3 visits, 2 leads, price objection', 'visits 3 leads 2'],
    ['3 visits 2 leads', 'visits 3 leads 2'],
    ['visits 3 leads 2', 'visits 3 leads 2'],
    ['visits: 3; leads=2', 'visits 3 leads 2'],
    ['visited 3, called 5', 'visits 3 follow-ups 5'],
    ['Visited 3 and called 12 today', 'visits 3 follow-ups 12'],
    ['1 deal', 'deals 1'],
    ['won 2 deals', 'deals 2'],
    ['2 new customers', 'new-customers 2'],
    ['2 more leads', 'leads 2'],
    ['4 customer visits', 'visits 4'],
    ['3 follow-ups and 1 proposal', 'follow-ups 3 proposals 1'],
    ['no visits', 'visits 0'],
    ['no visits, 2 leads', 'visits 0 leads 2'],
    ['0 leads', 'leads 0'],
    ['revenue 12k', 'revenue 1200000'],
    ['revenue 12,500.50', 'revenue 1250050'],
    ['$35,000 revenue', 'revenue 3500000'],
    ['collected 1.2m', 'collected 120000000'],
    ['2 visits 3 visits', 'visits 5'],
    ['3/5 visits', 'visits 3'],
    ['visits +2', 'visits 2'],
    ['3 VISITS', 'visits 3'],
    // Chinese
    ['拜访3 线索2,客户嫌贵', 'visits 3 leads 2'],
    ['拜访3，线索2，客户嫌贵', 'visits 3 leads 2'],
    ['拜访三家，线索两条', 'visits 3 leads 2'],
    ['拜访 3 家 回款1.2万', 'visits 3 collected 1200000'],
    ['签单1个 营收 35,000', 'deals 1 revenue 3500000'],
    ['今天拜访了3家客户，新增线索2条', 'visits 3 leads 2'],
    ['３家拜访，２条线索', 'visits 3 leads 2'],
    ['拜访：３；线索：２', 'visits 3 leads 2'],
    ['没有拜访', 'visits 0'],
    ['拜访没有，线索2', 'visits 0 leads 2'],
    ['拜访0', 'visits 0'],
    ['拜访+2', 'visits 2'],
    ['跟进二十五个', 'follow-ups 25'],
    ['电话十二通', 'follow-ups 12'],
    ['回款三万', 'collected 3000000'],
    ['营收1.5亿', 'revenue 15000000000'],
    ['成交两单，营收8万元', 'deals 2 revenue 8000000'],
    ['新客户2个', 'new-customers 2'],
    ['报价3份，谈判1场', 'proposals 3 negotiations 1'],
    ['拜访3家、方案1份。', 'visits 3 proposals 1'],
    ['拜访3/5', 'visits 3'],
    ['拜访 3 2 leads', 'visits 3 leads 2'],
  ])('%s', (words, entries) => expect(entriesOf(words)).toBe(entries))
})

describe('what is no count', () => {
  test.each([
    'price objection',
    'they want 5% discount',
    'call me at 3pm',
    'meeting at 10:30',
    'the Q3 budget is closed',
    'back on 2026-03-05',
    '客户3月5日回来',
    '下午3点再联系',
    '客户要求打8折',
    '和经理一起拜访客户',
    '拜访一下老客户',
    'my number is 13812345678',
    'b2b customer',
    '线索没跟上',
    '3v 2l',
    'in 2 weeks',
  ])('%s', (words) => expect(entriesOf(words)).toBe(''))
})

test.each([
  ['3 visits, 2 leads, price objection', 'price objection'],
  ['拜访3 线索2,客户嫌贵', '客户嫌贵'],
  ['拜访三家，线索两条，客户要5%折扣', '客户要5%折扣'],
  ['Visited 3 and called 12 today', ''],
  ['3 visits', ''],
  ['Great day! 3 visits', 'Great day!'],
  ['客户嫌贵', '客户嫌贵'],
])('%s leaves the note "%s"', (words, note) => expect(readWords(words).note).toBe(note))

test.each([
  ['3 visits and 7', ['7']],
  ['1.5 visits', ['1.5 visits']],
  ['visits 99999', ['visits 99999']],
  ['拜访3，12', ['12']],
])('%s leaves %j for somebody to look at', (words, unread) => expect(readWords(words).unread).toEqual(unread))

test('whatever is typed, it never throws and never counts below zero', () => {
  const pieces = fc.constantFrom(
    '拜访',
    'visits',
    '3',
    '二十',
    '，',
    ' ',
    '-',
    '+',
    '没有',
    '万',
    '%',
    'k',
    '回款',
    '1.2',
    '😀',
    '\u0000',
    'ﬁ',
    '／',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(pieces).map((parts) => parts.join('')),
      ),
      (words) => {
        const { entries } = readWords(words)
        for (const { amount } of entries) expect(amount >= 0n).toBe(true)
      },
    ),
  )
})

test('what is said in the usual way is read back, in both languages', () => {
  const spoken = fc.record({ visits: fc.integer({ min: 0, max: 500 }), leads: fc.integer({ min: 0, max: 500 }) })
  fc.assert(
    fc.property(spoken, ({ visits, leads }) => {
      for (const words of [`${visits} visits, ${leads} leads`, `拜访${visits}家，线索${leads}条`, `visits ${visits} leads ${leads}`]) {
        expect(entriesOf(words)).toBe(`visits ${visits} leads ${leads}`)
      }
    }),
  )
})
