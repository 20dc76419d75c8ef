import { readTarget } from '../../app/target/read.js'
import { looksAfter } from '../../app/target/subject.js'
import { type HomeTeam, homeCard } from '../cards/home.js'
import { comingCard, welcomeCard } from '../cards/team.js'
import type { Reply } from '../model.js'
import { actorIn, type Request } from '../request.js'

/** A person opened the bot's home: what today asks of them, and to whoever looks after a team how its month stands. */
export async function home(request: Request): Promise<readonly Reply[]> {
  const teams = await Promise.all(request.visitor.memberships.map(({ team }) => homeTeam(request, team.id)))
  const [first, ...others] = teams
  if (first !== undefined) return [{ kind: 'home', card: homeCard([first, ...others]) }]
  const { coming } = request.visitor
  return [{ kind: 'home', card: coming.length === 0 ? welcomeCard(request.visitor) : comingCard(coming) }]
}

async function homeTeam(request: Request, teamId: string): Promise<HomeTeam> {
  const actor = actorIn(request, teamId)
  const today = await readTarget(request.app, actor, { asked: 'day', whose: { kind: 'me' } })
  // Who was shown the team for want of a target of their own has its month already.
  const isMonthNews = looksAfter(actor) && today.of.kind === 'me'
  const month = isMonthNews ? await readTarget(request.app, actor, { asked: 'month', whose: { kind: 'team' } }) : undefined
  return { today, month }
}
