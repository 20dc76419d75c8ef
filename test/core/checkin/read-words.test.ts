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
    ['saw 3 customers today', 'visits 3'],
    ['今天见了3个客户，签了1单50万', 'visits 3 deals 1 revenue 50000000'],
    ['上午见客户2个', 'visits 2'],
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
    ['visits3 2leads', 'visits 3 leads 2'],
    ['15 leads: 3', 'leads 3'],
    ['Q3 visits 5', 'visits 5'],
    ['Nov 12 visits 3', 'visits 3'],
    ['3 visits, two of them tomorrow again', 'visits 3'],
    ['three visits and two leads, price objection', 'visits 3 leads 2'],
    ['Visits: twelve', 'visits 12'],
    ['no one signed', ''],
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
    ['回款1.5w，营收２ｗ', 'collected 1500000 revenue 2000000'],
    ['回款三万', 'collected 3000000'],
    ['营收1.5亿', 'revenue 15000000000'],
    ['成交两单，营收8万元', 'deals 2 revenue 8000000'],
    ['新客户2个', 'new-customers 2'],
    ['报价3份，谈判1场', 'proposals 3 negotiations 1'],
    ['拜访3家、方案1份。', 'visits 3 proposals 1'],
    ['拜访3/5', 'visits 3'],
    ['拜访 3 2 leads', 'visits 3 leads 2'],
    ['拜访3，200条线索', 'visits 3 leads 200'],
    ['回款１，２００元', 'collected 120000'],
    ['回款1亿2000万', 'collected 12000000000'],
    ['回款3万5千', 'collected 3500000'],
    ['回款三万五', 'collected 3500000'],
    ['回款三万零五', 'collected 3000500'],
    ['回款一千二', 'collected 120000'],
    ['跟进一百零五个', 'follow-ups 105'],
    ['拜访3家，约了明天再谈', 'visits 3'],
    ['无锡拜访3家', 'visits 3'],
    // What one deal is worth
    ['签了一单8万', 'deals 1 revenue 8000000'],
    ['签了一单，8万元，拜访3', 'deals 1 revenue 8000000 visits 3'],
    ['今天拜访3家，签了1个单子，金额5万', 'visits 3 deals 1 revenue 5000000'],
    ['成交1单 ¥80,000', 'deals 1 revenue 8000000'],
    ['签了两单', 'deals 2'],
    ['签了一单回款8万', 'deals 1 collected 8000000'],
    ['签了一单8万，回款5万', 'deals 1 revenue 8000000 collected 5000000'],
    ['1 deal worth 80k', 'deals 1 revenue 8000000'],
    ['won 1 deal, $80k', 'deals 1 revenue 8000000'],
    ['2 visits, 1 deal 80k', 'visits 2 deals 1 revenue 8000000'],
    ['1 deal, 80k collected', 'deals 1 collected 8000000'],
    ['1 deal, 3 visits', 'deals 1 visits 3'],
    ['2 visits 3 foo', 'visits 2'],
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
    '-3 visits',
    '3-5 visits',
    '拜访3到5家',
    '1,5 visits',
    '1 200 000 revenue',
    '回款3万5',
    'iPhone 15 leads 3',
    'call 555 1234',
    '电话021-55551234',
    '3 sales',
    'plan to do 3 visits',
    '3 visits tomorrow',
    '明天拜访3家',
    '计划拜访3家',
    '约了3个拜访',
    'booked 3 visits',
    '拜访三一重工',
    '拜访万科',
    'revenue 999999999999999999',
    '回款99999万亿',
    '拜访3w',
    'in 2 weeks',
    '签了8万',
    '完成3单',
    '2 vists',
  ])('%s', (words) => expect(entriesOf(words)).toBe(''))
})

test.each([
  ['3 visits, 2 leads, price objection', 'price objection'],
  ['拜访3 线索2,客户嫌贵', '客户嫌贵'],
  ['拜访三家，线索两条，客户要5%折扣', '客户要5%折扣'],
  ['３　ｖｉｓｉｔｓ！！！ 2 leads???', ''],
  ['visited 3 customers and got 2 leads', ''],
  ['3 visits 👍', '👍'],
  ['Visited 3 and called 12 today', ''],
  ['3 visits', ''],
  ['签了一单8万，客户很满意', '客户很满意'],
  ['Great day! 3 visits', 'Great day!'],
  ['I made 5 calls and had 3 visits', ''],
  ['got 2 leads, they got cold feet', 'they got cold feet'],
  ['今天打了5个电话，发了2份方案，客户嫌贵', '客户嫌贵'],
  ['made it', 'made it'],
  ['打了', '打了'],
  ['客户嫌贵', '客户嫌贵'],
])('%s leaves the note "%s"', (words, note) => expect(readWords(words).note).toBe(note))

test.each([
  ['3 visits and 7', ['7']],
  ['2 vists', ['2 vists']],
  ['2 visits 3 foo', ['3 foo']],
  ['3 Visist, 2 leads', ['3 Visist']],
  ['7 with ACME', ['7']],
  ['拜方3家', ['3家']],
  ['签了一单8万', []],
  ['签了两单8万', ['8万']],
  ['1 deal, 80k pipeline', ['80k pipeline']],
  ['1.5 visits', ['1.5 visits']],
  ['visits 99999', ['visits 99999']],
  ['拜访3，12', ['12']],
  ['3-5 visits', ['3-5']],
  ['回款3万5', ['3万5']],
  ['15 leads 3', ['15 leads 3']],
  ['明天拜访3家', ['拜访3']],
  ['拜访２０２６０次', ['拜访２０２６０']],
  ['客户没有预算，there is no rush', []],
  ['三一重工', []],
  ['phone 4155551234', []],
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

test('the currency’s digits make the minor units', () => {
  const inDigits = (currencyDigits: number) => readWords('revenue 1.2k', { currencyDigits }).entries[0]?.amount
  expect([0, 2, 3].map(inDigits)).toEqual([1_200n, 120_000n, 1_200_000n])
})

test('money as it is written is read back to the cent', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (cents) => {
      const written = `${(cents / 100n).toLocaleString('en')}.${String(cents % 100n).padStart(2, '0')}`
      expect(readWords(`revenue ${written}`).entries).toEqual([{ metric: 'revenue', amount: cents }])
    }),
  )
})

test.each([
  ['spaces', `3${' '.repeat(3_990)}zz visits`],
  ['digits', '1'.repeat(4_000)],
  ['metrics', 'visits '.repeat(570)],
  ['separators', `${', '.repeat(1_990)}x`],
  ['a page', 'a long story '.repeat(10_000)],
])('%s without end take no time', (_, words) => {
  const started = performance.now()
  readWords(words)
  expect(performance.now() - started).toBeLessThan(1_000)
})
