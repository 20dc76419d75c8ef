import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoDump } from '../support/databases.js'
import { unpack } from '../support/product.js'
import { workbookOf } from '../support/workbook.js'
import { commandsOn, pacesetterOn } from './pacesetter.js'

const folder = mkdtempSync(join(tmpdir(), 'pacesetter-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** On the demo team's data. */
const data = join(folder, 'data')
const pacesetter = commandsOn(data)
const TEAM = ['--team', 'Northern Europe']

beforeAll(async () => unpack(await demoDump('en'), data), 240_000)

test('a post can be looked at before it is sent, in words and as JSON', { timeout: 120_000 }, () => {
  const operator = pacesetterOn(data)
  const said = operator(['post', 'morning', ...TEAM, '--at', '2026-11-26T09:00:00Z', '--dry-run', '--json'])
  expect(said.stderr).toBe('')
  const { posts } = JSON.parse(said.stdout)
  expect(posts).toHaveLength(1)
  expect(posts[0].text).toContain('Maya Ortiz')
  expect(posts[0].key).toMatch(/^morning:.+:2026-11-26$/)

  // Sent, it is not sent again, and who asks is told when it was.
  const later = ['post', 'morning', ...TEAM, '--at', '2026-11-27T09:00:00Z']
  expect(operator(later).stdout).toContain('Maya Ortiz')
  expect(operator([...later, '--dry-run']).stdout).toMatch(
    /^Published already, on 2026-11-25 at \d{2}:\d{2} \(Europe\/\w+\): nothing was sent\.\n$/,
  )
})

test('a plan goes out as a file, and comes back as the same plan', { timeout: 240_000 }, async () => {
  const file = join(folder, 'plan.yaml')
  expect((await pacesetter(['plan', 'export', file])).stderr).toBe('')
  expect(readFileSync(file, 'utf8')).toContain('revenue')
  const preview = await pacesetter(['plan', 'preview', file, '--json'])
  expect(preview.stderr).toBe('')
  expect(JSON.parse(preview.stdout)).toMatchObject({ period: '2026' })
  expect((await pacesetter(['plan', 'export', file])).stderr).toContain('is there already')

  // What is published changes outside a window only with a reason, and nothing is left behind without one.
  const words = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    words.replace(/(metric: revenue\n\s+amount: )(\d+)/, (_, before, amount) => `${before}${Number(amount) + 60_000}`),
  )
  expect(readFileSync(file, 'utf8')).not.toBe(words)
  expect(await pacesetter(['plan', 'apply', file])).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/changes published targets, and no adjustment window is open; nothing was changed\. .*--reason/),
  })
  expect((await pacesetter(['plan', 'apply', file, '--reason', 'Two large tenders'])).stdout).toContain('Published as version 2')
})

test('a plan comes from a workbook too', { timeout: 120_000 }, async () => {
  const file = join(folder, 'plan.xlsx')
  writeFileSync(file, workbookOf([{ name: 'Plan', rows: { 2: ['Period', 'Metric', 'Amount'], 4: [2027, 'visits', 1200] } }]))
  const preview = await pacesetter(['plan', 'preview', file, ...TEAM, '--json'])
  expect(preview.stderr).toBe('')
  expect(JSON.parse(preview.stdout)).toMatchObject({ period: '2027', targets: [{ metric: 'visits', total: '1200' }] })
  writeFileSync(file, workbookOf([{ name: 'Plan', rows: { 2: ['Period', 'Metric', 'Amount'], 4: [2027, 'visits', 'lots'] } }]))
  expect(await pacesetter(['plan', 'apply', file, ...TEAM])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Row 4, column Amount:'),
  })
})

test('a file that cannot be used is refused line by line, and nothing changes', { timeout: 120_000 }, async () => {
  const file = join(folder, 'bad.csv')
  writeFileSync(file, 'period,metric,amount\n2027,revenue,lots\n2027,smiles,3\n')
  const { status, stdout, stderr } = await pacesetter(['plan', 'apply', file, ...TEAM])
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('nothing was changed')
  expect(stderr).toMatch(/2/)
  expect(stderr).toMatch(/3/)
})

test('a backup is one file, and restores into an empty place only, unless told otherwise', { timeout: 240_000 }, async () => {
  const file = join(folder, 'backup.tar.gz')
  expect((await pacesetter(['backup', file])).stdout).toContain('Written to')
  expect(existsSync(file)).toBe(true)
  const elsewhere = { DATA_DIR: join(folder, 'restored') }
  expect(await pacesetter(['restore', file], elsewhere)).toMatchObject({ status: 0 })
  const again = await pacesetter(['restore', file], elsewhere)
  expect(again.status).toBe(1)
  expect(again.stderr).toContain('--force')
  expect((await pacesetter(['post', 'morning', '--at', '2026-11-26T09:00:00Z', '--dry-run', ...TEAM], elsewhere)).stdout).toContain(
    'Maya Ortiz',
  )
})

test('deals come out of a file, all rows or none, and once', { timeout: 240_000 }, async () => {
  const file = join(folder, 'deals.csv')
  const good =
    'owner,name,opened,stage,value,closed,outcome\nMaya Ortiz,ACME,2026-10-01,proposal,120000,,\nTom,Lyra,2026-09-01,Closed Won,5000,2026-10-05,\n'
  writeFileSync(file, `${good}Nobody,Orion,2026-10-01,moon,lots,,\n`)
  const refused = await pacesetter(['deals', 'import', file, ...TEAM])
  expect(refused).toMatchObject({ status: 1, stdout: '' })
  expect(refused.stderr).toContain('nothing was changed:')
  expect(refused.stderr).toContain('row 4: Nobody in the team, or more than one, is called so (“Nobody”).')
  expect(refused.stderr).toContain('row 4: The stage is none of lead, needs, proposal, negotiation (“moon”).')
  expect(refused.stderr).toContain('row 4: the value cannot be read as a number (“lots”).')

  writeFileSync(file, good)
  const said = '2 deals: 1 open, 1 won, 0 lost.\n'
  expect((await pacesetter(['deals', 'import', file, ...TEAM])).stdout).toBe(`${said}Added 2.\n`)
  writeFileSync(file, `${good}Maya Ortiz,Acme,2026-10-20,lead,10,,\n`)
  expect((await pacesetter(['deals', 'import', file, ...TEAM])).stdout).toBe(
    '  row 4: “Acme” of Maya Ortiz may be there already: there is one opened 2026-10-01, in proposal.\n3 deals: 2 open, 1 won, 0 lost.\nAdded 1; 2 were there already and stay as they are.\n',
  )
  expect(await pacesetter(['deals', 'export', file, ...TEAM])).toMatchObject({ status: 2, stderr: expect.stringContaining('deals import') })
})
