import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../src/app/access/visitor.js'
import { exportPlan, planFigures } from '../../../src/app/plan/export.js'
import { importPlan } from '../../../src/app/plan/import.js'
import { previewPlan } from '../../../src/app/plan/preview.js'
import { publishPlan } from '../../../src/app/plan/publish.js'
import { readXlsx } from '../../../src/app/spreadsheet/read-xlsx.js'
import { type Sheet, writeXlsx } from '../../../src/app/spreadsheet/write-xlsx.js'
import type { Language } from '../../../src/chat/model.js'
import { sayIn } from '../../../src/chat/say.js'
import { planSheet } from '../../../src/chat/sheets/plan-sheet.js'
import { openWorld, type World } from '../../support/world.js'

let world: World
beforeAll(async () => {
  world = await openWorld('2026-03-02T08:00:00Z')
})
afterAll(() => world.close())

const PLAN = `version: 1
period: 2026-Q2
targets:
  - metric: revenue
    amount: 100000.50
    split: [{member: Chen, weight: 2}, {member: Li Na, weight: 1}]
    rhythm: [30, 50, 20]
  - metric: visits
    amount: 91
    split: equal
`

async function imported(actor: Actor, source: string | Uint8Array) {
  const draft = await importPlan(
    world.app,
    actor,
    typeof source === 'string' ? { kind: 'words', words: source } : { kind: 'file', bytes: source },
  )
  if (!draft.ok) throw new Error(JSON.stringify(draft.error))
  return (await previewPlan(world.app, actor, draft.value.id)).targets.map(({ metric, total, members, months }) => ({
    metric,
    total,
    members: members.map(({ name, total: own, months: each }) => [name, own, ...each.map((month) => month.total)]),
    months: months.map((month) => month.total),
  }))
}

const totalsOf = ({ metric, total, members, months }: Awaited<ReturnType<typeof imported>>[number]) => ({
  metric,
  total,
  months,
  members: members.map(([name, own]) => [name, own]),
})

const sheetOf = async (actor: Actor, language: Language = 'en'): Promise<Sheet> =>
  planSheet(await planFigures(world.app, actor), sayIn(language))

/** The sheet after somebody typed over one cell, as their program would save it. */
function typedOver(sheet: Sheet, row: number, column: number, digits: string): Sheet {
  const rows = sheet.rows.map((cells, index) => (index === row - 1 ? cells.with(column, { kind: 'number', digits, decimals: 0 }) : cells))
  return { ...sheet, rows }
}

/** A program that works formulas out anew leaves none of the old values; one that does not, none at all. */
function withoutValues(sheet: Sheet): Sheet {
  return { ...sheet, rows: sheet.rows.map((cells) => cells.map((cell) => (cell.kind === 'formula' ? { ...cell, digits: '' } : cell))) }
}

test.each(['en', 'zh-CN'] as const)('a workbook (%s) that nobody changed comes back as the same numbers, rules kept', async (language) => {
  const team = await world.team({ joinedOn: '2025-12-01', country: 'CN' })
  const chen = await team.actor('Chen')
  const before = await imported(chen, PLAN)
  const bytes = await writeXlsx(await sheetOf(chen, language))
  const after = await imported(chen, bytes)
  expect(after.map(totalsOf)).toEqual(before.map(totalsOf))
  // Which of two members has a month's odd cent follows from the rules, not from the sheet.
  for (const [index, { members }] of before.entries())
    for (const [place, [, ...amounts]] of members.entries())
      for (const [month, amount] of amounts.entries()) {
        const again = BigInt(after[index]?.members[place]?.[month + 1] ?? 0)
        expect(Math.abs(Number(again - BigInt(amount)))).toBeLessThanOrEqual(1)
      }
  expect(await exportPlan(world.app, chen)).toMatch(/rhythm:\n\s+- 30/)
})

