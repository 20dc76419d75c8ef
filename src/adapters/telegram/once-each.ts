import { limits } from './limits.js'
import { updateIdSchema } from './update.js'

/**
 * Telegram sends the webhook an update again whose 200 came too late or was lost. What is still being worked on is waited for, what is done
 * is passed over: a form does not open twice. Another process knows nothing of it; there the delivery's id keeps it from counting twice.
 *
 * @param receive makes an update safe; rejects when it must come again
 */
export function onceEach(receive: (raw: unknown) => Promise<void>): (raw: unknown) => Promise<void> {
  const taken = new Map<number, Promise<void>>()
  return (raw) => {
    const id = updateIdSchema.safeParse(raw).data?.update_id
    if (id === undefined) return receive(raw)
    const known = taken.get(id)
    if (known !== undefined) return known
    const taking = receive(raw).catch((error: unknown) => {
      taken.delete(id)
      throw error
    })
    taken.set(id, taking)
    const [oldest] = taken.keys()
    if (taken.size > limits.updatesRemembered && oldest !== undefined) taken.delete(oldest)
    return taking
  }
}
