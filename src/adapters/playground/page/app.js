// @ts-check
import { ask } from './ask.js'
import { clockBar } from './clock.js'
import { composer } from './composer.js'
import { avatar, element } from './draw.js'
import { openForm } from './form.js'
import { get, query } from './look-up.js'
import { messageList } from './message-list.js'
import { drawPlace } from './places.js'
import { remember, remembered } from './remembered.js'
import { fileAt, listen, readState, send } from './server.js'
import { followTheme } from './theme.js'
import { toast } from './toast.js'
import { writeWords } from './wording.js'

/**
 * @import { Act, ActAnswer, ClockView, StateAnswer } from '../api.js'
 * @import { PlaygroundMessage } from '../messages.js'
 * @import { ButtonView } from '../view.js'
 */
/** Where something is done. @typedef {Pick<Act, 'conversation' | 'thread' | 'message'>} Spot */

const RETRY_MS = 1_500

const app = get('#app', HTMLElement)
const people = get('#person', HTMLSelectElement)
const languages = get('#language', HTMLSelectElement)
const conversationList = get('#messages', HTMLElement)
const threadPanel = get('#thread', HTMLElement)
const threadList = get('#thread-messages', HTMLElement)
const lost = get('#lost', HTMLElement)

/** What the server told of the house: people, channels, clock, words, commands. @type {StateAnswer} */
let house
let language = languageOf(remembered('language', navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'))
let person = remembered('person', '')
let conversation = remembered('conversation', '')
/** The message whose thread is open. @type {string | undefined} */
let thread
/** All that this person may see, by id. @type {Map<string, PlaygroundMessage>} */
let messages = new Map()
/** Conversations with something unseen. @type {Set<string>} */
let unread = new Set()
/** Came while the page was open. @type {Set<string>} */
let arrived = new Set()
let caughtUp = false
let hearNoMore = () => {}
let isDrawingSoon = false

const clock = clockBar(get('#clock', HTMLElement), moveClock)
const main = messageList(conversationList, { press, openThread: (id) => showThread(id) })
const side = messageList(threadList, { press })
const mainLine = composer(get('#composer', HTMLFormElement), {
  commands: () => house.commands,
  send: (words) => act({ kind: 'say', words }),
})
const sideLine = composer(get('#thread-composer', HTMLFormElement), {
  commands: () => house.commands,
  send: (words) => act({ kind: 'say', words }, { thread }),
})

followTheme(get('#theme', HTMLElement))
get('#close-thread', HTMLElement).addEventListener('click', () => showThread(undefined))
people.addEventListener('change', () => become(people.value))
languages.addEventListener('change', async () => {
  language = languageOf(languages.value)
  remember('language', language)
  house = await readHouse()
  showHouse()
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && thread !== undefined && document.querySelector('dialog[open]') === null)
    showThread(undefined)
})

house = await readHouse()
showHouse()
become(house.people.some(({ id }) => id === person) ? person : (house.people[0]?.id ?? ''))
if (matchMedia('(hover: hover)').matches) mainLine.focus()

/** @param {string} value @returns {Act['language']} */
function languageOf(value) {
  return value === 'zh-CN' ? 'zh-CN' : 'en'
}

/** Asks for the house, at the start and in another language, until the server answers. */
async function readHouse() {
  for (;;) {
    const read = await readState(language).catch(() => undefined)
    lost.hidden = read !== undefined
    if (read !== undefined) return read
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}

function showHouse() {
  const { words } = house
  document.documentElement.lang = language
  languages.value = language
  writeWords(words)
  people.replaceChildren(
    ...house.people.map(({ id, name, role }) => element('option', { value: id }, `${name} · ${words[`role-${role}`]}`)),
  )
  people.value = person
  sideLine.say(words['composer-thread'], words)
  drawPlaces()
  draw('near')
  app.removeAttribute('aria-busy')
}

/** Sees the house through a person's eyes. @param {string} id */
function become(id) {
  person = id
  remember('person', id)
  people.value = id
  get('#avatar', HTMLElement).replaceWith(Object.assign(avatar(nameOf(id)), { id: 'avatar' }))
  messages = new Map()
  unread = new Set()
  arrived = new Set()
  caughtUp = false
  const isChannel = house.channels.some(({ id: channel }) => channel === conversation)
  if (!isChannel && conversation !== privateChat())
    conversation = conversation.startsWith('dm:') ? privateChat() : (house.channels[0]?.id ?? privateChat())
  showThread(undefined)
  drawPlaces()
  hearNoMore()
  hearNoMore = listen(id, {
    message: receive,
    caughtUp() {
      caughtUp = true
      draw('always')
    },
    outcome: (outcome) => show(outcome, {}),
    clock: ({ now }) => {
      if (!clock.isMoving()) drawClock({ now })
    },
    lost: (isLost) => {
      lost.hidden = !isLost
    },
  })
}

/** @param {PlaygroundMessage} message */
function receive(message) {
  const known = messages.get(message.id)
  if (known && known.revision >= message.revision) return
  messages.set(message.id, message)
  if (!caughtUp) return
  if (!known) {
    arrived.add(message.id)
    if (message.conversation !== conversation) unread.add(message.conversation)
    drawPlaces()
    // On a journey of the clock the posts tell how far it has come.
    if (clock.isMoving() && message.at > house.clock.now) drawClock({ now: message.at })
  }
  if (isDrawingSoon) return
  isDrawingSoon = true
  requestAnimationFrame(() => {
    isDrawingSoon = false
    draw(message.content.author === person ? 'always' : 'near')
  })
}

/** @param {'always' | 'near'} follow whether to scroll to the newest */
function draw(follow) {
  const { words } = house
  drawClock({})
  if (!caughtUp) return
  const ordered = [...messages.values()].sort((one, other) => Number(one.id) - Number(other.id))
  /** @type {Map<string, number>} */
  const replies = new Map()
  for (const { under } of ordered) if (under !== null) replies.set(under, (replies.get(under) ?? 0) + 1)
  const shared = {
    context: { words, language, zone: house.clock.zone, nameOf, fileOf: (/** @type {string} */ id) => fileAt(id, person) },
    isNew: (/** @type {string} */ id) => arrived.has(id),
    repliesTo: (/** @type {string} */ id) => replies.get(id) ?? 0,
    follow,
  }
  main.draw(
    ordered.filter((message) => message.conversation === conversation && message.under === null),
    { ...shared, empty: conversation === privateChat() ? words['empty-private'] : words['empty-channel'] },
  )
  if (thread === undefined) return
  side.draw(
    ordered.filter(({ id, under }) => id === thread || under === thread),
    { ...shared, empty: '' },
  )
}

/** @param {Partial<Pick<ClockView, 'now' | 'moments'>>} change */
function drawClock(change) {
  house = { ...house, clock: { ...house.clock, ...change } }
  clock.draw({ clock: house.clock, words: house.words, language })
}

function drawPlaces() {
  const { channels, words } = house
  const place = (/** @type {string} */ id) =>
    drawPlace({ id, name: nameOfPlace(id), isOpen: id === conversation, isUnread: unread.has(id) }, words, goTo)
  get('#channels', HTMLElement).replaceChildren(...channels.map(({ id }) => place(id)))
  get('#privates', HTMLElement).replaceChildren(place(privateChat()))
  get('#place', HTMLElement).textContent = nameOfPlace(conversation)
  mainLine.say(conversation === privateChat() ? words['composer-private'] : words['composer-channel'], words)
}

/** @param {string} id a conversation's */
function goTo(id) {
  conversation = id
  remember('conversation', id)
  unread.delete(id)
  showThread(undefined)
  drawPlaces()
  draw('always')
  // The entry that was pressed has been drawn anew.
  query(`[data-place="${CSS.escape(id)}"]`, HTMLElement)?.focus()
}

/** @param {string | undefined} id the message's that opened it; undefined closes it */
function showThread(id) {
  const opener = thread
  thread = id
  threadPanel.hidden = id === undefined
  app.classList.toggle('with-thread', id !== undefined)
  draw('near')
  if (id !== undefined) {
    threadList.scrollTop = threadList.scrollHeight
    sideLine.focus()
  } else if (opener !== undefined) {
    query(`article[data-id="${CSS.escape(opener)}"] .replies`, HTMLElement, conversationList)?.focus({ preventScroll: true })
  }
}

/** @param {ButtonView} button @param {PlaygroundMessage} message the one that carries it */
async function press(button, message) {
  if (button.confirm && !(await ask(button.confirm, button, house.words.cancel))) return
  await act(
    { kind: 'press', action: button.action },
    { message: message.id, conversation: message.conversation, ...(message.under === null ? {} : { thread: message.under }) },
  )
}

/** @param {Act['act']} what @param {Partial<Spot>} [where] the open conversation, unless it says otherwise */
async function act(what, where = {}) {
  const spot = { conversation, ...where }
  const outcome = await send('act', { person, language, ...spot, act: what })
  if (outcome === undefined) toast(house.words.failed)
  else show(outcome, spot)
  return outcome
}

/** What happens at once, besides messages. @param {ActAnswer} outcome @param {Partial<Spot>} spot where a form that it opens is sent */
function show({ toast: words, form, errors }, spot) {
  if (words) toast(words)
  if (form) openForm(form, house.words, (values) => act({ kind: 'submit', form: form.key, context: form.context, values }, spot))
  else if (errors && !get('#form', HTMLDialogElement).open) toast(Object.values(errors).join(' '))
}

/** @param {string} instant ISO 8601 */
async function moveClock(instant) {
  const moved = await send('clock', { to: instant })
  if (moved === undefined) return toast(house.words.failed)
  drawClock({ now: moved.now, moments: moved.moments })
  if (unread.size > 0) toast(house.words['news-elsewhere'].replace('{place}', [...unread].map(nameOfPlace).join(', ')))
}

/** @param {string} id a conversation's */
function nameOfPlace(id) {
  const channel = house.channels.find((each) => each.id === id)
  return channel === undefined ? house.words.bot : `# ${channel.name}`
}

/** @param {string} id a person's */
function nameOf(id) {
  return house.people.find((each) => each.id === id)?.name ?? id
}

function privateChat() {
  return `dm:${person}`
}
