// @ts-check
import { ask } from './ask.js'
import { clockBar } from './clock.js'
import { composer } from './composer.js'
import { avatar, element } from './draw.js'
import { openForm } from './form.js'
import { messageList } from './message-list.js'
import { remember, remembered } from './remembered.js'
import { listen, readState, send } from './server.js'
import { followTheme } from './theme.js'

const TOAST_MS = 6_000
const RETRY_MS = 1_500

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id)

/** What the server told of the house: people, channels, clock, words, commands. @type {any} */
let house
let language = remembered('language', navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en')
let person = remembered('person', '')
let conversation = remembered('conversation', '')
/** The message whose thread is open. @type {string | undefined} */
let thread
/** All that this person may see, by id. @type {Map<string, any>} */
let messages = new Map()
/** Conversations with something unseen. @type {Set<string>} */
let unread = new Set()
/** Came while the page was open. @type {Set<string>} */
let arrived = new Set()
let caughtUp = false
let hearNoMore = () => {}
let isDrawingSoon = false

const clock = clockBar(at('clock'), moveClock)
const main = messageList(at('messages'), { press, openThread: (id) => showThread(id) })
const side = messageList(at('thread-messages'), { press })
const mainLine = composer(at('composer'), { commands: () => house.commands, send: (words) => act({ kind: 'say', words }) })
const sideLine = composer(at('thread-composer'), {
  commands: () => house.commands,
  send: (words) => act({ kind: 'say', words }, { thread }),
})

followTheme(at('theme'))
at('close-thread').addEventListener('click', () => showThread(undefined))
at('person').addEventListener('change', (event) => become(event.target.value))
at('language').addEventListener('change', (event) => {
  language = event.target.value
  remember('language', language)
  void readHouse()
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && thread !== undefined && document.querySelector('dialog[open]') === null)
    showThread(undefined)
})

await readHouse()
become(house.people.some(({ id }) => id === person) ? person : (house.people[0]?.id ?? ''))
if (matchMedia('(hover: hover)').matches) mainLine.focus()

/** Reads the house again: at the start and in another language. */
async function readHouse() {
  for (;;) {
    const read = await readState(language).catch(() => undefined)
    at('lost').hidden = read !== undefined
    if (read !== undefined) {
      house = read
      break
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
  const { words, people } = house
  document.documentElement.lang = language
  at('language').value = language
  for (const node of document.querySelectorAll('[data-words]')) node.textContent = words[node.getAttribute('data-words') ?? ''] ?? ''
  for (const node of document.querySelectorAll('[data-title]')) {
    const label = words[node.getAttribute('data-title') ?? ''] ?? ''
    node.setAttribute('title', label)
    node.setAttribute('aria-label', label)
  }
  at('person').replaceChildren(
    ...people.map(({ id, name, role }) => element('option', { value: id }, `${name} · ${words[`role-${role}`] ?? role}`)),
  )
  at('person').value = person
  sideLine.say(words['composer-thread'], words)
  drawPlaces()
  draw('near')
  at('app').removeAttribute('aria-busy')
}

/** Sees the house through a person's eyes. */
function become(id) {
  person = id
  remember('person', id)
  at('person').value = id
  at('avatar').replaceWith(Object.assign(avatar(nameOf(id)), { id: 'avatar' }))
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
      at('lost').hidden = !isLost
    },
  })
}

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
  const replies = new Map()
  for (const { under } of ordered) if (under !== null) replies.set(under, (replies.get(under) ?? 0) + 1)
  const context = { words, language, zone: house.clock.zone, nameOf }
  const shared = { context, isNew: ({ id }) => arrived.has(id), repliesTo: (id) => replies.get(id) ?? 0 }
  main.draw(
    ordered.filter((message) => message.conversation === conversation && message.under === null),
    { ...shared, follow, empty: conversation === privateChat() ? words['empty-private'] : words['empty-channel'] },
  )
  if (thread === undefined) return
  side.draw(
    ordered.filter(({ id, under }) => id === thread || under === thread),
    { ...shared, follow, empty: '' },
  )
}

/** @param {{ now?: string, moments?: any[] }} change */
function drawClock(change) {
  Object.assign(house.clock, change)
  clock.draw({ clock: house.clock, words: house.words, language })
}

function showThread(id) {
  const opener = thread
  thread = id
  at('thread').hidden = id === undefined
  at('app').classList.toggle('with-thread', id !== undefined)
  draw('near')
  if (id !== undefined) {
    at('thread-messages').scrollTop = at('thread-messages').scrollHeight
    sideLine.focus()
  } else if (opener !== undefined) {
    at('messages')
      .querySelector(`article[data-id="${CSS.escape(opener)}"] .replies`)
      ?.focus({ preventScroll: true })
  }
}

async function press(button, message) {
  if (button.confirm && !(await ask(button.confirm, button, house.words.cancel))) return
  await act(
    { kind: 'press', action: button.action },
    { message: message.id, conversation: message.conversation, ...(message.under === null ? {} : { thread: message.under }) },
  )
}

/** @param {any} what @param {any} [where] */
async function act(what, where = {}) {
  const place = { conversation, ...where }
  if (place.thread === undefined) delete place.thread
  const outcome = await send('act', { person, language, ...place, act: what })
  if (outcome === undefined) toast(house.words.failed)
  else show(outcome, place)
  return outcome
}

/** What happens at once, besides messages. */
function show({ toast: words, form, errors }, place) {
  if (words) toast(words)
  if (form) openForm(form, house.words, (values) => act({ kind: 'submit', form: form.key, context: form.context, values }, place))
  else if (errors && !at('form').open) toast(Object.values(errors).join(' '))
}

async function moveClock(instant) {
  const moved = await send('clock', { to: instant })
  if (moved === undefined) return toast(house.words.failed)
  Object.assign(house.clock, { now: moved.now, moments: moved.moments })
  if (unread.size > 0) toast(house.words['news-elsewhere'].replace('{place}', [...unread].map(nameOfPlace).join(', ')))
}

function nameOfPlace(id) {
  const channel = house.channels.find((each) => each.id === id)
  return channel === undefined ? house.words.bot : `# ${channel.name}`
}

function toast(words) {
  const made = element('p', {}, words)
  at('toasts').append(made)
  setTimeout(() => made.remove(), TOAST_MS)
}

function nameOf(id) {
  return house.people.find((each) => each.id === id)?.name ?? id
}

function privateChat() {
  return `dm:${person}`
}

function drawPlaces() {
  const { channels, words } = house
  const place = (id, label) => {
    const button = element(
      'button',
      { type: 'button', 'aria-current': String(id === conversation), 'data-place': id },
      element('span', {}, label),
    )
    if (unread.has(id)) button.append(element('span', { className: 'dot', role: 'img', 'aria-label': words.unread }))
    button.addEventListener('click', () => {
      conversation = id
      remember('conversation', id)
      unread.delete(id)
      showThread(undefined)
      drawPlaces()
      draw('always')
      const pressed = /** @type {HTMLElement | null} */ (document.querySelector(`[data-place="${CSS.escape(id)}"]`))
      pressed?.focus()
    })
    return element('li', {}, button)
  }
  at('channels').replaceChildren(...channels.map(({ id }) => place(id, nameOfPlace(id))))
  at('privates').replaceChildren(place(privateChat(), words.bot))
  const isPrivate = conversation === privateChat()
  at('place').textContent = nameOfPlace(conversation)
  mainLine.say(isPrivate ? words['composer-private'] : words['composer-channel'], words)
}
