import { fakeSlack } from '../support/fake-slack/fake-slack.js'
import { fakeTelegram } from '../support/fake-telegram/fake-telegram.js'
import type { Harness } from '../support/harness.js'
import { type Environment, type Product, startProduct } from '../support/product.js'

/** The whole product between a platform's people and its own clock. */
export interface Stage {
  readonly harness: Harness
  readonly product: Product
  /** Opens the app's Home tab, where the platform has one. */
  openHome?(name: string): Promise<void>
  close(): Promise<void>
}

export type StageName = 'Slack by Socket Mode' | 'Slack by HTTP' | 'Telegram by polling' | 'Telegram by webhook'

/** @param startAt a zoned time such as 2026-01-29T10:00[Asia/Shanghai] */
export async function openStage(name: StageName, startAt: string): Promise<Stage> {
  switch (name) {
    case 'Slack by Socket Mode':
      return slackStage('socket', startAt)
    case 'Slack by HTTP':
      return slackStage('http', startAt)
    case 'Telegram by polling':
      return telegramStage('polling', startAt)
    case 'Telegram by webhook':
      return telegramStage('webhook', startAt)
  }
}

async function slackStage(mode: 'socket' | 'http', startAt: string): Promise<Stage> {
  const slack = await fakeSlack({ mode, rates: 'strict' })
  const product = await startProduct(slack.env, startAt)
  slack.connectTo(product.url)
  return { ...stageOf(slack, product), openHome: async (person) => (await slack.person(person)).openHome() }
}

const WEBHOOK_PATH = '/telegram'

async function telegramStage(mode: 'polling' | 'webhook', startAt: string): Promise<Stage> {
  // In one of the two with what a chat takes a second as well: live answers wait for their turn there.
  const telegram = await fakeTelegram(mode === 'webhook' ? { flood: { perChatPerSecond: 1, overallPerSecond: 30 } } : {})
  const environment: Environment = (url) => ({
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_BOT_TOKEN: telegram.token,
    ...(mode === 'webhook' ? { TELEGRAM_WEBHOOK_URL: `${url}${WEBHOOK_PATH}`, TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-tests' } : {}),
  })
  return stageOf(telegram, await startProduct(environment, startAt))
}

function stageOf(harness: Harness, product: Product): Stage {
  return {
    harness,
    product,
    async close() {
      await product.stop()
      await harness.close()
    },
  }
}
