// @ts-check
import { avatar, botAvatar, drawCard, drawFile, element } from './draw.js'
import { query } from './look-up.js'
import { dayOf, localOf, timeOf } from './when.js'

/**
 * @import { PlaygroundMessage } from '../messages.js'
 * @import { PageWords } from '../page-words.js'
 * @import { ButtonView } from '../view.js'
 */
/** What the visitor can do from a message. @typedef {{ press: (button: ButtonView, message: PlaygroundMessage) => void, openThread?: (id: string) => void }} Does */
/** How messages are written; `fileOf` is where the file of one is to be had. @typedef {{ words: PageWords, language: string, zone: string, nameOf: (person: string) => string, fileOf: (message: string) => string }} Context */
/** What stands in the list, and what decided how it looks. @typedef {{ node: HTMLElement, looks: string }} Drawn */
/**
 * @typedef {object} Options
 * @property {Context} context
 * @property {string} empty what to say where there are no messages
 * @property {'always' | 'near'} follow whether to scroll to the newest
 * @property {(id: string) => boolean} isNew
 * @property {(id: string) => number} repliesTo
 */

/** How near to its end a list must stand to follow what comes. */
const NEAR_PX = 160
/** How much of what stands before it shows above a message that fills the list. */
const ABOVE_PX = 48

/**
 * Keeps a scrolling list of messages: what has not changed stays as it is, so that focus, selection and screen readers are not disturbed.
 * @param {HTMLElement} list @param {Does} does
 */
export function messageList(list, does) {
  /** By key. @type {Map<string, Drawn>} */
  let drawn = new Map()
  /** Where the newest was last shown: who has not scrolled up from there follows what comes. */
  let shownAt = 0

  return {
    /** @param {readonly PlaygroundMessage[]} messages oldest first @param {Options} options */
    draw(messages, { context, empty, follow, isNew, repliesTo }) {
      const follows = follow === 'always' || list.scrollTop >= Math.min(shownAt, list.scrollHeight - list.clientHeight) - NEAR_PX
      /** @type {Map<string, Drawn>} */
      const wanted = new Map()
      let day = ''
      for (const message of messages) {
        const date = localOf(message.at, context.zone).slice(0, 10)
        if (date !== day) keep(wanted, `day-${date}-${message.id}`, context.language, () => drawDay(message.at, context))
        day = date
        const replies = does.openThread === undefined ? 0 : repliesTo(message.id)
        const looks = [message.revision, replies, context.language].join()
        keep(wanted, message.id, looks, () => drawMessage(message, replies, context, does, isNew(message.id)))
      }
      if (messages.length === 0) keep(wanted, 'empty', empty, () => element('p', { className: 'empty' }, empty))
      put([...wanted.values()].map(({ node }) => node))
      drawn = wanted
      if (follows) showNewest()
    },
  }

  /** To the end; where the newest message does not fit, to its beginning. */
  function showNewest() {
    const newest = list.lastElementChild
    const top = newest instanceof HTMLElement ? newest.offsetTop - list.offsetTop - ABOVE_PX : 0
    shownAt = Math.max(0, Math.min(list.scrollHeight - list.clientHeight, top))
    list.scrollTop = shownAt
  }

  /** @param {Map<string, Drawn>} wanted @param {string} key @param {string} looks @param {() => HTMLElement} make */
  function keep(wanted, key, looks, make) {
    const known = drawn.get(key)
    wanted.set(key, known?.looks === looks ? known : { node: make(), looks })
  }

  /** @param {readonly HTMLElement[]} nodes */
  function put(nodes) {
    const focusAgain = rememberFocus()
    /** @type {Set<Element>} */
    const wanted = new Set(nodes)
    for (const child of [...list.children]) if (!wanted.has(child)) child.remove()
    nodes.forEach((node, index) => {
      if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null)
    })
    focusAgain()
  }

  /** A card that is replaced under the visitor's finger gives the focus to the same button of its successor, or to the list. */
  function rememberFocus() {
    const focused = document.activeElement?.closest('[data-action]') ?? null
    if (focused === null || !list.contains(focused)) return () => {}
    const id = focused.closest('article')?.getAttribute('data-id') ?? ''
    const action = focused.getAttribute('data-action') ?? ''
    return () => {
      if (focused.isConnected) return
      const article = query(`article[data-id="${CSS.escape(id)}"]`, HTMLElement, list)
      const same =
        article && (query(`[data-action="${CSS.escape(action)}"]`, HTMLElement, article) ?? query('[data-action]', HTMLElement, article))
      const next = same ?? list
      next.focus({ preventScroll: true })
    }
  }
}

/** @param {string} at @param {Context} context */
function drawDay(at, { language, zone }) {
  return element('h2', { className: 'day' }, element('span', {}, dayOf(at, language, zone)))
}

/** @param {PlaygroundMessage} message @param {number} replies @param {Context} context @param {Does} does @param {boolean} isNew */
function drawMessage(message, replies, context, { press, openThread }, isNew) {
  const { id, content, visibleTo, conversation } = message
  const { author } = content
  const body = element('div', { className: 'body' }, drawMeta(message, context))
  if (content.words !== undefined) body.append(element('div', { className: 'words' }, content.words))
  if (content.card !== undefined) body.append(drawCard(content.card, (button) => press(button, message)))
  if (content.file !== undefined) body.append(drawFile(content.file, context.fileOf(id)))
  if (openThread !== undefined && author === null && visibleTo === null && !conversation.startsWith('dm:'))
    body.append(threadButton(id, replies, context.words, openThread))
  const kinds = ['message', author === null && 'from-bot', visibleTo !== null && 'private', isNew && 'new']
  return element(
    'article',
    { className: kinds.filter(Boolean).join(' '), 'data-id': id },
    author === null ? botAvatar() : avatar(context.nameOf(author)),
    body,
  )
}

/** Who, when, edited, for whom. @param {PlaygroundMessage} message @param {Context} context */
function drawMeta({ content, at, visibleTo }, { words, nameOf, language, zone }) {
  return element(
    'div',
    { className: 'meta' },
    element('b', {}, content.author === null ? words.bot : nameOf(content.author)),
    element('time', { dateTime: at }, timeOf(at, language, zone)),
    content.edits > 0 ? element('em', {}, words.edited) : undefined,
    visibleTo !== null ? element('em', { className: 'only-you' }, words['only-you']) : undefined,
  )
}

/** @param {string} id @param {number} replies @param {PageWords} words @param {(id: string) => void} openThread */
function threadButton(id, replies, words, openThread) {
  const label = replies > 0 ? words['reply-count'].replace('{n}', String(replies)) : words['reply-here']
  const made = element('button', { type: 'button', className: 'replies', 'data-action': 'thread' }, label)
  made.addEventListener('click', () => openThread(id))
  return made
}
