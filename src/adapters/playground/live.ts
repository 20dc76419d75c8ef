import { isVisible, type PlaygroundMessage } from './messages.js'
import type { FormView } from './view.js'

/** What happens on one person's page at once, besides messages. */
export interface Outcome {
  readonly toast?: string
  readonly form?: FormView
  /** By field; an empty field is the whole form. */
  readonly errors?: Readonly<Record<string, string>>
}

export interface Listener {
  readonly viewer: string
  message(message: PlaygroundMessage): void
  outcome(outcome: Outcome): void
  close(): void
}

/** The pages that are open. */
export interface Live {
  /** @returns stops listening */
  listen(listener: Listener): () => void
  changed(message: PlaygroundMessage): void
  tell(person: string, outcome: Outcome): void
  closeAll(): void
}

export function live(): Live {
  const listeners = new Set<Listener>()
  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed(message) {
      for (const listener of listeners) if (isVisible(message, listener.viewer)) listener.message(message)
    },
    tell(person, outcome) {
      if (Object.keys(outcome).length === 0) return
      for (const listener of listeners) if (listener.viewer === person) listener.outcome(outcome)
    },
    closeAll() {
      for (const listener of listeners) listener.close()
      listeners.clear()
    },
  }
}
