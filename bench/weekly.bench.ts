/** The weekly report for 10, 100 and 1,000 teams of ten due in the same minute: time a team, and memory. Each size runs in a process of its own. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createApp } from '../src/app/app.js'
import { runDue } from '../src/app/schedule/run-due.js'
import { openDatabase } from '../src/store/database.js'
import { toInstantColumn } from '../src/store/dates.js'
import { postgresPrograms, startPostgres } from '../test/support/postgres.js'
import { report } from './report.js'
import { instantOn, makeTeams, TODAY } from './teams.js'

const SIZES = [10, 100, 1_000] as const
/** A quarter of working days: as far back as a streak is counted. */
const DAYS_OF_HISTORY = 65
const MEMORY_LOOK_EVERY_TEAMS = 5

interface Measured {
  readonly teams: number
  readonly msATeam: number
  /** Of what is alive, looked at throughout. */
  readonly peakHeapMb: number
}

if (process.argv[2] === 'measure') await measure(process.argv[3] ?? '', Number(process.argv[4]))
else await compare()

async function compare(): Promise<void> {
  const programs = postgresPrograms()
  if (programs === undefined) throw new Error('No PostgreSQL server is installed: the weekly report is measured on one')
  const postgres = await startPostgres(programs)
  try {
    const measured: Measured[] = []
    for (const teams of SIZES) {
      const url = await postgres.database(`weekly${teams}`)
      measured.push(inProcessOfItsOwn(url, teams))
    }
    const base = measured[1] ?? measured[0]
    report(
      'The weekly report of teams of ten, due in the same minute (PostgreSQL, a quarter of history)',
      measured.map(({ teams, msATeam, peakHeapMb }) => ({
        what: `${teams.toLocaleString('en')} teams`,
        figures: {
          'ms a team': msATeam.toFixed(1),
          'teams a minute': (60_000 / msATeam).toFixed(0),
          'peak heap MB': peakHeapMb.toFixed(1),
          'heap, ratio': (peakHeapMb / (base?.peakHeapMb ?? Number.NaN)).toFixed(2),
        },
        ...(teams === 1_000 ? { ratio: { value: msATeam / (base?.msATeam ?? Number.NaN), most: 1.2 } } : {}),
      })),
      ['Ratios: against 100 teams. Heap: what is alive after a collection, at its highest.'],
    )
  } finally {
    await postgres.stop()
  }
}

function inProcessOfItsOwn(url: string, teams: number): Measured {
  const typescript = new URL('typescript.mjs', import.meta.url).href
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--import', typescript, fileURLToPath(import.meta.url), 'measure', url, String(teams)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  )
  return JSON.parse(output)
}

async function measure(url: string, teams: number): Promise<void> {
  const database = await openDatabase({ kind: 'server', url, connections: 10 })
  await makeTeams(database, {
    teams,
    platform: 'slack',
    place: (team) => ({ workspace: 'T1', conversation: `C${team}` }),
    daysOfHistory: DAYS_OF_HISTORY,
  })
  const friday = instantOn(TODAY, '17:00')
  await database.client.team.updateMany({
    data: { scheduledUntil: toInstantColumn(friday.subtract({ minutes: 1 })), nextDueAt: toInstantColumn(friday) },
  })
  let decided = 0
  let peakBytes = 0
  let lookedMs = 0
  const app = createApp(
    database,
    () => friday,
    () => {
      decided += 1
      if (decided % MEMORY_LOOK_EVERY_TEAMS !== 0) return
      const lookedAt = performance.now()
      global.gc?.()
      peakBytes = Math.max(peakBytes, process.memoryUsage().heapUsed)
      lookedMs += performance.now() - lookedAt
    },
  )
  const began = performance.now()
  const { occurrences } = await runDue(app, (teamId, error) => process.stderr.write(`${teamId}: ${String(error)}\n`))
  // Collecting to see what is alive is the benchmark's work, not the report's.
  const tookMs = performance.now() - began - lookedMs
  const published = await database.client.report.count()
  if (occurrences.length !== teams || published !== teams) throw new Error(`${published} of ${teams} reports were published`)
  await database.close()
  const measured: Measured = { teams, msATeam: tookMs / teams, peakHeapMb: peakBytes / 1_048_576 }
  process.stdout.write(JSON.stringify(measured))
}
