import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishPlan } from '../../src/app/plan/publish.js'
import { savePlanDraft } from '../../src/app/plan/save-draft.js'
import { readXlsx } from '../../src/app/spreadsheet/read-xlsx.js'
import { route } from '../../src/chat/router.js'
import { createCourier } from '../../src/jobs/courier.js'
import { outboxQueue } from '../../src/store/outbox-queue.js'
import type { Persona, SeenMessage } from '../support/harness.js'
import { openWorld, type TeamWorld, type World } from '../support/world.js'
import type { Scene } from './scene.js'

/**
 * The product itself behind the adapter: cards that change under the finger, and the forms behind their buttons, all the way.
 *
 * @param given undefined: one is opened, and closed again
 */
export function productStories(scene: Scene, given?: () => World): void {
  describe('the product', () => {
    let world: World
    let team: TeamWorld
    beforeAll(async () => {
      world = given?.() ?? (await openWorld())
      team = await aMonthUnderWay(world)
    })
    afterAll(async () => {
      if (given === undefined) await world.close()
    })

    test('lets a manager say when somebody leaves, look at who takes over, and take it back', async () => {
      const { ben, channel } = scene
      await moveIn(scene, world, team)

      await ben.command('/team remove @Li Na 2026-05-25', channel)
      const leaves = await shown(ben, 'Li Na leaves after Mon 25 May')
      expect(leaves.text).toContain('The plan for May 2026 asks them for this on days when they are not there: Visits: ')
      await ben.press('The team takes it over', leaves)
      const draft = await shown(ben, 'Leaving before the end, with their last day: Li Na (25 May)')
      await ben.command('/team', channel)
      await shown(ben, 'Li Na — rep, leaves after 25 May')
      await ben.press('Discard', draft)
      await ben.press('Li Na stays', leaves)
      expect((await shown(ben, 'Li Na stays in the team.')).id).toBe(leaves.id)
    })

    test('hands a manager the plan as a workbook and as YAML, in private and once, whatever is delivered again', async () => {
      const { li, ben, channel, stand } = scene
      await world.database.client.outbox.updateMany({ where: { state: 'pending' }, data: { state: 'failed' } })
      await moveIn(scene, world, team)
      const mail = createCourier({ outbox: outboxQueue(world.database), adapters: [stand.adapter], now: world.app.now, log: quiet })
      mail.start()

      await ben.command('/plan export', channel)
      const asked = await shown(ben, 'The plan for May 2026 as a file')
      expect(asked.text).toContain('amount: 60')
      await ben.press('Spreadsheet (.xlsx)', asked)
      await shown(ben, 'East-2026-05.xlsx comes to our private chat.')
      mail.wake()
      const workbook = await ben.waitForPrivately(({ file }) => file === 'East-2026-05.xlsx')
      expect(workbook.text).toContain('East: plan for May 2026')
      const read = await readXlsx((await ben.download(workbook)).bytes, ['plan'])
      expect(read.ok && read.rows.at(-1)?.cells).toEqual(['2026-05', 'Visits', '', 'Total', '60', '60'])

      await stand.harness.redeliverLast()
      const pressed = stand.house.heard.findLast(({ event }) => event.kind === 'press')
      if (pressed !== undefined) await stand.house.handle(pressed)
      await ben.press('YAML (.yaml)', asked)
      mail.wake()
      const yaml = await ben.waitForPrivately(({ file }) => file === 'East-2026-05.yaml')
      expect(Buffer.from((await ben.download(yaml)).bytes).toString()).toContain('amount: 60\n')
      await mail.idle()
      expect(ben.privately().flatMap(({ file }) => file ?? [])).toEqual(['East-2026-05.xlsx', 'East-2026-05.yaml'])

      await li.command('/plan 导出 表格', channel)
      await shown(li, '只有“East”的经理可以这样做')
      await mail.stop()
      expect([...li.privately(), ...channel.posts()].filter(({ file }) => file !== undefined)).toEqual([])
      const kept = await world.database.client.outbox.findMany({ where: { key: { startsWith: 'plan-file:' } } })
      expect(kept).toHaveLength(2)
      expect(JSON.stringify(kept.map(({ post }) => post))).not.toContain('base64')
      await world.database.client.outbox.deleteMany({ where: { key: { startsWith: 'plan-file:' } } })
    })

    test('lets a rep tick off an action and bring a deal to its end, a manager bring in a file of deals, and an admin say why targets change', async () => {
      const { li, ben, channel } = scene
      await moveIn(scene, world, team)

      await li.command('/target', channel)
      const today = await shown(li, '深度拜访：0 / 1 · 本周 0 / 5')
      await li.press('✓ 深度拜访', today)
      expect((await shown(li, '深度拜访：1 / 1 ✓ · 本周 1 / 5')).id).toBe(today.id)

      await li.command('/deal 添加', channel)
      expect((await li.form()).title).toBe('登记商机')
      await li.fill({ name: '华东 & <机械>', amount: '12万', stage: '方案' })
      await shown(li, '已登记：华东 & <机械>')
      for (const [stage, step, done] of [
        ['方案（5月4日起）', '→ 谈判', '华东 & <机械> → 谈判'],
        ['谈判（5月4日起）', '赢单', '赢单：华东 & <机械>'],
      ] as const) {
        await li.command('/deal', channel)
        await li.press('华东 & <机械>', await shown(li, `• 华东 & <机械>：¥120,000 · ${stage}`))
        const deal = await li.waitForPrivately(({ text, buttons }) => text.includes(stage) && buttons.includes(step))
        await li.press(step, deal)
        expect((await shown(li, done)).id).toBe(deal.id)
      }
      await li.press('计入业绩：1 单，¥120,000')
      await shown(li, '已计入业绩：华东 & <机械>')

      await ben.command('/deal import', channel)
      await ben.form()
      await ben.fill({
        file: { name: 'deals.csv', bytes: Buffer.from('Who buys,Rep,Amount,Created on\nNorth & <South>,Li Na,5000,2026-04-20\n') },
      })
      const trial = await shown(ben, 'I find no column for this: Customer or deal')
      await ben.press('Choose columns', trial)
      await ben.form()
      await ben.fill({ name: 'column “Who buys”' })
      await ben.press('Import it', await shown(ben, 'One deal: 1 open, worth ¥5,000; 0 won; 0 lost.'))
      await shown(ben, 'One deal imported')

      await ben.command('/plan recall', channel)
      await ben.press('Recall May 2026', await shown(ben, 'Recall a plan'))
      expect((await ben.form()).text).toContain('no adjustment window is open: your reason overrides that')
      await ben.fill({ reason: 'Two tenders & more' })
      await shown(ben, 'Recalled: the plan for May 2026')
    })

    test('lets a manager refine a draft beyond its numbers, come back to it, and ask why they are what they are', async () => {
      const { ben, channel } = scene
      await moveIn(scene, world, team)

      await ben.command('/plan new', channel)
      await ben.form()
      await ben.fill({ metric: 'revenue', period: '2026-06', amount: '1.2m' })
      await ben.press('Refine…', await shown(ben, 'Draft for June 2026'))
      const refine = await shown(ben, 'Refine the draft for June 2026')
      await ben.press('Market', refine)
      await ben.form()
      await ben.fill({ size: '40m', share: '12', wanted: '14' })
      await shown(ben, 'From 12% to 14% of a market of ¥40,000,000 a year')
      await ben.press('See the draft', refine)
      const refined = await ben.waitForPrivately(({ text, id }) => id !== refine.id && text.includes('From 12% to 14%'))
      await ben.press('Why these numbers?', refined)
      const why = await shown(ben, 'Draft for June 2026: why these numbers')
      expect(why.text).toContain('Shared equally: ¥1,200,000 ÷ 1 = ¥1,200,000 each')
      expect(why.text).toMatch(/Li Na: ¥1,200,000 ÷ \d\d = ¥/)
    })
  })
}

