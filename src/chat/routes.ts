import { actionTickRoutes } from './commands/action-ticks.js'
import { agreementRoutes } from './commands/agreement.js'
import { caseRoutes } from './commands/case.js'
import { checkInRoutes } from './commands/check-in.js'
import { dealRoutes } from './commands/deal.js'
import { helpRoutes } from './commands/help.js'
import { keyActionRoutes } from './commands/key-actions.js'
import { leaderboardRoutes } from './commands/leaderboard.js'
import { leaveRoutes } from './commands/leave.js'
import { logRoutes } from './commands/log.js'
import { planRoutes } from './commands/plan.js'
import { planPublishRoutes } from './commands/plan-publish.js'
import { planStrategyRoutes } from './commands/plan-strategy.js'
import { planTimeRoutes } from './commands/plan-time.js'
import { planTreeRoutes } from './commands/plan-tree.js'
import { planWindowRoutes } from './commands/plan-window.js'
import { reviewRoutes } from './commands/review.js'
import { settingsRoutes } from './commands/settings.js'
import { targetRoutes } from './commands/target.js'
import { teamRoutes } from './commands/team.js'
import { whatIfRoutes } from './commands/what-if.js'
import { wordsRoutes } from './commands/words.js'
import type { Routes } from './request.js'

const AREAS: readonly Routes[] = [
  actionTickRoutes,
  agreementRoutes,
  caseRoutes,
  checkInRoutes,
  dealRoutes,
  helpRoutes,
  keyActionRoutes,
  leaderboardRoutes,
  leaveRoutes,
  logRoutes,
  planRoutes,
  planPublishRoutes,
  planStrategyRoutes,
  planTimeRoutes,
  planTreeRoutes,
  planWindowRoutes,
  reviewRoutes,
  settingsRoutes,
  targetRoutes,
  teamRoutes,
  whatIfRoutes,
  wordsRoutes,
]

/** Every command, button and form of the product, each answered by one handler. */
export const ROUTES = {
  commands: merged((area) => area.commands),
  presses: merged((area) => area.presses),
  forms: merged((area) => area.forms),
}

function merged<H>(part: (area: Routes) => Readonly<Record<string, H>> | undefined): ReadonlyMap<string, H> {
  const handlers = new Map<string, H>()
  for (const [name, handler] of AREAS.flatMap((area) => Object.entries(part(area) ?? {}))) {
    if (handlers.has(name)) throw new Error(`Two handlers for "${name}"`)
    handlers.set(name, handler)
  }
  return handlers
}
