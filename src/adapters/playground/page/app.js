// @ts-check
import { composer } from './composer.js'
import { avatar, botAvatar, drawCard, element } from './draw.js'
import { openForm } from './form.js'

/** @param {string} id @returns {any} */
const at = (id) => document.getElementById(id)
const kept = (name, fallback) => localStorage.getItem(`pacesetter-${name}`) ?? fallback
const keep = (name, value) => localStorage.setItem(`pacesetter-${name}`, value)

const state = {
  /** @type {any} */ server: undefined,
  person: kept('person', ''),
  language: kept('language', navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'),
  conversation: '',
  thread: /** @type {string | undefined} */ (undefined),
  /** @type {Map<string, any>} */ messages: new Map(),
  /** @type {Set<string>} */ unread: new Set(),
  caughtUp: false,
  /** @type {EventSource | undefined} */ events: undefined,
}

const main = composer(at('composer'), { commands: () => state.server.commands, send: (words) => act({ kind: 'say', words }) })
const inThread = composer(at('thread-composer'), {
  commands: () => state.server.commands,
  send: (words) => act({ kind: 'say', words }, { thread: state.thread }),
})

theme(kept('theme', matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
at('theme').addEventListener('click', () => theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark', true))
at('close-thread').addEventListener('click', () => showThread(undefined))
at('person').addEventListener('change', (event) => become(event.target.value))
at('language').addEventListener('change', async (event) => {
  state.language = event.target.value
  keep('language', state.language)
  await load()
})
at('custom').addEventListener('submit', (event) => {
  event.preventDefault()
  const wanted = at('custom-at').value
  if (wanted) moveClock(instantOf(wanted, state.server.clock.zone))
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && state.thread !== undefined && !at('form').open) showThread(undefined)
})

await load()
become(state.server.people.some(({ id }) => id === state.person) ? state.person : (state.server.people[0]?.id ?? ''))

async function load() {
  state.server = await (await fetch(`/playground/api/state?language=${state.language}`)).json()
  document.documentElement.lang = state.language
  at('language').value = state.language
  const { words, people } = state.server
  for (const node of document.querySelectorAll('[data-words]')) node.textContent = words[node.getAttribute('data-words') ?? ''] ?? ''
  for (const node of document.querySelectorAll('[data-title]')) {
    const label = words[node.getAttribute('data-title') ?? ''] ?? ''
    node.setAttribute('title', label)
    node.setAttribute('aria-label', label)
  }
  at('person').replaceChildren(
    ...people.map(({ id, name, role }) => element('option', { value: id }, `${name} · ${words[`role-${role}`] ?? role}`)),
  )
  at('person').value = state.person
  inThread.say(words['composer-thread'], words.send)
  drawClock()
  drawPlaces()
  redraw()
  at('app').removeAttribute('aria-busy')
}

function become(person) {
  state.person = person
  keep('person', person)
  at('person').value = person
  const known = state.server.people.find(({ id }) => id === person)
  at('avatar').replaceWith(Object.assign(avatar(known?.name ?? ''), { id: 'avatar' }))
  state.messages = new Map()
  state.unread = new Set()
  state.caughtUp = false
  if (!state.conversation || state.conversation.startsWith('dm:')) state.conversation = state.server.channels[0]?.id ?? privateChat()
  showThread(undefined)
  listen()
  drawPlaces()
}

const privateChat = () => `dm:${state.person}`

function listen() {
  state.events?.close()
  let revision = 0
  const open = () => {
    const events = new EventSource(`/playground/api/messages?person=${encodeURIComponent(state.person)}&since=${revision}`)
    state.events = events
    events.addEventListener('open', () => (at('lost').hidden = true))
    events.addEventListener('message', (event) => {
      const message = JSON.parse(event.data)
      revision = Math.max(revision, message.revision)
      receive(message)
    })
    events.addEventListener('caught-up', () => {
      state.caughtUp = true
      redraw()
    })
    events.addEventListener('outcome', (event) => show(JSON.parse(event.data), {}))
    events.addEventListener('clock', (event) => {
      state.server.clock.now = JSON.parse(event.data).now
      drawClock()
    })
    events.addEventListener('error', () => {
      // Taken up again by hand, from the last revision seen: the browser's own retry would start over.
      events.close()
      if (state.events !== events) return
      at('lost').hidden = false
      setTimeout(() => state.events === events && open(), 1500)
    })
  }
  open()
}

function receive(message) {
  const known = state.messages.get(message.id)
  if (known && known.revision >= message.revision) return
  state.messages.set(message.id, message)
  if (state.caughtUp) {
    if (message.conversation !== state.conversation && !known) state.unread.add(message.conversation)
    drawPlaces()
    redraw(known ? undefined : message.id)
  }
}

const ordered = () => [...state.messages.values()].sort((a, b) => Number(a.id) - Number(b.id))

function redraw(newest) {
  if (!state.server) return
  const { words } = state.server
  const here = ordered().filter(({ conversation, under }) => conversation === state.conversation && under === null)
  const list = at('messages')
  const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < 160
  list.replaceChildren(...here.map((message) => drawMessage(message, newest, true)))
  if (here.length === 0 && state.caughtUp)
    list.append(
      element('p', { className: 'empty' }, state.conversation === privateChat() ? words['empty-private'] : words['empty-channel']),
    )
  if (isNear || !newest || state.messages.get(newest)?.content.author === state.person) list.scrollTop = list.scrollHeight
  if (state.thread === undefined) return
  const root = state.messages.get(state.thread)
  const replies = ordered().filter(({ under }) => under === state.thread)
  at('thread-messages').replaceChildren(...[root, ...replies].filter(Boolean).map((message) => drawMessage(message, newest, false)))
  at('thread-messages').scrollTop = at('thread-messages').scrollHeight
}

function drawMessage(message, newest, withReplies) {
  const { words, people, clock } = state.server
  const { content } = message
  const author = content.author === null ? words.bot : (people.find(({ id }) => id === content.author)?.name ?? content.author)
  const replies = withReplies ? ordered().filter(({ under }) => under === message.id).length : 0
  const meta = element(
    'div',
    { className: 'meta' },
    element('b', {}, author),
    element(
      'time',
      { dateTime: message.at },
      new Intl.DateTimeFormat(state.language, {
        timeZone: clock.zone,
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
      }).format(new Date(message.at)),
    ),
    content.edits > 0 ? element('em', {}, words.edited) : undefined,
    message.visibleTo !== null ? element('em', {}, words['only-you']) : undefined,
  )
  const body = element(
    'div',
    { className: 'body' },
    meta,
    content.words === undefined ? undefined : element('div', { className: 'words' }, content.words),
    content.card === undefined ? undefined : drawCard(content.card, (button) => press(button, message)),
  )
  if (withReplies && content.author === null && message.visibleTo === null && !message.conversation.startsWith('dm:')) {
    const open = element(
      'button',
      { type: 'button', className: 'replies' },
      replies > 0 ? words['reply-count'].replace('{n}', String(replies)) : words.thread,
    )
    open.addEventListener('click', () => showThread(message.id))
    body.append(open)
  }
  return element(
    'article',
    { className: `message${message.visibleTo === null ? '' : ' private'}${message.id === newest ? ' new' : ''}`, 'data-id': message.id },
    content.author === null ? botAvatar() : avatar(author),
    body,
  )
}

function showThread(id) {
  state.thread = id
  at('thread').hidden = id === undefined
  at('app').classList.toggle('with-thread', id !== undefined)
  redraw()
  if (id !== undefined) inThread.focus()
}

function press(button, message) {
  if (button.confirm && !confirm(button.confirm)) return
  act(
    { kind: 'press', action: button.action },
    { message: message.id, conversation: message.conversation, ...(message.under === null ? {} : { thread: message.under }) },
  )
}

/** @param {any} what @param {any} [where] */
async function act(what, where = {}) {
  const place = { conversation: state.conversation, ...where }
  if (place.thread === undefined) delete place.thread
  const outcome = await post('/playground/api/act', { person: state.person, language: state.language, ...place, act: what })
  if (outcome) show(outcome, place)
  return outcome
}

function show({ toast, form, errors }, place) {
  if (toast) toasted(toast)
  if (form) openForm(form, state.server.words, (values) => act({ kind: 'submit', form: form.key, context: form.context, values }, place))
  else if (errors && !at('form').open) toasted(Object.values(errors).join(' '))
}

async function post(path, body) {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(String(response.status))
    return await response.json()
  } catch {
    toasted(state.server.words.failed)
    return undefined
  }
}

function toasted(text) {
  const toast = element('p', {}, text)
  at('toasts').append(toast)
  setTimeout(() => toast.remove(), 6000)
}

function drawPlaces() {
  const place = (id, label) => {
    const button = element(
      'button',
      { type: 'button', 'aria-current': String(id === state.conversation) },
      label,
      state.unread.has(id) ? element('span', { className: 'dot' }) : undefined,
    )
    button.addEventListener('click', () => {
      state.conversation = id
      state.unread.delete(id)
      showThread(undefined)
      drawPlaces()
    })
    return element('li', {}, button)
  }
  const { channels, words } = state.server
  at('channels').replaceChildren(...channels.map(({ id, name }) => place(id, `# ${name}`)))
  at('privates').replaceChildren(place(privateChat(), words.bot))
  const isPrivate = state.conversation === privateChat()
  at('place').textContent = isPrivate ? words.bot : `# ${channels.find(({ id }) => id === state.conversation)?.name ?? ''}`
  main.say(isPrivate ? words['composer-private'] : words['composer-channel'], words.send)
}

function drawClock() {
  const { clock, words } = state.server
  const now = new Date(clock.now)
  at('now-time').textContent = new Intl.DateTimeFormat(state.language, {
    timeZone: clock.zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(now)
  at('now-date').textContent =
    `${new Intl.DateTimeFormat(state.language, { timeZone: clock.zone, weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }).format(now)} · ${clock.zone}`
  at('moments').replaceChildren(
    ...clock.moments.map(({ kind, at: instant }) => {
      const title = new Intl.DateTimeFormat(state.language, {
        timeZone: clock.zone,
        weekday: 'short',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
      }).format(new Date(instant))
      const button = element('button', { type: 'button', title }, words[`clock-${kind}`])
      button.addEventListener('click', () => moveClock(instant))
      return button
    }),
  )
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: clock.zone, dateStyle: 'short', timeStyle: 'short' })
    .format(now)
    .replace(' ', 'T')
  at('custom-at').min = local
  at('custom-at').value = local
}

async function moveClock(instant) {
  for (const button of at('clock').querySelectorAll('button')) button.disabled = true
  at('now-date').textContent = state.server.words['clock-moving']
  const moved = await post('/playground/api/clock', { to: instant })
  if (moved) Object.assign(state.server.clock, { now: moved.now, moments: moved.moments })
  for (const button of at('clock').querySelectorAll('button')) button.disabled = false
  drawClock()
}

/** The instant at which clocks in `zone` show a local time. */
function instantOf(local, zone) {
  const asUtc = new Date(`${local}Z`).getTime()
  const shown = (instant) =>
    new Date(
      `${new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant).replace(' ', 'T')}Z`,
    ).getTime()
  const first = asUtc - (shown(asUtc) - asUtc)
  return new Date(first - (shown(first) - asUtc)).toISOString()
}

function theme(name, chosen = false) {
  document.documentElement.dataset.theme = name
  if (chosen) keep('theme', name)
}