const quiet = pino({ level: process.env.TEST_LOG ?? 'silent' })

function shown(persona: Persona, words: string): Promise<SeenMessage> {
  return persona.waitForPrivately(({ text }) => text.includes(words))
}

/** On a Monday in May, Li Na's team has a plan that was published in April by Ben, its manager and an admin. */
async function aMonthUnderWay(world: World): Promise<TeamWorld> {
  world.moveTo('2026-04-28T08:00:00Z')
  const team = await world.team({ joinedOn: '2026-03-02', people: { 'Li Na': 'rep', Ben: 'manager' } })
  const ben = await team.actor('Ben')
  const draft = await savePlanDraft(world.app, ben, {
    version: 1,
    period: '2026-05',
    targets: [{ metric: 'visits', amount: 60n, split: 'equal' }],
    actions: [{ action: '深度拜访', count: 5, every: 'week' }],
  })
  await publishPlan(world.app, ben, draft.id)
  world.moveTo('2026-05-04T02:00:00Z')
  return team
}

/** From now on the team is the scene's: its channel is theirs, and the product answers them. */
async function moveIn({ stand, channel, li, ben }: Scene, { app, database }: World, { organisationId, members }: TeamWorld): Promise<void> {
  const { client } = database
  const at = { platform: stand.harness.platform, workspace: stand.workspaceOf(channel) }
  await client.team.updateMany({ where: { organisationId }, data: { ...at, conversation: channel.id } })
  await client.workspace.updateMany({ where: { organisationId }, data: { platform: at.platform, externalId: at.workspace } })
  for (const { name, id } of [li, ben])
    await client.identity.updateMany({
      where: { organisationId, personId: members[name]?.personId ?? '' },
      data: { ...at, externalId: id },
    })
  stand.house.router = (interaction) => route(app, quiet, interaction)
}
