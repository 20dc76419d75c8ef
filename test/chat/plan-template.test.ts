import { afterAll, beforeAll, expect, test } from 'vitest'
import { speaker } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test.each([
  {
    language: 'en',
    button: 'Start from a template',
    why: 'What the SaaS template starts from',
    carried: 'Revenue ¥12,000,000 (New customers 60%, Repeat business 25%, and Upgrades 15%), Leads',
    funnel: ['Refine…', 'Funnel', 'Change Subscriptions'],
    stage: 'Leads ~25% 1 week\n',
    publish: 'Publish',
  },
  {
    language: 'zh-CN',
    button: '从模板开始',
    why: '“SaaS”模板的依据',
    carried: '销售额 ¥12,000,000（新客户 60%、老客户复购 25%、升级 15%）、线索',
    funnel: ['细化…', '漏斗', '改“订阅”'],
    stage: '线索 ~25% 1周\n',
    publish: '发布',
  },
] as const)(
  'a manager plans a year from a template and publishes it, in $language',
  async ({ language, button, why, carried, funnel: [refine, funnels, change], stage, publish }) => {
    world.moveTo('2026-11-24T08:00:00Z')
    const chen = speaker(world, await world.team({ joinedOn: '2025-12-01' }), 'Chen', language)
    const draft = await (await (await chen.types('/plan')).press(button)).send({ template: 'saas', period: '2027', amount: '12m' })
    expect(draft.text).toContain(why)
    // Not “by new customers”: its tree holds repeat business too.
    expect(draft.text).toContain(carried)
    expect((await chen.types('/plan draft')).text).toContain('2027')
    const stages = (await (await (await draft.press(refine)).press(funnels)).press(change)).form?.fields.find(
      ({ name }) => name === 'stages',
    )
    expect(stages && 'initial' in stages && stages.initial).toContain(stage)
    expect((await draft.press(publish)).text).toContain('2027')
  },
)

test('a template is named in the command, and a draft that waits is not lost to another', async () => {
  world.moveTo('2026-11-24T08:00:00Z')
  const chen = speaker(world, await world.team(), 'Chen')
  const form = await chen.types('/plan new retail')
  expect(form.form?.fields.map((field) => ['initial' in field && field.initial, field.name])).toContainEqual(['retail', 'template'])
  await form.send({ period: '2027', amount: '12m' })
  const refused = await form.send({ template: 'services', period: '2027', amount: '12m' })
  expect(Object.values(refused.errors).join()).toContain('A draft for 2027 is waiting')
  expect((await form.send({ period: '2028', amount: 'lots' })).errors.amount).toBeDefined()
  expect((await form.send({ period: '2027', amount: '0' })).errors.amount).toContain('above zero')
})

test('the form of a new plan starts with a template, which then makes the whole plan', async () => {
  world.moveTo('2026-11-24T08:00:00Z')
  const chen = speaker(world, await world.team({ country: 'CN' }), 'Chen')
  const form = await chen.types('/plan new')
  expect(form.form?.fields[0]?.name).toBe('template')
  expect((await form.send({ template: 'services', metric: 'visits', period: '2027', amount: '10' })).errors.metric).toContain('revenue')
  expect((await form.send({ template: 'services', period: '2027', amount: '12m' })).text).toContain('Collected')
  const far = await form.send({ template: 'services', period: '2032', amount: '12m' })
  expect(far.text).toContain('The official holiday calendar for 2032 is not out yet')
})
