import type { App } from '@slack/bolt'
import { z } from 'zod'
import type { Homes } from './homes.js'

const removed = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().optional(),
})
const revoked = removed.extend({ event: z.object({ tokens: z.object({ bot: z.array(z.string()).nullish() }).optional() }) })

/** A workspace that takes the app out, or its bot's token back, is forgotten before Slack is told that we know. */
export function listenToRemoval(app: App, homes: Homes): void {
  const forget = async ({ team_id, enterprise_id, is_enterprise_install }: z.infer<typeof removed>) =>
    homes.forget(is_enterprise_install === true ? undefined : (team_id ?? undefined), enterprise_id ?? undefined)

  app.event('app_uninstalled', async ({ body }) => forget(removed.parse(body)))
  app.event('tokens_revoked', async ({ body }) => {
    const read = revoked.parse(body)
    if ((read.event.tokens?.bot ?? []).length > 0) await forget(read)
  })
}
