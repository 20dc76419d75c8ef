import type { Installation, InstallationStore } from '@slack/bolt'
import { z } from 'zod'

/** An installation as it is kept. `secret` holds tokens: the store encrypts it. */
export interface SlackInstallation {
  /** The workspace's id; none when a whole organisation (Enterprise Grid) installed the app. */
  readonly team?: string
  readonly enterprise?: string
  readonly name?: string
  /** JSON, of Slack's making. */
  readonly secret: string
}

/** By what an installation is found: the workspace's own wins over its organisation's. */
export interface InstallationQuery {
  readonly team?: string
  readonly enterprise?: string
}

/** Where the tokens of the workspaces are kept. The store implements it. */
export interface Installations {
  /** A second installation in the same place takes the place of the first. */
  save(installation: SlackInstallation): Promise<void>
  find(query: InstallationQuery): Promise<SlackInstallation | undefined>
  /** What is not there is removed already. */
  remove(query: InstallationQuery): Promise<void>
}

/** Bolt's store, upon ours. */
export function installationStore(installations: Installations): InstallationStore {
  return {
    async storeInstallation(installation) {
      await installations.save({
        ...(installation.team === undefined ? {} : { team: installation.team.id }),
        ...(installation.enterprise === undefined ? {} : { enterprise: installation.enterprise.id }),
        ...nameOf(installation.team?.name ?? installation.enterprise?.name),
        secret: JSON.stringify(installation),
      })
    },
    async fetchInstallation({ teamId, enterpriseId }) {
      const query = queryOf(teamId, enterpriseId)
      const found = await installations.find(query)
      if (found === undefined) throw new Error(`No installation for team ${query.team ?? '-'}, enterprise ${query.enterprise ?? '-'}`)
      return installationShape.parse(JSON.parse(found.secret))
    },
    async deleteInstallation({ teamId, enterpriseId }) {
      await installations.remove(queryOf(teamId, enterpriseId))
    },
  }
}

export function queryOf(team: string | undefined, enterprise: string | undefined): InstallationQuery {
  return { ...(team === undefined ? {} : { team }), ...(enterprise === undefined ? {} : { enterprise }) }
}

function nameOf(name: string | undefined): { name: string } | Record<string, never> {
  return name === undefined ? {} : { name }
}

const needed = z.looseObject({
  bot: z.looseObject({ token: z.string(), id: z.string(), userId: z.string(), scopes: z.array(z.string()) }),
  user: z.looseObject({ id: z.string() }),
})
const installationShape = z.custom<Installation>((value) => needed.safeParse(value).success, 'No Slack installation')
