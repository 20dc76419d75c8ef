import pino from 'pino'
import { telegramAdapter } from '../../src/adapters/telegram/telegram.js'
import { fakeTelegram } from '../support/fake-telegram/fake-telegram.js'
import { memoryDialogues } from '../support/fake-telegram/memory-dialogues.js'
import type { Stand } from './scene.js'
import { serve } from './serve.js'
import { standInHouse } from './stand-in-house.js'

/** The real Telegram adapter against a fake Telegram. */
export async function telegramStand(mode: 'polling' | 'webhook'): Promise<Stand> {
  const telegram = await fakeTelegram()
  const served = mode === 'webhook' ? await serve((request, response) => void adapter.handleWebhook(request, response)) : undefined
  const adapter = telegramAdapter({
    token: telegram.token,
    apiRoot: telegram.apiRoot,
    ...(served === undefined ? {} : { webhook: { url: `${served.url}/telegram`, secret: 'a-secret-of-the-contract' } }),
    dialogues: memoryDialogues(),
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
  })
  const house = standInHouse((interaction, answer) => adapter.reply(interaction, answer))
  await adapter.start(house)
  return {
    harness: telegram,
    adapter,
    house,
    workspaceOf: ({ id }) => id,
    posting: 'sendMessage',
    sharing: {
      call: 'sendDocument',
      refusal: { call: 'sendDocument', error: 'Bad Request: file must be non-empty', said: /Telegram did not take it/ },
    },
    nowhere: '-1009999999999',
    canBeAsked: false,
    async close() {
      await adapter.stop()
      await served?.close()
      await telegram.close()
    },
  }
}
