import pino from 'pino'
import { slackAdapter } from '../../src/adapters/slack/adapter.js'
import { fakeSlack } from '../support/fake-slack/fake-slack.js'
import type { Stand } from './scene.js'
import { serve } from './serve.js'
import { standInHouse } from './stand-in-house.js'

/** The real Slack adapter against a fake Slack. */
export async function slackStand(mode: 'socket' | 'http'): Promise<Stand> {
  const slack = await fakeSlack({ mode })
  const { appToken, botToken, signingSecret, apiUrl } = slack
  const adapter = slackAdapter({
    connection: mode === 'socket' ? { mode, appToken, botToken } : { mode, signingSecret, botToken },
    apiUrl,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
  })
  const house = standInHouse((interaction, answer) => adapter.reply(interaction, answer))
  const served = adapter.requests === undefined ? undefined : await serve(adapter.requests.listener)
  if (served !== undefined) slack.connectTo(served.url)
  await adapter.start(house)
  return {
    harness: slack,
    adapter,
    house,
    workspaceOf: () => slack.team,
    posting: 'chat.postMessage',
    sharing: {
      call: 'files.completeUploadExternal',
      refusal: { call: 'files.getUploadURLExternal', error: 'missing_scope', said: /“files:write”.*installs the app again/ },
    },
    nowhere: 'C99999999',
    canBeAsked: true,
    async close() {
      await adapter.stop()
      await served?.close()
      await slack.close()
    },
  }
}
