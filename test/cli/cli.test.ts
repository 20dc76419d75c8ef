import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbookOf } from '../support/workbook.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'pacesetter-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** `npx pacesetter …` as an operator runs it, on the demo team's data. */
function pacesetter(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/pacesetter.mjs'), ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', DATA_DIR: join(folder, 'data'), PACESETTER_NOW: '2026-11-24T08:30:00Z', ...env },
  })
  return { status, stdout, stderr }
}

const TEAM = ['--team', 'Northern Europe']

beforeAll(() => {
  // Without a token the first start makes the demo team; a dry run sends nothing.
  const { status, stderr } = pacesetter(['post', 'morning', ...TEAM, '--dry-run'])
  expect(stderr).toBe('')
  expect(status).toBe(0)
}, 240_000)

test('a post can be looked at before it is sent, in words and as JSON', { timeout: 120_000 }, () => {
  const said = pacesetter(['post', 'morning', ...TEAM, '--at', '2026-11-25T09:00:00Z', '--dry-run', '--json'])
  expect(said.stderr).toBe('')
  const { posts } = JSON.parse(said.stdout)
  expect(posts).toHaveLength(1)
  expect(posts[0].text).toContain('Maya Ortiz')
  expect(posts[0].key).toMatch(/^morning:.+:2026-11-25$/)
})

test('a plan goes out as a file, and comes back as the same plan', { timeout: 240_000 }, () => {
  const file = join(folder, 'plan.yaml')
  expect(pacesetter(['plan', 'export', file]).stderr).toBe('')
  expect(readFileSync(file, 'utf8')).toContain('revenue')
  const preview = pacesetter(['plan', 'preview', file, '--json'])
  expect(preview.stderr).toBe('')
  expect(JSON.parse(preview.stdout)).toMatchObject({ period: '2026' })
  expect(pacesetter(['plan', 'export', file]).stderr).toContain('is there already')
})

test('a plan comes from a workbook too', { timeout: 120_000 }, () => {
  const file = join(folder, 'plan.xlsx')
  writeFileSync(file, workbookOf([{ name: 'Plan', rows: { 2: ['Period', 'Metric', 'Amount'], 4: [2027, 'visits', 1200] } }]))
  const preview = pacesetter(['plan', 'preview', file, ...TEAM, '--json'])
  expect(preview.stderr).toBe('')
  expect(JSON.parse(preview.stdout)).toMatchObject({ period: '2027', targets: [{ metric: 'visits', total: '1200' }] })
  writeFileSync(file, workbookOf([{ name: 'Plan', rows: { 2: ['Period', 'Metric', 'Amount'], 4: [2027, 'visits', 'lots'] } }]))
  expect(pacesetter(['plan', 'apply', file, ...TEAM])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('Row 4, column Amount:'),
  })
})

test('a file that cannot be used is refused line by line, and nothing changes', { timeout: 120_000 }, () => {
  const file = join(folder, 'bad.csv')
  writeFileSync(file, 'period,metric,amount\n2027,revenue,lots\n2027,smiles,3\n')
  const { status, stdout, stderr } = pacesetter(['plan', 'apply', file, ...TEAM])
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toContain('nothing was changed')
  expect(stderr).toMatch(/2/)
  expect(stderr).toMatch(/3/)
})

test('a backup is one file, and restores into an empty place only, unless told otherwise', { timeout: 240_000 }, () => {
  const file = join(folder, 'backup.tar.gz')
  expect(pacesetter(['backup', file]).stdout).toContain('Written to')
  expect(existsSync(file)).toBe(true)
  const elsewhere = { DATA_DIR: join(folder, 'restored') }
  expect(pacesetter(['restore', file], elsewhere)).toMatchObject({ status: 0 })
  const again = pacesetter(['restore', file], elsewhere)
  expect(again.status).toBe(1)
  expect(again.stderr).toContain('--force')
  expect(pacesetter(['post', 'morning', '--at', '2026-11-25T09:00:00Z', '--dry-run', ...TEAM], elsewhere).stdout).toContain('Maya Ortiz')
})

test.each([
  { words: ['dance'], status: 2, says: 'There is no command "dance"' },
  { words: ['post', 'noon'], status: 2, says: 'Say which post' },
  { words: ['post', 'morning', ...TEAM, '--at', 'soon'], status: 2, says: '"soon" is no instant' },
  { words: ['plan', 'preview'], status: 2, says: 'Say what and which file' },
  { words: ['plan', 'preview', 'nowhere.yaml'], status: 1, says: 'There is no file nowhere.yaml' },
  { words: ['restore', 'nowhere.tar.gz'], status: 1, says: 'There is no file nowhere.tar.gz' },
])('$words ends with $status and says why on stderr', { timeout: 120_000 }, ({ words, status, says }) => {
  const run = pacesetter(words)
  expect(run.stderr).toContain(says)
  expect(run.status).toBe(status)
  expect(run.stdout).toBe('')
})

test('the doctor names the variable that is wrong', { timeout: 120_000 }, () => {
  const wrong = pacesetter(['doctor'], { SLACK_BOT_TOKEN: 'xoxb-fake-token' })
  expect(wrong.status).toBe(1)
  expect(wrong.stderr).toContain('SLACK_APP_TOKEN is missing')
  const unreachable = pacesetter(['doctor'], { TELEGRAM_BOT_TOKEN: '1:fake', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' })
  expect(unreachable.status).toBe(1)
  expect(unreachable.stdout).toContain('Telegram: cannot be reached')
  const untouched = join(folder, 'none')
  const { status, stdout } = pacesetter(['doctor'], { DATA_DIR: untouched })
  expect([status, stdout]).toEqual([0, expect.stringContaining('by the first start')])
  expect(existsSync(untouched)).toBe(false)
})
