import type { Logger } from 'pino'
import { loggable } from './failure.js'
import { limits } from './limits.js'
import { updateIdSchema } from './update.js'

export interface Parking {
  /** Whether what updates are kept in answers now: while it is away every update fails, and none is to blame. */
  readonly isStoreUp: () => Promise<boolean>
  /** Told once of an update that is given up, its person to be told. Never rejects. */
  readonly onParked: (raw: unknown, updateId: number) => Promise<void>
  readonly log: Logger
}

/**
 * Gives up an update that fails every time, which would hold up all that its person does after it. Polling and Telegram's webhook both
 * bring an update again, ever more slowly; this counts how often.
 *
 * @param receive makes an update safe; rejects when it must come again
 */
export function withParking(receive: (raw: unknown) => Promise<void>, { isStoreUp, onParked, log }: Parking) {
  const failures = new Map<number, number>()
  return async (raw: unknown): Promise<void> => {
    const updateId = updateIdSchema.safeParse(raw).data?.update_id
    try {
      await receive(raw)
      if (updateId !== undefined) failures.delete(updateId)
    } catch (error) {
      if (updateId === undefined) throw error
      const attempts = (failures.get(updateId) ?? 0) + 1
      if (failures.size >= limits.failuresRemembered) failures.clear()
      failures.set(updateId, attempts)
      if (attempts < limits.updateAttempts || !(await isStoreUp())) throw error
      failures.delete(updateId)
      log.error({ ...loggable(error), updateId, attempts }, 'An update is given up: it fails every time')
      await onParked(raw, updateId)
    }
  }
}
