import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeXlsx } from '../../src/app/spreadsheet/write-xlsx.js'
import { speaker, waitingPosts } from '../support/speaker.js'
import { openWorld, type World } from '../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-11-09T02:00:00Z')
})
afterAll(() => world.close())

async function people(language: 'en' | 'zh-CN') {
  const names = language === 'en' ? ['Li Na', 'Wang Wei', 'Chen'] : ['李娜', '王伟', '陈静']
  const [rep = '', other = '', manager = ''] = names
  const team = await world.team({ language, joinedOn: '2026-01-05', people: { [rep]: 'rep', [other]: 'rep', [manager]: 'manager' } })
  const deals = async () =>
    (await world.database.client.deal.findMany({ where: { teamId: team.team.id, voidedAt: null } })).map(({ name }) => name).toSorted()
  const told = async () =>
    (await waitingPosts(world, team))
      .filter(({ key }) => key.startsWith('deals-imported'))
      .map(({ to, text }) => `${to}: ${text}`)
      .toSorted()
  return { told, rep: speaker(world, team, rep, language), manager: speaker(world, team, manager, language), deals }
}

const HEADER = 'Customer,Rep,Amount,Stage,Opened,Closed,Outcome'
const GOOD = [
  'ACME,Li Na,120000,proposal,2026-10-02,,',
  'Borealis,Wang Wei,80000,negotiation,2026-09-15,,',
  'Cobalt,Li Na,50000,,2026-07-01,2026-08-01,won',
]

test('a manager imports pasted deals: wrong rows are told, doubles named, and nothing is kept until it is confirmed', async () => {
  world.moveTo('2026-11-09T10:00[Asia/Shanghai]')
  const { rep, manager, deals, told } = await people('en')
  await rep.types('/deal add acme 100000 needs 2026-10-01')
  expect((await rep.types('/deal import')).text).toContain('Only a manager of East can do that')

  const form = await manager.types('/deal import')
  expect((await form.send({})).errors).toEqual({ file: expect.stringContaining('Send me a file, or paste the table') })
  const refused = await form.send({
    text: [
      HEADER,
      ...GOOD,
      'Delta,Bob,1,lead,2026-10-01,,',
      'Echo,Wang,lots,lead,2026-12-24,,',
      'Foxtrot,Li Nna,5,dreaming,soon,,',
      'Golf,Li Na,5,lead,2026-10-01,2026-10-05,',
    ].join('\n'),
  })
  expect(refused.text).toContain('Customer or deal: column “Customer”')
  expect(refused.text).toContain('Row 5: nobody in this team is called “Bob”')
  expect(refused.text).toContain('Row 6: the amount “lots” cannot be read.')
  expect(refused.text).toContain('Row 6: it cannot be opened on a day still to come, 2026-12-24.')
  expect(refused.text).toContain('Row 7: the day it was opened, “soon”, cannot be read. Write it as 2026-03-31.')
  expect(refused.text).toContain('Row 8: it has a closing day, but does not say whether it was won or lost.')
  expect(refused.text).not.toContain('[Import')
  expect(await deals()).toEqual(['acme'])

  const near = await manager.types(`/deal import ${HEADER}\nFoxtrot,Li Nna,5,lead,2026-10-01,,`)
  expect(near.text).toContain('Row 2: “Li Nna” is no member of this team. Did you mean Li Na?')

  const trial = await manager.types(`/deal import ${[HEADER, ...GOOD, 'Borealis,Wang Wei,90000,,2026-10-20,,'].join('\n')}`)
  expect(trial.text).toContain('4 deals: 3 open, worth ¥290,000; 1 won; 0 lost.')
  expect(trial.text).toContain('Row 2: ACME, Li Na. There is one opened 1 Oct, in Needs.')
  expect(trial.text).toContain('Row 5: Borealis, Wang Wei. Row 3 has one too.')
  expect(trial.text).toContain('Row 5: no stage; taken as lead.')
  expect(trial.text).toContain('[Import 2 without these]\n[Import all 4]\n[Choose columns]')
  expect(await deals()).toEqual(['acme'])

  const taken = await trial.press('Import 2 without these')
  expect(taken.kinds).toEqual(['replace'])
  expect(taken.text).toContain('2 deals imported\n2 that may be there already were left out.')
  expect(await deals()).toEqual(['Borealis', 'Cobalt', 'acme'])
  const again = await trial.press('Import 2 without these')
  expect(again.text).toContain('No deal was new\n2 were imported before and stay as they are.')
  expect(await told()).toEqual([
    'Li Na: Chen brought in a deal of yours from a file. /deal shows what is open.',
    'Wang Wei: Chen brought in a deal of yours from a file. /deal shows what is open.',
  ])
  expect((await taken.press('Open deals')).text).toContain('Borealis: ¥80,000 · Negotiation since 9 Nov · opened 15 Sept · Wang Wei')
  expect(await deals()).toHaveLength(3)
})

test('a workbook with columns of its own is read once somebody says what they mean', async () => {
  world.moveTo('2026-11-09T10:00[Asia/Shanghai]')
  const { rep, manager, deals, told } = await people('zh-CN')
  const cells = [
    ['公司', '负责人', '金额', '当前阶段', '首次见面'],
    ['华东机械', '李娜', '12万', '方案', '2026-10-01'],
    ['江南电子', '王伟', '300000', '谈判', '2026-09-01'],
  ].map((row) => row.map((words) => ({ kind: 'text' as const, words })))
  const bytes = await writeXlsx({ name: '商机', rows: cells, widths: [], fixed: { rows: 0, columns: 0 } })
  const file = { name: '商机.xlsx', base64: Buffer.from(bytes).toString('base64') }
  const form = await manager.types('/deal 导入')
  const shown = await form.send({ file })
  expect(shown.text).toContain('找不到这些列：')
  expect(shown.text).toContain('建立日期')

  const trial = await (await shown.press('选择列')).send({ name: '#0', opened: '#4', stage: '#3' })
  expect(trial.text).toContain('共 2 个商机：在谈 2 个，合计 ¥420,000；赢单 0 个；输单 0 个。')
  expect(await deals()).toEqual([])
  expect((await trial.press('导入 2 个商机')).text).toContain('已导入 2 个商机')
  expect((await told()).toSorted()[0]).toContain('陈静从文件导入了你的 1 个商机，其中在谈 1 个。')
  expect((await rep.types('/deal')).text).toContain('华东机械：¥120,000 · 方案（11月9日起） · 10月1日建立')

  expect((await form.send({ file: { name: 'a.xlsx', base64: Buffer.from('%PDF-1.7').toString('base64') } })).errors).toEqual({
    file: '读不了这种文件。请另存为 Excel 工作簿（.xlsx）或 CSV。',
  })
  expect((await manager.types('/deal 导入 你好')).text).toContain('找不到表头')
  world.moveTo('2026-11-11T10:00[Asia/Shanghai]')
  expect((await shown.press('选择列')).text).toContain('这个文件已经不在了')
})
