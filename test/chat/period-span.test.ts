import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { spanned } from '../../src/chat/period-span.js'
import { sayIn } from '../../src/chat/say.js'
import { text } from '../../src/chat/text.js'
import { CALENDAR_YEAR, type FiscalCalendar } from '../../src/core/calendar/fiscal-year.js'
import { parsePeriod } from '../../src/core/calendar/period.js'
import { RETAIL_CALENDAR } from '../../src/core/calendar/week-year.js'
import { speaker } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

const APRIL: FiscalCalendar = { kind: 'months', startMonth: 4 }
const ISO_PERIODS: FiscalCalendar = { ...RETAIL_CALENDAR, layout: '13x4', startMonth: 1, weekStart: 'monday' }

describe('a period says its days where its name does not tell them', () => {
  test.each<{ fiscal: FiscalCalendar; id: string; en: string; zh: string }>([
    { fiscal: CALENDAR_YEAR, id: '2026', en: '2026', zh: '2026年' },
    { fiscal: CALENDAR_YEAR, id: '2026-Q2', en: 'Q2 2026', zh: '2026年第2季度' },
    { fiscal: CALENDAR_YEAR, id: '2026-03', en: 'March 2026', zh: '2026年3月' },
    { fiscal: CALENDAR_YEAR, id: '2026-W11', en: 'week 11 of 2026 (9 Mar – 15 Mar)', zh: '2026年第11周（3月9日 – 3月15日）' },
    { fiscal: APRIL, id: '2027', en: '2027 (1 Apr 2026 – 31 Mar 2027)', zh: '2027年（2026年4月1日 – 2027年3月31日）' },
    { fiscal: APRIL, id: '2027-Q1', en: 'Q1 2027 (1 Apr – 30 Jun 2026)', zh: '2027年第1季度（2026年4月1日 – 6月30日）' },
    { fiscal: APRIL, id: '2026-04', en: 'April 2026', zh: '2026年4月' },
    { fiscal: RETAIL_CALENDAR, id: '2017', en: '2017 (29 Jan 2017 – 3 Feb 2018)', zh: '2017年（2017年1月29日 – 2018年2月3日）' },
    { fiscal: RETAIL_CALENDAR, id: '2026-P02', en: 'P2 2026 (1 Mar – 4 Apr)', zh: '2026年第2期（3月1日 – 4月4日）' },
    { fiscal: ISO_PERIODS, id: '2026-P13', en: 'P13 2026 (30 Nov 2026 – 3 Jan 2027)', zh: '2026年第13期（2026年11月30日 – 2027年1月3日）' },
  ])('$en', ({ fiscal, id, en, zh }) => {
    const period = parsePeriod(id, fiscal)
    if (period === undefined) throw new Error(`No period ${id}`)
    const said = text('plan-period-option', { period: spanned(period) })
    expect([sayIn('en')(said), sayIn('zh-CN')(said)]).toEqual([en, zh])
  })
})

describe('where somebody meets one', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld('2026-03-10T08:00:00Z')
  })
  afterAll(() => world.close())

  test('the fiscal year that is saved, the periods of a new plan, its draft and a target all tell its days', async () => {
    const team = await world.team()
    const chen = speaker(world, team, 'Chen')
    const form = await (await chen.types('/settings')).press('Fiscal year')
    const saved = await form.send({ layout: 'months', startMonth: '4' })
    expect(saved.text).toContain('Saved: fiscal year 2026\n1 Apr 2025 – 31 Mar 2026\n• Q1 2026: 1 Apr – 30 Jun 2025')

    const opened = await chen.types('/plan new')
    const periods = opened.form?.fields.find(({ name }) => name === 'period')
    const said = periods !== undefined && 'options' in periods ? periods.options.map(({ label }) => sayIn('en')(label)) : []
    expect(said.slice(0, 4)).toEqual([
      '2027 (1 Apr 2026 – 31 Mar 2027)',
      '2026 (1 Apr 2025 – 31 Mar 2026)',
      'Q4 2026 (1 Jan – 31 Mar)',
      'Q1 2027 (1 Apr – 30 Jun 2026)',
    ])
    const draft = await opened.send({ metric: 'visits', period: '2026-Q4', amount: '90', weights: 'Li Na 1\nWang Wei 1' })
    expect(draft.text).toContain('Draft for Q4 2026 (1 Jan – 31 Mar)')
    await draft.press('Publish')
    expect((await chen.types('/target quarter team')).text).toContain('East: Q4 2026 (1 Jan – 31 Mar)')
    expect((await chen.types('/target week team')).text).toContain('East: week 11 of 2026 (9 Mar – 15 Mar)')
  })

  test('people who all came on the day the team began share a plan that is under way as if they had been there all along', async () => {
    const team = await world.team()
    const chen = speaker(world, team, 'Chen')
    const draft = await (await chen.types('/plan new')).send({ metric: 'visits', period: '2026', amount: '130' })
    const why = await draft.press('Why these numbers?')
    expect(why.text).toContain('Shared equally: 130 ÷ 2 = 65 each')
    expect(why.text).not.toContain('of a whole share')
  })
})
