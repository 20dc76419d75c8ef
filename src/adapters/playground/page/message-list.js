// @ts-check
import { avatar, botAvatar, drawCard, element } from './draw.js'
import { dayOf, localOf, timeOf } from './when.js'

/** How near to its end a list must stand to follow what comes. */
const NEAR_PX = 160
/** How much of what stands before it shows above a message that fills the list. */
const ABOVE_PX = 48

/**
 * Keeps a scrolling list of messages: what has not changed stays as it is, so that focus, selection and screen readers are not disturbed.
 * @param {HTMLElement} list
 * @param {{ press: (button: any, message: any) => void, openThread?: (id: string) => void }} does
 */
export function messageList(list, does) {
  /** @type {Map<string, { node: HTMLElement, looks: string }>} */
  let drawn = new Map()
  /** Where the newest was last shown: who has not scrolled up from there follows what comes. */
  let shownAt = 0

  return {
    /**
     * @param {any[]} messages oldest first
     * @param {{ context: any, empty: string, follow: 'always' | 'near', isNew: (message: any) => boolean, repliesTo: (id: string) => number }} options
     */
    draw(messages, { context, empty, follow, isNew, repliesTo }) {
      const follows = follow === 'always' || list.scrollTop >= Math.min(shownAt, list.scrollHeight - list.clientHeight) - NEAR_PX
      const wanted = new Map()
      let day = ''
      for (const message of messages) {
        const date = localOf(message.at, context.zone).slice(0, 10)
        if (date !== day) keep(wanted, `day-${date}-${message.id}`, context.language, () => drawDay(message.at, context))
        day = date
        const replies = does.openThread === undefined ? 0 : repliesTo(message.id)
        const looks = [message.revision, replies, context.language].join()
        keep(wanted, message.id, looks, () => drawMessage(message, replies, context, does, isNew(message)))
      }
      if (messages.length === 0) keep(wanted, 'empty', empty, () => element('p', { className: 'empty' }, empty))
      put([...wanted.values()].map(({ node }) => node))
      drawn = wanted
      if (follows) showNewest()
    },
  }

  /** To the end; where the newest message does not fit, to its beginning. */
  function showNewest() {
    const newest = /** @type {HTMLElement | null} */ (list.lastElementChild)
    const top = newest === null ? 0 : newest.offsetTop - list.offsetTop - ABOVE_PX
    shownAt = Math.max(0, Math.min(list.scrollHeight - list.clientHeight, top))
    list.scrollTop = shownAt
  }

  function keep(wanted, key, looks, make) {
    const known = drawn.get(key)
    wanted.set(key, known?.looks === looks ? known : { node: make(), looks })
  }

  function put(nodes) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement?.closest('[data-action]') ?? null)
    const again =
      focused && list.contains(focused) ? { id: focused.closest('article')?.dataset.id, action: focused.dataset.action } : undefined
    const wanted = new Set(nodes)
    for (const child of [...list.children]) if (!wanted.has(child)) child.remove()
    nodes.forEach((node, index) => {
      if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null)
    })
    // A card that was replaced under the visitor's finger gives the focus to the same button of its successor, or to the list.
    if (again === undefined || focused?.isConnected) return
    const article = list.querySelector(`article[data-id="${CSS.escape(again.id ?? '')}"]`)
    const same = article?.querySelector(`[data-action="${CSS.escape(again.action ?? '')}"]`) ?? article?.querySelector('[data-action]')
    const next = /** @type {HTMLElement} */ (same ?? list)
    next.focus({ preventScroll: true })
  }
}

function drawDay(at, { language, zone }) {
  return element('h2', { className: 'day' }, element('span', {}, dayOf(at, language, zone)))
}

function drawMessage(message, replies, context, does, isNew) {
  const { words, nameOf, language, zone } = context
  const { content, visibleTo } = message
  const author = content.author === null ? words.bot : nameOf(content.author)
  const meta = element(
    'div',
    { className: 'meta' },
    element('b', {}, author),
    element('time', { dateTime: message.at }, timeOf(message.at, language, zone)),
    content.edits > 0 ? element('em', {}, words.edited) : undefined,
    visibleTo !== null ? element('em', { className: 'only-you' }, words['only-you']) : undefined,
  )
  const body = element('div', { className: 'body' }, meta)
  if (content.words !== undefined) body.append(element('div', { className: 'words' }, content.words))
  if (content.card !== undefined) body.append(drawCard(content.card, (button) => does.press(button, message)))
  const hasThread =
    does.openThread !== undefined && content.author === null && visibleTo === null && !message.conversation.startsWith('dm:')
  if (hasThread) body.append(threadButton(message.id, replies, words, does.openThread))
  const kinds = ['message', content.author === null && 'from-bot', visibleTo !== null && 'private', isNew && 'new']
  return element(
    'article',
    { className: kinds.filter(Boolean).join(' '), 'data-id': message.id },
    content.author === null ? botAvatar() : avatar(author),
    body,
  )
}

function threadButton(id, replies, words, openThread) {
  const label = replies > 0 ? words['reply-count'].replace('{n}', String(replies)) : words['reply-here']
  const made = element('button', { type: 'button', className: 'replies', 'data-action': 'thread' }, label)
  made.addEventListener('click', () => openThread(id))
  return made
}
