import { type BoardPeriod, seeBoard } from '../../app/review/see-board.js'
import { setQuiet } from '../../app/review/set-quiet.js'
import { UserError } from '../../app/user-error.js'
import { BOARD_PERIODS, leaderboardCard } from '../cards/leaderboard.js'
import { meaningOf } from '../meaning-of.js'
import type { Card, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { text } from '../text.js'

export const leaderboardRoutes: Routes = {
  commands: { leaderboard: (request, words) => leaderboardCommand(request, words) },
  presses: {
    'leaderboard:show': async (request, [kind, teamId]) => [{ kind: 'answer', card: await board(request, pressed(kind), teamId) }],
    'leaderboard:turn': async (request, [kind, teamId]) => [{ kind: 'replace', card: await board(request, pressed(kind), teamId) }],
  },
}

/** `/leaderboard`, `/leaderboard week|month|quarter`, `/leaderboard quiet on|off`. */
async function leaderboardCommand(request: Request, words: string): Promise<readonly Reply[]> {
  const [first = '', ...rest] = words.toLowerCase().split(/\s+/)
  if (QUIET_WORDS.includes(first)) return quiet(request, rest.join(' '))
  const kind = first === '' ? 'week' : boardPeriod(words)
  if (kind === undefined) throw new UserError('leaderboard-usage')
  return [{ kind: 'answer', card: await board(request, kind) }]
}

const boardPeriod = meaningOf<BoardPeriod>({
  week: ['week', '周', '本周'],
  month: ['month', '月', '本月'],
  quarter: ['quarter', '季', '季度', '本季', '本季度'],
})

const QUIET_WORDS: readonly string[] = ['quiet', '安静', '隐身']

const quietMode = meaningOf({ quiet: ['on', '开', '开启'], named: ['off', '关', '关闭'] })

async function board(request: Request, kind: BoardPeriod, teamId?: string): Promise<Card> {
  return leaderboardCard(await seeBoard(request.app, actorIn(request, teamId), kind))
}

function pressed(kind: string | undefined): BoardPeriod {
  const found = BOARD_PERIODS.find((each) => each === kind)
  if (found === undefined) throw new UserError('button-gone')
  return found
}

async function quiet(request: Request, words: string): Promise<readonly Reply[]> {
  const mode = quietMode(words)
  if (mode === undefined) throw new UserError('leaderboard-usage')
  await setQuiet(request.app, actorIn(request), mode)
  return [{ kind: 'answer', card: { lines: [{ kind: 'text', text: text(`board-mode-${mode}`) }] } }]
}
