import { Hono } from 'hono'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type Adapter, DeliveryError, type Intake } from '../chat/model.js'

export interface Metrics {
  /** `GET /metrics`, in Prometheus' text format. */
  readonly page: Hono
  /** The intake, its answers timed by platform and kind of event. */
  timed(intake: Intake): Intake
  /** The adapter, its deliveries counted by outcome. */
  counted<A extends Adapter>(adapter: A): A
  /** Counts an event that was given up, by where it was kept: the inbox, or a platform that brought it again and again. */
  parked(source: 'inbox' | 'telegram'): void
}

/** Figures for operators: how long answers take, what becomes of messages, how many wait. No names, no words, no ids. */
export function createMetrics(waiting: () => Promise<{ readonly inbox: number; readonly outbox: number }>): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'pacesetter_' })
  const answers = new Histogram({
    name: 'pacesetter_answer_seconds',
    help: 'Time from an interaction to its committed answer.',
    labelNames: ['platform', 'event'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  const deliveries = new Counter({
    name: 'pacesetter_deliveries_total',
    help: 'Attempts to deliver a message, by outcome.',
    labelNames: ['platform', 'outcome'],
    registers: [registry],
  })
  const parked = new Counter({
    name: 'pacesetter_parked_total',
    help: 'Events given up because they failed every time.',
    labelNames: ['source'],
    registers: [registry],
  })
  const queue = new Gauge({
    name: 'pacesetter_waiting',
    help: 'Rows that wait to be worked on.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      const { inbox, outbox } = await waiting()
      queue.set({ queue: 'inbox' }, inbox)
      queue.set({ queue: 'outbox' }, outbox)
    },
  })
  return {
    page: new Hono().get('/metrics', async (context) =>
      context.text(await registry.metrics(), 200, { 'content-type': registry.contentType }),
    ),
    parked: (source) => parked.inc({ source }),
    timed: (intake) => ({
      accept: (interaction) => intake.accept(interaction),
      async handle(interaction) {
        const stop = answers.startTimer({ platform: interaction.platform, event: interaction.event.kind })
        try {
          return await intake.handle(interaction)
        } finally {
          stop()
        }
      },
    }),
    counted: (adapter) => ({
      ...adapter,
      async deliver(outgoing) {
        try {
          const message = await adapter.deliver(outgoing)
          deliveries.inc({ platform: adapter.platform, outcome: 'sent' })
          return message
        } catch (error) {
          deliveries.inc({ platform: adapter.platform, outcome: error instanceof DeliveryError ? error.outcome.kind : 'bug' })
          throw error
        }
      },
    }),
  }
}