test('totals are formulas with their values, and a changed month changes the plan', async () => {
  const team = await world.team({ joinedOn: '2025-12-01', country: 'CN' })
  const chen = await team.actor('Chen')
  const [revenue] = await imported(chen, PLAN)
  const sheet = await sheetOf(chen)
  const read = await readXlsx(await writeXlsx(sheet), ['plan'])
  if (!read.ok) throw new Error(read.reason)
  expect(read.rows.map(({ line }) => line)).toEqual([1, 2, 4, ...read.rows.slice(3).map((_, index) => index + 5)])
  expect(read.rows[2]?.cells).toEqual(['Period', 'Metric', 'Currency', 'Member', 'Amount', '2026-04', '2026-05', '2026-06'])
  expect(read.rows[5]?.cells[4]).toBe('100000.50')
  expect(sheet.rows[4]?.[4]).toMatchObject({ formula: 'SUM(F5:H5)' })
  expect(sheet.rows[6]?.slice(4)).toMatchObject([{ formula: 'SUM(E5:E6)' }, { formula: 'SUM(F5:F6)' }, {}, {}])

  const first = revenue?.members[0]
  const april = BigInt(first?.[2] ?? 0)
  const changed = withoutValues(typedOver(sheet, 5, 5, String(april / 100n + 5000n)))
  const cents = (april / 100n) * 100n
  const [after] = await imported(chen, await writeXlsx(changed))
  expect(after?.total).toBe(10_000_050n - april + cents + 500_000n)
  expect(after?.members[0]?.[1]).toBe(BigInt(first?.[1] ?? 0) - april + cents + 500_000n)
  expect(after?.members[1]?.[1]).toBe(revenue?.members[1]?.[1])
  expect(after?.months[0]).toBe((revenue?.months[0] ?? 0n) - april + cents + 500_000n)
})

test('who joins in the middle keeps the amount that the workbook gives them', async () => {
  const team = await world.team({ joinedOn: '2026-05-11', country: 'CN', people: { Joiner: 'rep', Chen: 'manager' } })
  await world.database.client.member.updateMany({
    where: { organisationId: team.organisationId, role: 'manager' },
    data: { joinedOn: new Date('2026-01-01') },
  })
  const chen = await team.actor('Chen')
  const plan = PLAN.replaceAll('Li Na', 'Joiner')
  const before = await imported(chen, plan)
  const after = await imported(chen, await writeXlsx(await sheetOf(chen)))
  expect(before[0]?.members.map(([, , april]) => april)).toContain(0n)
  expect(after.map((target) => totalsOf(target).members)).toEqual(before.map((target) => totalsOf(target).members))
})

test('an amount typed over its formula is asked about, not guessed', async () => {
  const team = await world.team({ joinedOn: '2025-12-01', country: 'CN' })
  const chen = await team.actor('Chen')
  await imported(chen, PLAN)
  const bytes = await writeXlsx(typedOver(await sheetOf(chen), 5, 4, '999999'))
  expect(await importPlan(world.app, chen, { kind: 'file', bytes })).toMatchObject({
    ok: false,
    error: [{ line: 5, column: 'Amount', code: 'amount-not-months', facts: { words: '999999' } }],
  })
})

test.each([
  { state: 'a draft', publish: false, at: '2026-04-15T08:00:00Z' },
  { state: 'a plan that was published within a month', publish: true, at: '2026-04-15T08:00:00Z' },
  { state: 'the same, weeks later', publish: true, at: '2026-05-13T08:00:00Z' },
])('of $state nobody’s months move by a workbook that nobody changed', async ({ publish, at }) => {
  world.moveTo('2026-04-15T08:00:00Z')
  const team = await world.team({ joinedOn: '2025-12-01', country: 'CN' })
  const first = await team.actor('Chen')
  const draft = await importPlan(world.app, first, { kind: 'words', words: PLAN.replace('    rhythm: [30, 50, 20]\n', '') })
  if (!draft.ok) throw new Error(JSON.stringify(draft.error))
  if (publish) await publishPlan(world.app, first, draft.value.id)
  world.moveTo(at)
  const chen = await team.actor('Chen')
  const { targets: before } = await planFigures(world.app, chen)
  const after = await imported(chen, await writeXlsx(await sheetOf(chen)))
  for (const [index, { total, months }] of before.entries()) {
    expect(after[index]?.total).toBe(total)
    // Whole visits fall on other days of the weeks to come.
    for (const [place, month] of months.entries())
      expect(Math.abs(Number((after[index]?.months[place] ?? 0n) - month.total))).toBeLessThanOrEqual(2)
  }
  world.moveTo('2026-03-02T08:00:00Z')
})
