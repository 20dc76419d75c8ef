// @ts-check
import { element } from './draw.js'
import { get, query } from './look-up.js'
import { dateOf, instantOf, localOf, momentOf, timeOf } from './when.js'

/**
 * @import { ClockView } from '../api.js'
 * @import { PageWords } from '../page-words.js'
 */
/** @typedef {{ clock: ClockView, words: PageWords, language: string }} Shown */

/**
 * The bot's clock with the ways to move it on.
 * @param {HTMLElement} bar @param {(instant: string) => Promise<void>} move resolves when all that fell due has been posted
 */
export function clockBar(bar, move) {
  const time = get('.now-time', HTMLElement, bar)
  const date = get('.now-date', HTMLElement, bar)
  const zoneName = get('.now-zone', HTMLElement, bar)
  const moving = get('.moving', HTMLElement, bar)
  const stops = get('.moments', HTMLElement, bar)
  const other = get('.other', HTMLDetailsElement, bar)
  const custom = get('.custom', HTMLFormElement, bar)
  const customAt = get('.custom-at', HTMLInputElement, bar)
  const go = get('button', HTMLButtonElement, custom)
  /** @type {Shown | undefined} */
  let shown
  let isMoving = false

  closesAsMenu(other, bar)
  custom.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!customAt.value || shown === undefined) return
    other.open = false
    void start(instantOf(customAt.value, shown.clock.zone))
  })

  /** @param {string} instant */
  async function start(instant) {
    const focused = document.activeElement?.getAttribute('data-moment')
    showMoving(true)
    await move(instant)
    showMoving(false)
    if (focused && document.activeElement === document.body) query(`[data-moment="${focused}"]`, HTMLElement, stops)?.focus()
  }

  /** @param {boolean} is */
  function showMoving(is) {
    isMoving = is
    if (shown !== undefined) draw(shown)
  }

  /** @param {Shown} next */
  function draw(next) {
    shown = next
    const { clock, language } = next
    const { now, zone, moments } = clock
    time.textContent = timeOf(now, language, zone)
    date.textContent = dateOf(now, language, zone)
    zoneName.textContent = zone
    moving.hidden = !isMoving
    bar.classList.toggle('is-moving', isMoving)
    stops.replaceChildren(...moments.map((moment) => drawMoment(moment, next)))
    go.disabled = isMoving
    const local = localOf(now, zone)
    customAt.min = local
    if (document.activeElement !== customAt) customAt.value = local
  }

  /** @param {ClockView['moments'][number]} moment @param {Shown} context */
  function drawMoment({ kind, at }, { clock, words, language }) {
    const button = element(
      'button',
      { type: 'button', className: 'moment', disabled: isMoving, 'data-moment': kind },
      element('span', {}, words[`clock-${kind}`]),
      element('small', {}, momentOf(at, clock.now, language, clock.zone)),
    )
    button.addEventListener('click', () => start(at))
    return button
  }

  return { draw, isMoving: () => isMoving }
}

/** As a menu: away from it, or Escape, closes it. @param {HTMLDetailsElement} menu @param {HTMLElement} around */
function closesAsMenu(menu, around) {
  const closeFrom = (/** @type {EventTarget | null} */ target) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false
  }
  around.addEventListener('focusout', ({ relatedTarget }) => closeFrom(relatedTarget))
  document.addEventListener('pointerdown', ({ target }) => closeFrom(target))
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    event.preventDefault()
    menu.open = false
    get('summary', HTMLElement, menu).focus()
  })
}
