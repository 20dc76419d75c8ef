import { setTimeout as pause } from 'node:timers/promises'
import type { AuthorizeResult, Context } from '@slack/bolt'
import type { Logger } from 'pino'
import { z } from 'zod'
import { DeliveryError } from '../../chat/model.js'
import { clientPool, type Home } from './clients.js'
import { refusal } from './failure.js'
import { type Installations, queryOf } from './installations.js'
import { times } from './limits.js'
import { failure } from './log.js'
import { Recent } from './recent.js'

/** Who the bot is, in the workspace of an event and in that of a delivery. */
export interface Homes {
  ofEvent(context: Context): Promise<Home>
  /** @throws DeliveryError when the app is not installed there */
  ofWorkspace(team: string): Promise<Home>
  /** What is known of a workspace that has removed the app is forgotten. */
  forget(team: string | undefined, enterprise: string | undefined): Promise<void>
  /** Resolves when Slack answers. @throws Error when it refuses the token */
  ready(signal: AbortSignal): Promise<void>
}

const identity = z.object({
  user_id: z.string(),
  bot_id: z.string().optional(),
  team_id: z.string(),
  team: z.string().optional(),
})

/** One workspace, whose token stands in the configuration. `authorize` is for Bolt. */
export function singleHome(options: { botToken: string; apiUrl: string; log: Logger }): Homes & { authorize(): Promise<AuthorizeResult> } {
  const { botToken, log } = options
  const client = clientPool(options.apiUrl, log)(botToken)
  let known: Home | undefined

  async function home(): Promise<Home> {
    if (known !== undefined) return known
    const { user_id, bot_id, team_id, team } = identity.parse(await client.auth.test())
    known = {
      client,
      botToken,
      botUser: user_id,
      team: team_id,
      ...(bot_id === undefined ? {} : { botId: bot_id }),
      ...(team === undefined ? {} : { teamName: team }),
    }
    return known
  }

  return {
    ofEvent: home,
    ofWorkspace: home,
    async forget() {
      log.error('The Slack app was removed or its token revoked: install it again and set the new token')
    },
    async ready(signal) {
      for (let attempt = 0; ; attempt += 1) {
        try {
          await home()
          return
        } catch (error) {
          const code = refusal(error)
          if (code !== undefined && /auth|token|account|team/.test(code))
            throw new Error(`Slack refuses the bot token: ${code}`, { cause: error })
          log.warn({ ...failure(error), attempt }, 'Slack cannot be reached yet')
          await pause(Math.min(500 * 2 ** attempt, times.longestStartPause), undefined, { signal })
        }
      }
    },
    async authorize() {
      const { botUser, botId, team } = await home()
      return { botToken, botUserId: botUser, teamId: team, ...(botId === undefined ? {} : { botId }) }
    },
  }
}

const authorized = z.object({ botToken: z.string(), botUserId: z.string(), botId: z.string().optional(), teamId: z.string() })

/** Many workspaces, each with its installation. `authorize` is the installer's: it renews tokens that are about to expire. */
export function installedHomes(options: {
  installations: Installations
  apiUrl: string
  log: Logger
  authorize: (source: { teamId: string; enterpriseId: undefined; isEnterpriseInstall: false }) => Promise<AuthorizeResult>
}): Homes {
  const { installations, authorize } = options
  const clientOf = clientPool(options.apiUrl, options.log)
  const names = new Recent<string>(1000, times.personKept)

  async function nameOf(team: string): Promise<string | undefined> {
    const name = names.get(team) ?? (await installations.find({ team }))?.name
    if (name !== undefined) names.set(team, name)
    return name
  }

  async function homeOf(result: AuthorizeResult | Context): Promise<Home> {
    const { botToken, botUserId, botId, teamId } = authorized.parse(result)
    const teamName = await nameOf(teamId)
    return {
      client: clientOf(botToken),
      botToken,
      botUser: botUserId,
      team: teamId,
      ...(botId === undefined ? {} : { botId }),
      ...(teamName === undefined ? {} : { teamName }),
    }
  }

  return {
    ofEvent: homeOf,
    async ofWorkspace(team) {
      if ((await installations.find({ team })) === undefined) throw new DeliveryError({ kind: 'refused', reason: 'not_installed' })
      try {
        return await homeOf(await authorize({ teamId: team, enterpriseId: undefined, isEnterpriseInstall: false }))
      } catch (error) {
        // The token could not be renewed: nothing was posted with it.
        throw new DeliveryError({ kind: 'not-sent', scope: 'lane' }, { cause: error })
      }
    },
    async forget(team, enterprise) {
      if (team !== undefined) names.delete(team)
      await installations.remove(queryOf(team, enterprise))
    },
    async ready() {},
  }
}
