// @ts-check
/** Messages and cards as elements. People's words are only ever set as text. */

/** @import { ButtonView, CardView, LineView } from '../view.js' */

/**
 * What an element is made with: its properties, and attributes that are none.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @typedef {{ readonly [Name in keyof HTMLElementTagNameMap[Tag]]?: HTMLElementTagNameMap[Tag][Name] | undefined }
 *   & { readonly [name: `aria-${string}` | `data-${string}`]: string | number }} Properties
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Properties<Tag>} [properties] those that are undefined are left alone @param {...(Node | string | undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue
    if (name in made) Object.assign(made, { [name]: value })
    else made.setAttribute(name, String(value))
  }
  for (const child of children) if (child !== undefined) made.append(child)
  return made
}

const COLOURS = ['#35608f', '#7d4b8f', '#9a5b2c', '#2f7a5b', '#a13f5d', '#50651f', '#3d5a80', '#865d1a']

/** @param {string} name */
export function avatar(name) {
  const words = name.trim().split(/\s+/)
  // A Chinese name is known by its last characters, others by their initials.
  const initials = /[\u3400-\u9fff]/.test(name)
    ? name.slice(-2)
    : words
        .map((word) => word[0] ?? '')
        .slice(0, 2)
        .join('')
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  const made = element('span', { className: 'avatar', ariaHidden: 'true' }, initials)
  made.style.backgroundColor = COLOURS[sum % COLOURS.length] ?? ''
  return made
}

export function botAvatar() {
  return element('span', { className: 'avatar', ariaHidden: 'true' }, element('img', { src: '/favicon.svg', alt: '' }))
}

/** @param {CardView} card @param {(button: ButtonView) => void} press */
export function drawCard(card, press) {
  const made = element('div', { className: 'card' })
  if (card.title) made.append(element('h3', {}, card.title))
  for (const line of card.lines) made.append(drawLine(line))
  if (card.buttons.length > 0) made.append(element('div', { className: 'buttons' }, ...card.buttons.map((each) => drawButton(each, press))))
  if (card.note) made.append(element('p', { className: 'note' }, card.note))
  return made
}

/** A file to be saved. @param {{ readonly name: string, readonly bytes: number }} file @param {string} href */
export function drawFile({ name, bytes }, href) {
  const size = bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
  return element('a', { className: 'file', href, download: name }, element('b', {}, name), element('span', {}, size))
}

/** @param {ButtonView} button @param {(button: ButtonView) => void} press */
function drawButton(button, press) {
  const made = element('button', { type: 'button', className: `button ${button.style}`, 'data-action': button.action }, button.label)
  made.addEventListener('click', () => press(button))
  return made
}

/** @param {LineView} line @returns {HTMLElement} */
export function drawLine(line) {
  switch (line.kind) {
    case 'heading':
      return element('h4', {}, line.text)
    case 'text':
      return element('p', {}, line.text)
    case 'small':
      return element('p', { className: 'note' }, line.text)
    case 'quote':
      return element('blockquote', {}, line.text)
    case 'list':
      return element('ul', {}, ...line.items.map((item) => element('li', {}, item)))
    case 'facts':
      return element(
        'dl',
        { className: 'facts' },
        ...line.facts.map(({ label, value }) => element('div', {}, element('dt', {}, label), element('dd', {}, value))),
      )
    case 'progress':
      return drawProgress(line)
    case 'table':
      return drawTable(line)
    case 'picture':
      return element('img', { src: line.url, alt: line.alt, className: 'picture' })
    case 'divider':
      return element('hr')
  }
}

/** @param {Extract<LineView, { kind: 'progress' }>} line */
function drawProgress({ label, value, doneShare, paceShare }) {
  const percent = Math.max(0, Math.min(1, doneShare)) * 100
  const svg = svgElement('svg', { viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' })
  svg.append(svgElement('rect', { class: doneShare > 1 ? 'fill over' : 'fill', x: 0, y: 0, width: percent, height: 8, rx: 1 }))
  if (paceShare !== undefined && paceShare > 0 && paceShare < 1) {
    const x = paceShare * 100
    svg.append(svgElement('line', { class: 'pace', x1: x, x2: x, y1: -3, y2: 11, 'vector-effect': 'non-scaling-stroke' }))
  }
  const track = element('div', {
    className: 'track',
    role: 'progressbar',
    'aria-valuemin': 0,
    'aria-valuemax': 100,
    'aria-valuenow': Math.round(doneShare * 100),
    'aria-label': `${label}: ${value}`,
  })
  track.append(svg)
  return element(
    'div',
    { className: 'progress' },
    element('div', { className: 'label' }, element('span', {}, label), element('span', {}, value)),
    track,
  )
}

/** @param {'svg' | 'rect' | 'line'} tag @param {Readonly<Record<string, string | number>>} attributes */
function svgElement(tag, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  return made
}

/** @param {Extract<LineView, { kind: 'table' }>} line */
function drawTable({ columns, rows }) {
  const cell = (/** @type {'th' | 'td'} */ tag, /** @type {string} */ text, /** @type {number} */ index) =>
    element(tag, { className: columns[index]?.align === 'end' ? 'end' : '', scope: tag === 'th' ? 'col' : undefined }, text)
  const head = element('thead', {}, element('tr', {}, ...columns.map(({ label }, index) => cell('th', label, index))))
  const body = element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((text, index) => cell('td', text, index)))))
  return element('div', { className: 'table', tabIndex: 0 }, element('table', {}, head, body))
}
