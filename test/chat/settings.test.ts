import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/chat/model.js'
import { speaker } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe.each([
  { language: 'en' as Language, rules: 'Rules and year', team: 'Team settings', saved: 'Saved' },
  { language: 'zh-CN' as Language, rules: '规则与财年', team: '团队设置', saved: '已保存' },
])('in $language', ({ language, rules, team: settings, saved }) => {
  test('a manager changes the rules and the year, and finds them so again', async () => {
    const team = await world.team()
    const chen = speaker(world, team, 'Chen', language)
    const opened = await (await chen.types('/settings')).press(rules)
    expect(opened.form?.fields.map(({ name }) => name)).toEqual(['lateAfter', 'windowEnds', 'boardBest', 'topSellerRest', 'fiscalStart'])
    expect((await opened.send({ lateAfter: '21:30', topSellerRest: '2', fiscalStart: '4' })).text).toContain(saved)
    const again = await (await chen.types('/settings')).press(rules)
    expect(Object.fromEntries((again.form?.fields ?? []).map((field) => [field.name, 'initial' in field ? field.initial : '']))).toEqual({
      lateAfter: '21:30',
      windowEnds: '12:00',
      boardBest: '3',
      topSellerRest: '2',
      fiscalStart: '4',
    })
    const plan = await chen.types('/plan new')
    const periods = plan.form?.fields.find(({ name }) => name === 'period')
    expect(periods?.kind === 'choice' ? periods.options.map(({ value }) => value) : []).toContain('2026-Q4')
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
  ['lateAfter', '25:00'],
  ['boardBest', '0'],
  ['topSellerRest', 'never'],
])('%s "%s" is refused at its field', async (field, typed) => {
  const team = await world.team()
  const opened = await speaker(world, team, 'Chen').presses(`settings:rules:${team.team.id}`)
  expect((await opened.send({ [field]: typed })).errors[field]).toBeTruthy()
})

test('who does not manage the team sees their language only', async () => {
  const team = await world.team()
  const li = speaker(world, team, 'Li Na')
  expect((await li.types('/settings')).text).not.toContain('Rules and year')
  expect((await li.presses(`settings:rules:${team.team.id}`)).text).toContain('Only a manager')
  expect((await li.types('/settings 中文')).text).not.toBe('')
  expect((await li.types('/settings everything')).text).toContain('/settings')
})
