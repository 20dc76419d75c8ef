import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readDate } from '../../src/core/forecast/file/read-date.js'
import { isoDay } from '../../src/core/forecast/series/even-series.js'
import { simulateDeals } from '../core/forecast/deals/simulated-deals.js'
import { commandsOn } from './pacesetter.js'

const folder = mkdtempSync(join(tmpdir(), 'pacesetter-forecast-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const commands = commandsOn(folder)

/** `npx pacesetter …` as anybody runs it on a file of their own, where it lies. */
async function pacesetter(...words: readonly string[]) {
  const here = process.cwd()
  process.chdir(folder)
  return commands(words).finally(() => process.chdir(here))
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

const day = (iso: string) => readDate(iso, 'day-first') ?? Number.NaN
/** Twelve Mondays. */
const WEEKS = Array.from({ length: 12 }, (_, index) => [isoDay(day('2026-01-05') + 7 * index), 100 + 3 * index] as const)

describe('a file of numbers', { timeout: 60_000 }, () => {
  test('each series goes on from its own end', async () => {
    const rows = WEEKS.flatMap(([on, value]) => [`B,${on},${value}`, ...(on < '2026-03-01' ? [`A,${on},${value * 2}`] : [])])
    const { status, stdout, stderr } = await pacesetter(
      'forecast',
      file('two.csv', ['id,date,value', ...rows].join('\n')),
      '--horizon',
      '2',
      '--level',
      '0.9',
      '--json',
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { series } = JSON.parse(stdout)
    expect(series.map(({ id }: { id: string }) => id)).toEqual(['A', 'B'])
    expect(series[0].points.map(({ date }: { date: string }) => date)).toEqual(['2026-03-02', '2026-03-09'])
    expect(series[1].points.map(({ date }: { date: string }) => date)).toEqual(['2026-03-30', '2026-04-06'])
    for (const { points } of series) {
      points.forEach((point: Record<string, unknown>, index: number) => {
        expect(Object.keys(point)).toEqual(['step', 'date', 'value', 'lower', 'upper'])
        expect(point.step).toBe(index + 1)
      })
    }
  })

  test('the order of the rows makes no difference, nor does what comes after the day asked about', async () => {
    const rows = WEEKS.map(([on, value]) => `${on},${value}`)
    const said = (these: readonly string[], ...options: readonly string[]) =>
      pacesetter('forecast', file('one.csv', ['date,value', ...these].join('\n')), '--json', ...options)
    expect((await said(rows.toReversed())).stdout).toBe((await said(rows)).stdout)
    expect((await said(rows, '--as-of', '2026-02-23')).stdout).toBe((await said(rows.slice(0, 8))).stdout)
    expect((await said(rows, '--as-of', '2026-02-23')).stderr).toContain('Left out, later than the day that is asked about: row 10, row 11')
  })

  test('what is odd is told by row and stops nothing', async () => {
    const content = [
      '\ufeffDate;Valeu;Colour',
      ...WEEKS.map(([on, value]) => `${on.split('-').reverse().join('.')};${value},50 €;red`),
      ';5;',
      '30.03.2026;many;',
      '45.45.2026;7;',
      '30.03.2026;;',
    ].join('\r\n')
    const { status, stdout, stderr } = await pacesetter('forecast', file('odd.csv', content), '--horizon', '1', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).series[0].points[0].date).toBe('2026-03-30')
    expect(JSON.parse(stdout).series[0].points[0].value).toBeGreaterThan(130)
    expect(stderr.split('\n')).toEqual([
      'Read a misspelt column as the one that was surely meant: row 1 “Valeu” → value.',
      'Left out columns that are not needed: row 1 “Colour”.',
      'Left out, the date is missing: row 14.',
      'Left out, the value cannot be read as a number: row 15 “many”.',
      'Left out, the date cannot be read: row 16 “45.45.2026”.',
      'Left out, the value is missing: row 17.',
      '',
    ])
  })

  test('misspelt products and deals without an account are told, and the deals stay one forecast', async () => {
    const sold = Array.from({ length: 24 }, (_, index) => {
      const month = String((index % 6) + 1).padStart(2, '0')
      return `2026-${month}-03,proposal,${1000 + index},2026-${month}-20,won,${index === 7 ? 'Sofware' : 'Software'},${index === 9 ? '' : 'ACME'}`
    })
    const deals = file('products.csv', ['opened,stage,value,closed,outcome,product,account', ...sold].join('\n'))
    const { status, stdout, stderr } = await pacesetter('forecast', deals, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).series.map(({ id }: { id: string }) => id)).toEqual(['products'])
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      'Counted all the same, the deal names no account: row 11.',
      'Read a misspelt product as the one that was surely meant: row 9 “Sofware” → Software.',
    ])
    const lines = ['date,value,product', ...WEEKS.map(([on, value], index) => `${on},${value},${index === 3 ? 'sofware' : 'Software'}`)]
    const series = await pacesetter('forecast', file('numbers.csv', lines.join('\n')), '--json')
    expect(JSON.parse(series.stdout).series.map(({ id }: { id: string }) => id)).toEqual(['Software'])
    expect(series.stderr).toContain('Read a misspelt product as the one that was surely meant: row 5 “sofware” → Software.')
  })

  test('a thousand bad rows are told in one line', async () => {
    const { status, stderr } = await pacesetter(
      'forecast',
      file('bad.csv', ['date,value', ...WEEKS.map((row) => row.join(',')), ...new Array(1000).fill('x,1')].join('\n')),
    )
    expect(status).toBe(0)
    expect(stderr).toMatch(/row 14 “x”, .*row 18 “x” and 995 more\.\n$/)
  })

  test('as Chinese spreadsheets save it', async () => {
    // 日期,数值 in GB18030
    const header = Uint8Array.of(0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xca, 0xfd, 0xd6, 0xb5, 0x0a)
    const body = new TextEncoder().encode(WEEKS.map((row) => row.join(',')).join('\n'))
    const { status, stderr } = await pacesetter('forecast', file('gb.csv', Uint8Array.of(...header, ...body)), '--json')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('for people it is a table', async () => {
    const { stdout } = await pacesetter(
      'forecast',
      file('visits.csv', ['date,value', ...WEEKS.map((row) => row.join(','))].join('\n')),
      '--horizon',
      '1',
    )
    expect(stdout).toMatch(
      /^visits: .+\n +step +date +value +80% from +to\n +1 +2026-03-30 +[\d.]+ +[\d.]+ +[\d.]+\n\nRecord of 4 past forecasts: \d+% of what came lay within the 80% interval; [\d.]+% too (high|low) over all; error \(sMAPE\) [\d.]+%, naive [\d.]+%, seasonal naive [\d.]+%, run-rate [\d.]+%\.\n$/,
    )
  })

  test('two values are too few, and it says so', async () => {
    const { status, stdout, stderr } = await pacesetter(
      'forecast',
      file('short.csv', 'date,value\n2026-01-05,10\n2026-01-12,20'),
      '--horizon',
      '1',
      '--json',
    )
    expect(status).toBe(0)
    expect(JSON.parse(stdout).series[0]).toMatchObject({ method: 'mean', points: [{ date: '2026-01-19', value: 15 }] })
    expect(stderr).toContain('Too short a history')
    expect((await pacesetter('forecast', 'short.csv')).stdout).toContain('Record: none, the history is too short to look back on.')
  })

  test('a backtest stands beside the forecasts that cost nothing', async () => {
    const content = [
      'date,value',
      ...Array.from({ length: 200 }, (_, index) => `${isoDay(day('2026-01-05') + index)},${index % 7 < 5 ? 50 + (index % 5) : 5}`),
    ].join('\n')
    const { status, stdout, stderr } = await pacesetter('backtest', file('days.csv', content), '--horizon', '14', '--json')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { level, forecasts, backtest } = JSON.parse(stdout)
    expect({ level, forecasts }).toEqual({ level: 0.8, forecasts: 6 })
    expect(backtest[0].scores.map(({ method }: { method: string }) => method)).toEqual([
      'pacesetter',
      'naive',
      'seasonal naive',
      'run-rate',
    ])
    expect(backtest[0].scores[0].smape).toBeLessThan(backtest[0].scores[1].smape)
  })
})

describe('a file of deals', { timeout: 120_000 }, () => {
  const deals = simulateDeals(3, { first: day('2024-01-01'), days: 500, perDay: 1 }).seenOn(day('2025-04-10'))
  const rows = deals.map(({ opened, stage, value, end }) =>
    [isoDay(opened), stage, value, ...(end.kind === 'open' ? ['', ''] : [isoDay(end.on), end.kind])].join(','),
  )
  const content = ['opened,stage,value,closed,outcome', ...rows].join('\n')

  test('gives one point a month, with the chance of each tier', async () => {
    const targets = file('targets.csv', 'month,target\n2025-04,60000\n')
    const { status, stdout, stderr } = await pacesetter(
      'forecast',
      file('deals.csv', content),
      '--horizon',
      '2',
      '--targets',
      targets,
      '--json',
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [{ id, points }] = JSON.parse(stdout).series
    expect(id).toBe('deals')
    expect(points).toMatchObject([
      { step: 1, date: '2025-04-30', period: '2025-04', target: 60_000 },
      { step: 2, date: '2025-05-31', period: '2025-05', won: 0 },
    ])
    const { base, stretch, breakthrough } = points[0].chances
    expect(base).toBeGreaterThanOrEqual(stretch)
    expect(stretch).toBeGreaterThanOrEqual(breakthrough)
    expect(points[1]).not.toHaveProperty('chances')
  })

  test('a table for people says what it is made of and how it did before', async () => {
    const { stdout } = await pacesetter('forecast', file('deals.csv', content), '--target', '60k')
    expect(stdout).toContain('+ open deals  + new deals  or by the run')
    expect(stdout).toMatch(/2025-04: of 60,000, base \d+%, stretch \d+%, breakthrough \d+% likely\./)
    expect(stdout).toMatch(/\nRecord of \d+ past forecasts made on day 10 of a month: \d+% of what came[^\n]*naive [\d.]+%, seasonal naive/)
    expect(stdout).toMatch(/Asked on this day of the \d+ months before, it was off by [\d,]+ on average/)
  })

  test('a backtest asks on five days of each month', async () => {
    const { status, stdout } = await pacesetter('backtest', file('deals.csv', content))
    expect(status).toBe(0)
    expect(stdout).toMatch(/forecasts of a month's landing[\s\S]*on day 5 of the month[\s\S]*on day 25 of the month/)
  })
})

describe('called wrongly', { timeout: 60_000 }, () => {
  test.each([
    { words: ['forecast'], status: 2, says: 'Name one file' },
    { words: ['backtest'], status: 2, says: 'Name one file' },
    { words: ['forecast', 'nowhere.csv'], status: 1, says: 'There is no file nowhere.csv.' },
    { words: ['forecast', '.'], status: 1, says: 'is a folder' },
    { words: ['forecast', 'nowhere.csv', '--level', '80'], status: 2, says: '--level takes a share between 0 and 1' },
    { words: ['forecast', 'nowhere.csv', '--horizon', '0'], status: 2, says: '--horizon takes a whole number' },
    { words: ['forecast', 'nowhere.csv', '--as-of', 'soon'], status: 2, says: '--as-of takes a date' },
    { words: ['forecast', 'nowhere.csv', '--colour'], status: 2, says: '--colour' },
  ])('$words: $says', async ({ words, status, says }) => {
    const said = await pacesetter(...words)
    expect(said.status).toBe(status)
    expect(said.stdout).toBe('')
    expect(said.stderr).toContain(says)
  })

  test.each([
    { content: '', says: 'is empty' },
    { content: 'colour,shape\nred,round\n', says: 'has no column "date" and no column "value"' },
    { content: 'date,value\nx,y\n', says: 'has no row that can be used' },
  ])('a file that $says', async ({ content, says }) => {
    const { status, stderr } = await pacesetter('forecast', file('wrong.csv', content))
    expect(status).toBe(1)
    expect(stderr).toContain(says)
  })
})
