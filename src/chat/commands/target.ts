import type { Actor } from '../../app/access/visitor.js'
import { monthOrName } from '../../app/target/month-or-name.js'
import { readTarget, TARGET_PERIODS, type TargetPeriod, type TargetWanted } from '../../app/target/read.js'
import { settleImprovement } from '../../app/target/settle-improvement.js'
import type { Whose } from '../../app/target/subject.js'
import { whyTheseNumbers } from '../../app/target/why.js'
import { UserError } from '../../app/user-error.js'
import { landingCard } from '../cards/landing-how.js'
import { targetCard } from '../cards/target.js'
import type { OwnTeam } from '../cards/target-buttons.js'
import { whyCard } from '../cards/why.js'
import type { Card, Mention, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { text } from '../text.js'
import { readTargetWords } from './target-words.js'

export const targetRoutes: Routes = {
  commands: { target: (request, words, mentions) => targetCommand(request, words, mentions) },
  presses: {
    // Under posts that others see: whoever presses is answered in private.
    'target:show': async (request, ids) => [{ kind: 'answer', card: await pressed(request, ids) }],
    'target:turn': async (request, ids) => [{ kind: 'replace', card: await pressed(request, ids) }],
    'target:why': async (request, [on, teamId, whose]) => [
      { kind: 'answer', card: whyCard(await whyTheseNumbers(request.app, actorIn(request, teamId), on ?? '', whoseIn(whose))) },
    ],
    'target:forecast': async (request, [asked, teamId, whose]) => [
      { kind: 'answer', card: await forecast(request, actorIn(request, teamId), periodIn(asked), whoseIn(whose)) },
    ],
    'improvement:done': async (request, [id = '', teamId]) => {
      await settleImprovement(request.app, actorIn(request, teamId), id)
      return [{ kind: 'toast', text: text('improvement-done') }]
    },
  },
}

/** `/target [forecast] [day|tomorrow|[next|last] week|month|quarter|year|Q3|2026-11|…] [@name | name | team]`, in any order and in Chinese. */
async function targetCommand(request: Request, words: string, mentions: readonly Mention[]): Promise<readonly Reply[]> {
  const { visitor } = request
  const teams = [...(visitor.here === undefined ? [] : [visitor.here]), ...visitor.memberships.map(({ team }) => team)]
  const { asked, whose, step, named, team, shows } = readTargetWords(
    words,
    mentions,
    visitor.platform,
    teams.map(({ name }) => name),
  )
  const actor = actorIn(request, teams.find(({ name }) => name === team)?.id)
  if (shows === 'forecast') return [{ kind: 'answer', card: await forecast(request, actor, asked, whose) }]
  const wanted = await monthOrName(request.app, actor, { asked, whose, step, named })
  return [{ kind: 'answer', card: await target(request, actor, wanted) }]
}

async function target(request: Request, actor: Actor, wanted: TargetWanted): Promise<Card> {
  return targetCard(await readTarget(request.app, actor, wanted), ownTeams(request))
}

/** The asker's own day, as /target shows it. */
export function ownDay(request: Request, actor: Actor): Promise<Card> {
  return target(request, actor, { asked: 'day', whose: { kind: 'me' } })
}

/** Months and quarters have a landing point; any other word means the month that runs. */
async function forecast(request: Request, actor: Actor, asked: TargetPeriod, whose: Whose): Promise<Card> {
  return landingCard(await readTarget(request.app, actor, { asked: asked === 'quarter' ? 'quarter' : 'month', whose }))
}

async function pressed(request: Request, [asked, teamId, whose]: readonly string[]): Promise<Card> {
  return target(request, actorIn(request, teamId), { asked: periodIn(asked), whose: whoseIn(whose) })
}

/** In a team's own channel that team is meant; elsewhere the person's teams stand side by side. */
function ownTeams({ visitor }: Request): OwnTeam[] {
  return visitor.here === undefined ? visitor.memberships.map(({ team }) => team) : []
}

function periodIn(word: string | undefined): TargetPeriod {
  const found = TARGET_PERIODS.find((each) => each === word)
  if (found === undefined) throw new UserError('button-gone')
  return found
}

function whoseIn(word: string | undefined): Whose {
  switch (word) {
    case undefined:
    case '':
    case 'me':
      return { kind: 'me' }
    case 'team':
      return { kind: 'team' }
    default:
      return { kind: 'member', memberId: word }
  }
}
