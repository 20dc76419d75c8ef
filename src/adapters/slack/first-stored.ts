import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt'

/**
 * Bolt acknowledges events before its listeners have run, in Socket Mode and over HTTP alike: a crash in between would lose them.
 * Here an event's acknowledgement waits until the listeners are done, and is not given when one of them fails, so that Slack sends
 * the event again. Commands, presses and submissions are acknowledged by their listeners, as ever.
 */
export class FirstStoredApp extends App {
  readonly #inHand = new Set<Promise<void>>()
  #isStopping = false

  constructor(options: AppOptions) {
    super(options)
    // An error handler that returns would have the event acknowledged.
    this.error(async (error) => {
      throw error
    })
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    if (this.#isStopping) throw new Error('Stopping: Slack is to deliver this to another process')
    const work = this.#process(event)
    this.#inHand.add(work)
    try {
      await work
    } finally {
      this.#inHand.delete(work)
    }
  }

  /** Takes nothing new in; resolves when what is in hand is done and acknowledged. */
  async drain(): Promise<void> {
    this.#isStopping = true
    await Promise.allSettled(this.#inHand)
  }

  async #process(event: ReceiverEvent): Promise<void> {
    if (event.body.type !== 'event_callback') return super.processEvent(event)
    let isAcknowledged = false
    await super.processEvent({
      ...event,
      ack: async () => {
        isAcknowledged = true
      },
    })
    if (isAcknowledged) await event.ack()
  }
}
