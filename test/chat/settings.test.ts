import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/chat/model.js'
import { sayIn } from '../../src/chat/say.js'
import { speaker } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe.each([
  {
    language: 'en' as Language,
    rules: 'Rules',
    year: 'Fiscal year',
    team: 'Team settings',
    saved: 'Saved',
    long: 'P12 2028 a week longer',
  },
  { language: 'zh-CN' as Language, rules: '规则', year: '财年', team: '团队设置', saved: '已保存', long: '第 53 周并入2028年第12期' },
])('in $language', ({ language, rules, year, team: settings, saved, long }) => {
  test('a manager changes the rules, and finds them so again', async () => {
    const team = await world.team()
    const chen = speaker(world, team, 'Chen', language)
    const opened = await (await chen.types('/settings')).press(rules)
    expect(opened.form?.fields.map(({ name }) => name)).toEqual([
      'lateAfter',
      'windowEnds',
      'boardBest',
      'topSellerRest',
      'adjustmentDays',
      'catchUpPercent',
    ])
    expect(
      (
        await opened.send({
          lateAfter: language === 'en' ? '9:30 pm' : '晚上9点半',
          topSellerRest: '2',
          adjustmentDays: '3',
          catchUpPercent: '180',
        })
      ).text,
    ).toContain(saved)
    const again = await (await chen.types('/settings')).press(rules)
    expect(Object.fromEntries((again.form?.fields ?? []).map((field) => [field.name, 'initial' in field ? field.initial : '']))).toEqual({
      lateAfter: '21:30',
      windowEnds: '12:00',
      boardBest: '3',
      topSellerRest: '2',
      adjustmentDays: '3',
      catchUpPercent: '180',
    })
  })

  test('a year that begins in April is what new plans are offered', async () => {
    const team = await world.team()
    const chen = speaker(world, team, 'Chen', language)
    const opened = await (await chen.types('/settings')).press(year)
    expect((await opened.send({ startMonth: '4' })).text).toContain(saved)
    const plan = await chen.types('/plan new')
    const periods = plan.form?.fields.find(({ name }) => name === 'period')
    expect(periods?.kind === 'choice' ? periods.options.map(({ value }) => value) : []).toContain('2026-Q4')
  })

  test('a retail year of weeks is shown as it falls, and found so again', async () => {
    world.moveTo('2028-11-24T08:00:00Z')
    const team = await world.team()
    const chen = speaker(world, team, 'Chen', language)
    const opened = await (await chen.types('/settings')).press(year)
    const answer = await opened.send({ layout: '4-5-4', startMonth: '2' })
    expect(answer.text).toContain(long)
    const again = await (await chen.types('/settings')).press(year)
    expect(Object.fromEntries((again.form?.fields ?? []).map((field) => [field.name, 'initial' in field ? field.initial : '']))).toEqual({
      layout: '4-5-4',
      startMonth: '2',
      weekStart: 'sunday',
      yearEnds: 'nearest',
      yearName: 'start',
    })
    const form = (await chen.types('/plan new')).form?.fields.find(({ name }) => name === 'period')
    expect(form?.kind === 'choice' ? form.options.map(({ value }) => value) : []).toEqual([
      '2028',
      '2029',
      '2028-Q4',
      '2029-Q1',
      '2028-P10',
      '2028-P11',
    ])
    world.moveTo('2026-03-02T08:00:00Z')
  })

  test('the hours of the posts change with the team’s settings', async () => {
    const team = await world.team()
    const chen = speaker(world, team, 'Chen', language)
    const opened = await (await chen.types('/settings')).press(settings)
    expect((await opened.send({ morning: '8:15', midday: '', weekdays: ['1', '2', '3', '4'] })).text).toContain(saved)
    const { schedule, weekdays } = (await team.actor('Chen')).team
    expect(schedule).toMatchObject({ morning: '08:15', evening: '18:00' })
    expect(schedule.midday).toBeUndefined()
    expect(weekdays).toEqual([1, 2, 3, 4])
  })
})

test.each([
  ['lateAfter', '25:00', 'Please type a time as 09:00.'],
  ['boardBest', '0', 'At least 1.'],
  ['topSellerRest', 'never', 'This does not fit.'],
])('%s "%s" is refused at its field', async (field, typed, said) => {
  const team = await world.team()
  const opened = await speaker(world, team, 'Chen').presses(`settings:rules:${team.team.id}`)
  expect((await opened.send({ [field]: typed })).errors[field]).toContain(said)
})

test('a role is one there is: a word that is none changes nothing, and an admin makes others admins', async () => {
  const team = await world.team()
  const [chen, li] = [speaker(world, team, 'Chen'), speaker(world, team, 'Li Na')]
  expect((await chen.types('/team role @Li Na manager')).text).toBe('Li Na is a manager now.')
  expect((await chen.types('/team role @Li Na boss')).text).toContain('I know no role “boss”, so nothing was changed')
  expect((await chen.types('/team add @Li Na boss')).text).toContain('I know no role “boss”')
  expect((await chen.types('/team add @Li Na')).text).toBe('Li Na is in the team already, as a manager.')
  expect((await li.types('/team role @Wang Wei admin')).text).toContain('Only an admin can do that. Type /team to see who that is.')
  expect((await chen.types('/team role @Chen no-admin')).text).toContain('There has to be an admin')
  expect((await chen.types('/team role @Li Na admin')).text).toContain('Li Na is an admin now')
  expect((await li.types('/team role @Chen no-admin')).text).toBe('Chen is no admin any more.')
  expect((await chen.types('/team')).text).toContain('Admins: Li Na')
})

test('who does not manage the team sees their language only', async () => {
  const team = await world.team()
  const li = speaker(world, team, 'Li Na')
  expect((await li.types('/settings')).text).not.toContain('Rules')
  expect((await li.presses(`settings:rules:${team.team.id}`)).text).toContain('Only a manager')
  expect((await li.types('/settings 中文')).text).not.toBe('')
  expect((await li.types('/settings everything')).text).toContain('/settings')
})

test('the holidays of a region are kept, and an unknown one is answered with those there are', async () => {
  const team = await world.team()
  const chen = speaker(world, team, 'Chen')
  const opened = await (await chen.types('/settings')).press('Team settings')
  const places = opened.form?.fields.flatMap((field) => (field.name === 'country' && 'options' in field ? field.options : [])) ?? []
  const nameOf = (code: string) => places.filter(({ value }) => value === code).map(({ label }) => sayIn('zh-CN')(label))
  expect([nameOf('HK'), nameOf('TW')]).toEqual([['中国香港'], ['中国台湾']])
  expect((await opened.send({ country: 'DE', region: 'XX' })).errors.region).toContain('BY Bayern')
  expect((await opened.send({ country: 'CN', region: 'SH' })).errors.region).toContain('no regional holidays')
  expect((await opened.send({ country: 'DE', region: 'by' })).text).toContain('Saved')
  const { region, country } = (await team.actor('Chen')).team
  expect([country, region]).toEqual(['DE', 'BY'])
})
