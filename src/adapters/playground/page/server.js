// @ts-check
/** What the page asks of the server. */

/** @import { Posts, StateAnswer, StreamEvents } from '../api.js' */

const RETRY_MS = 1_500

/** @param {string} language @returns {Promise<StateAnswer>} */
export async function readState(language) {
  const response = await fetch(`/playground/api/state?language=${language}`)
  if (!response.ok) throw new Error(`state: ${response.status}`)
  return response.json()
}

/** Where the file of a message is to be had. @param {string} message @param {string} person who sees it */
export function fileAt(message, person) {
  return `/playground/files/${message}?person=${encodeURIComponent(person)}`
}

/**
 * @template {keyof Posts} What
 * @param {What} what @param {Posts[What]['asked']} body
 * @returns {Promise<Posts[What]['answered'] | undefined>} undefined when the server cannot be reached or refuses
 */
export async function send(what, body) {
  try {
    const response = await fetch(`/playground/api/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

/**
 * @typedef {object} Hear
 * @property {(message: StreamEvents['message']) => void} message
 * @property {() => void} caughtUp all that was said before has come
 * @property {(outcome: StreamEvents['outcome']) => void} outcome
 * @property {(clock: StreamEvents['clock']) => void} clock
 * @property {(isLost: boolean) => void} lost the connection went, or came back
 */

/**
 * Listens to all that a person may see, from the beginning, and over lost connections.
 * @param {string} person @param {Hear} hear
 * @returns {() => void} stops listening
 */
export function listen(person, hear) {
  let revision = 0
  let stopped = false
  /** @type {EventSource | undefined} */
  let events
  const open = () => {
    if (stopped) return
    const source = new EventSource(`/playground/api/messages?person=${encodeURIComponent(person)}&since=${revision}`)
    events = source
    /** @template {keyof StreamEvents} Name @param {Name} name @param {(data: StreamEvents[Name]) => void} act */
    const on = (name, act) => source.addEventListener(name, (event) => events === source && act(JSON.parse(event.data)))
    source.addEventListener('open', () => hear.lost(false))
    on('message', (message) => {
      revision = Math.max(revision, message.revision)
      hear.message(message)
    })
    on('caught-up', () => hear.caughtUp())
    on('outcome', hear.outcome)
    on('clock', hear.clock)
    source.addEventListener('error', () => {
      // Taken up again by hand, from the last revision seen: the browser's own retry would start over.
      source.close()
      if (events !== source || stopped) return
      hear.lost(true)
      setTimeout(open, RETRY_MS)
    })
  }
  open()
  return () => {
    stopped = true
    events?.close()
  }
}
