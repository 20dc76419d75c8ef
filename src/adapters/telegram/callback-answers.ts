import type { Api } from 'grammy'
import type { Logger } from 'pino'
import type { Say } from '../../chat/model.js'
import type { Text } from '../../chat/text.js'
import { loggable } from './failure.js'
import { limits } from './limits.js'
import { cut } from './rich.js'

/** The one answer that a pressed button waits for. */
export interface CallbackAnswer {
  /** Shows a passing word. @returns false when the press was answered already, so that the word must go another way */
  toast(words: string): Promise<boolean>
  /** Stops the button's turning if nothing else has. */
  done(): Promise<void>
}

export interface CallbackAnswers {
  /** Each press is answered once: by its handler, or with nothing when that takes too long, a redelivered one not again. */
  open(callbackId: string): CallbackAnswer
}

export function callbackAnswers(api: Api, log: Logger): CallbackAnswers {
  const answered = new Set<string>()
  return {
    open(callbackId) {
      const answer = async (words?: string): Promise<boolean> => {
        clearTimeout(timer)
        if (answered.has(callbackId)) return false
        remember(answered, callbackId)
        try {
          await api.answerCallbackQuery(callbackId, words === undefined ? {} : { text: cut(words, limits.toastUnits) })
          return true
        } catch (error) {
          log.warn(loggable(error), 'A pressed button could not be answered')
          return false
        }
      }
      const timer = setTimeout(() => void answer(), limits.callbackWithinMs).unref()
      return {
        toast: (words) => answer(words),
        async done() {
          await answer()
        },
      }
    },
  }
}

/** A toast, or nothing where there is no press to show it on. */
export async function toast(answer: CallbackAnswer | undefined, say: Say, text: Text): Promise<boolean> {
  return answer === undefined ? false : await answer.toast(say(text))
}

function remember(answered: Set<string>, callbackId: string): void {
  answered.add(callbackId)
  const [oldest] = answered
  if (answered.size > limits.callbacksRemembered && oldest !== undefined) answered.delete(oldest)
}
